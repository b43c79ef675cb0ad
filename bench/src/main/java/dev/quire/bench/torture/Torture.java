package dev.quire.bench.torture;

import dev.quire.ooxml.XlsxFile;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;

/// `./quire torture [ROUNDS [SEED]]`: kills a server at random moments, also while it saves, starts
/// and stops, and looks for acknowledged writes that are lost.
public final class Torture {
  private static final int BOOKS = 12;
  private static final int WRITERS = 8;

  private final List<String> command;
  private final Path folder;
  private final PrintStream out;
  private final Map<String, Truth> books = new TreeMap<>();

  /// @param command what starts `quire`
  /// @param folder an empty folder
  Torture(List<String> command, Path folder, PrintStream out) {
    this.command = command;
    this.folder = folder;
    this.out = out;
  }

  /// @param arguments number of rounds, seed; then, after `--`, the command that starts `quire`
  @SuppressWarnings("SystemOut")
  public static void main(String[] arguments) throws IOException, InterruptedException {
    var words = List.of(arguments);
    int end = words.contains("--") ? words.indexOf("--") : words.size();
    int rounds = end > 0 ? Integer.parseInt(words.get(0)) : 20;
    long seed = end > 1 ? Long.parseLong(words.get(1)) : System.nanoTime();
    List<String> command =
        end < words.size() ? words.subList(end + 1, words.size()) : fromClassPath();
    Path folder = Files.createTempDirectory("quire-torture");
    var wrong = new Torture(command, folder, System.out).run(rounds, seed);
    System.exit(wrong.isEmpty() ? 0 : 1);
  }

  /// The server on the class path that this runs from.
  static List<String> fromClassPath() {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "--enable-native-access=ALL-UNNAMED",
        "-XX:TieredStopAtLevel=1",
        "-XX:+UseSerialGC",
        "-cp",
        System.getProperty("java.class.path"),
        "dev.quire.app.Main");
  }

  /// @return a sentence for everything that is wrong
  List<String> run(int rounds, long seed) throws IOException, InterruptedException {
    out.printf("seed %d, folder %s%n", seed, folder);
    prepare();
    var random = new Random(seed);
    var counter = new AtomicInteger();
    var writers = new ArrayList<Writer>();
    for (int number = 0; number < WRITERS; number++) {
      writers.add(new Writer(number, random.nextLong(), counter));
    }
    var wrong = new ArrayList<String>();
    for (int round = 1; round <= rounds; round++) {
      var found = new Round(command, folder, books, writers).run(random);
      found.forEach(each -> out.println("WRONG " + each));
      wrong.addAll(found);
      out.printf(
          "round %d: %d acknowledged writes so far, %d wrong%n", round, writes(), wrong.size());
    }
    return wrong;
  }

  private long writes() {
    return books.values().stream().mapToLong(Truth::writes).sum();
  }

  private void prepare() throws IOException {
    Path drive = Files.createDirectories(folder.resolve("drive"));
    for (int number = 1; number <= BOOKS; number++) {
      String name = "Book%d.xlsx".formatted(number);
      Files.write(drive.resolve(name), XlsxFile.blank());
      books.put(name, new Truth());
    }
  }
}
