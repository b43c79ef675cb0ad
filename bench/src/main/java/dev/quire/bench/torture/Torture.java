package dev.quire.bench.torture;

import dev.quire.bench.JavaCommand;
import dev.quire.bench.filing.Filer;
import dev.quire.bench.filing.Truth;
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

/// `./quire torture [--full-disk | --damage] [ROUNDS [SEED]]`: kills a server at random moments,
/// also while it saves, starts and stops, and looks for acknowledged writes that are lost. With
/// `--full-disk` its disk, a small one in memory, runs full in each round; with `--damage` its
/// journal is damaged after each kill, and what it cannot bring back it has to tell.
public final class Torture {
  private static final int BOOKS = 12;
  private static final int WRITERS = 8;
  private static final int FILERS = 3;

  private final List<String> command;
  private final Path folder;
  private final PrintStream out;
  private final DiskFault fault;
  private final Map<String, Truth> books = new TreeMap<>();

  /// @param command what starts `quire`
  /// @param folder an empty folder
  Torture(List<String> command, Path folder, PrintStream out) {
    this(command, folder, out, new DiskFault.None());
  }

  /// @param fault what happens to the disk of the folder in each round
  Torture(List<String> command, Path folder, PrintStream out, DiskFault fault) {
    this.fault = fault;
    this.command = command;
    this.folder = folder;
    this.out = out;
  }

  /// @param arguments number of rounds, seed; then, after `--`, the command that starts `quire`
  @SuppressWarnings("SystemOut")
  public static void main(String[] arguments) throws IOException, InterruptedException {
    var words = List.of(arguments);
    int end = words.contains("--") ? words.indexOf("--") : words.size();
    List<String> own = words.subList(0, end);
    List<String> numbers = own.stream().filter(word -> !word.startsWith("--")).toList();
    int rounds = numbers.isEmpty() ? 20 : Integer.parseInt(numbers.getFirst());
    long seed = numbers.size() > 1 ? Long.parseLong(numbers.get(1)) : System.nanoTime();
    List<String> command =
        end < words.size() ? words.subList(end + 1, words.size()) : fromClassPath();
    Path folder = Files.createTempDirectory("quire-torture");
    List<String> wrong;
    if (own.contains("--full-disk")) {
      wrong = onFullDisk(command, folder, System.out, rounds, seed);
    } else if (own.contains("--damage")) {
      wrong = onDamagedDisk(command, folder, System.out, rounds, seed);
    } else {
      wrong = new Torture(command, folder, System.out).run(rounds, seed);
    }
    System.exit(wrong.isEmpty() ? 0 : 1);
  }

  /// @param folder an empty folder, where a small disk is mounted meanwhile
  /// @throws IOException also when the system does not allow that
  static List<String> onFullDisk(
      List<String> command, Path folder, PrintStream out, int rounds, long seed)
      throws IOException, InterruptedException {
    try (var disk = Tmpfs.mount(folder)) {
      var full = new DiskFault.Full(disk.folder().resolve("ballast"));
      return new Torture(command, disk.folder(), out, full).run(rounds, seed);
    }
  }

  /// @param folder an empty folder
  static List<String> onDamagedDisk(
      List<String> command, Path folder, PrintStream out, int rounds, long seed)
      throws IOException, InterruptedException {
    var damaged = new DiskFault.Damaged(folder.resolve("data").resolve("journal"));
    return new Torture(command, folder, out, damaged).run(rounds, seed);
  }

  /// The server on the class path that this runs from.
  public static List<String> fromClassPath() {
    return JavaCommand.of("dev.quire.app.Main", "--enable-native-access=ALL-UNNAMED");
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
    var filers = new ArrayList<Filer>();
    // What a damaged journal does not tell of may make files of its own.
    for (int number = 0; number < (fault.mayDamage() ? 0 : FILERS); number++) {
      filers.add(new Filer(number, random.nextLong(), counter));
    }
    var wrong = new ArrayList<String>();
    for (int round = 1; round <= rounds; round++) {
      var found = new Round(command, folder, books, writers, filers, fault).run(random);
      found.forEach(each -> out.println("WRONG " + each));
      wrong.addAll(found);
      out.printf(
          "round %d: %d acknowledged writes and %d changes of the drive so far, %d wrong%n",
          round, writes(), filers.stream().mapToInt(Filer::deeds).sum(), wrong.size());
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
