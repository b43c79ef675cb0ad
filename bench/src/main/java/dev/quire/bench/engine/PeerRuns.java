package dev.quire.bench.engine;

import dev.quire.bench.engine.Stopwatch.Times;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Runs other engines on the files of the workload, in the same run, through the harness beside the
/// project where it lies there. What is not installed says so and is left out.
final class PeerRuns {
  /// Beside the checkout, or beside the folder of several checkouts.
  private static final List<Path> HARNESSES =
      List.of(Path.of("../shared/bench/peers"), Path.of("../../shared/bench/peers"));

  /// What a run may spend on one case before it is stopped, processor seconds and seconds.
  private static final String MOST_CPU_SECONDS = "60";

  private static final String MOST_SECONDS = "900";

  /// The libraries of Apache POI, which the benchmarks are compiled against anyway.
  private static final Path LIBRARIES = Path.of("bench/target/lib");

  private final Path folder;
  private final List<String> names;
  private final Path work = Path.of("bench/target/peers").toAbsolutePath();

  /// An engine of the harness.
  ///
  /// @param key what the harness calls it
  /// @param title what it is called in the table
  /// @param needs the program without which it does not run
  private record Engine(String key, String title, String needs) {}

  private static final List<Engine> ENGINES =
      List.of(
          new Engine("poi", "Apache POI 5.5.1", "java"),
          new Engine("hyperformula", "HyperFormula", "npm"),
          new Engine("ironcalc", "IronCalc", "npm"),
          new Engine("libreoffice", "LibreOffice", "soffice"));

  PeerRuns(Path folder, List<String> names) {
    this.folder = folder.toAbsolutePath();
    this.names = names.stream().filter(name -> !name.startsWith("j_")).toList();
  }

  /// What each engine took, by its title, and then by case.
  Map<String, Map<String, Measured>> run() throws IOException, InterruptedException {
    var found = new LinkedHashMap<String, Map<String, Measured>>();
    Optional<Path> harness =
        HARNESSES.stream().filter(path -> Files.exists(path.resolve("run.sh"))).findFirst();
    if (harness.isEmpty()) {
      System.err.println("no peers: there is no harness at " + HARNESSES);
      return found;
    }
    prepare();
    for (Engine engine : ENGINES) {
      if (installed(engine.needs())) {
        found.put(engine.title(), run(harness.get().resolve("run.sh"), engine));
      } else {
        System.err.println(engine.title() + ": not installed (" + engine.needs() + ")");
      }
    }
    return found;
  }

  /// The harness fetches Apache POI unless it lies there.
  private void prepare() throws IOException {
    Files.createDirectories(work.resolve("jars"));
    try (Stream<Path> jars = Files.list(LIBRARIES)) {
      for (Path jar : jars.filter(file -> !file.toString().contains("quire-")).toList()) {
        Path copy = work.resolve("jars").resolve(jar.getFileName());
        if (!Files.exists(copy)) {
          Files.copy(jar, copy);
        }
      }
    }
  }

  private static boolean installed(String program) {
    if (program.equals("java")) {
      return true;
    }
    return Stream.of(System.getenv("PATH").split(":"))
        .anyMatch(place -> Files.isExecutable(Path.of(place, program)));
  }

  private Map<String, Measured> run(Path script, Engine engine)
      throws IOException, InterruptedException {
    Path log = work.resolve(engine.key() + ".out");
    Files.deleteIfExists(log);
    var builder =
        new ProcessBuilder(
            script.toAbsolutePath().toString(), folder.toString(), log.toString(), engine.key());
    Map<String, String> environment = builder.environment();
    environment.put("JAVA_HOME", System.getProperty("java.home"));
    environment.putIfAbsent("UNO_PYTHON", "/usr/bin/python3");
    environment.put("BENCH_WORK", work.toString());
    environment.put("BENCH_CPU", MOST_CPU_SECONDS);
    environment.put("BENCH_LIMIT", MOST_SECONDS);
    environment.put("BENCH_CASES", String.join(" ", names));
    builder.redirectError(ProcessBuilder.Redirect.INHERIT);
    Process process = builder.start();
    var lines = new ArrayList<String>();
    try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
      out.lines().peek(System.err::println).forEach(lines::add);
    }
    process.waitFor();
    return read(lines);
  }

  /// Lines `RESULT engine case key milliseconds cpu-milliseconds`, or with a text for a figure.
  static Map<String, Measured> read(List<String> lines) {
    var cases = new LinkedHashMap<String, Measured>();
    for (String line : lines) {
      String[] words = line.split("\t");
      Measured measured = cases.computeIfAbsent(words[2], _ -> new Measured());
      String what = words[3].replaceFirst("^step:", "").replaceFirst("^load\\+recalc$", "load");
      String last = words[words.length - 1];
      if (words.length > 5 && last.startsWith("cpu ")) {
        double cpu = Double.parseDouble(last.substring("cpu ".length()));
        measured.add(what, new Times(cpu, Double.parseDouble(words[4])));
      } else if (last.startsWith("FAIL")) {
        measured.note(what + ": " + last.substring(0, Math.min(last.length(), 120)));
      } else if (what.equals("exit")) {
        measured.note("stopped after " + MOST_CPU_SECONDS + " s of processor time, or failed");
      } else if (what.equals("wrong") && !last.equals("none")) {
        measured.wrong(last);
      }
    }
    return cases;
  }
}
