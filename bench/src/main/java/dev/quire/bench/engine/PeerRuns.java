package dev.quire.bench.engine;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Runs other engines on the files of the workload, through the harness beside the project where it
/// lies there. What is not installed says so and is left out.
final class PeerRuns {
  private static final Path HARNESS = Path.of("../shared/bench/peers");

  /// Engine, and the program it needs.
  private static final Map<String, String> NEEDS =
      Map.of("poi", "mvn", "ironcalc", "npm", "hyperformula", "npm", "libreoffice", "soffice");

  private final Path folder;
  private final List<String> names;

  PeerRuns(Path folder, List<String> names) {
    this.folder = folder;
    this.names = names;
  }

  /// The lines that the harness prints, one for each measurement.
  List<String> run() throws IOException, InterruptedException {
    if (!Files.exists(HARNESS.resolve("run.sh"))) {
      return List.of("no peers: there is no harness at " + HARNESS);
    }
    var lines = new ArrayList<String>();
    for (String engine : List.of("poi", "ironcalc", "libreoffice", "hyperformula")) {
      String needs = Objects.requireNonNull(NEEDS.get(engine), engine);
      if (installed(needs)) {
        lines.addAll(run(engine));
      } else {
        lines.add(engine + ": not installed (" + needs + ")");
      }
    }
    return lines;
  }

  private static boolean installed(String program) {
    for (String place : System.getenv("PATH").split(":")) {
      if (Files.isExecutable(Path.of(place, program))) {
        return true;
      }
    }
    return false;
  }

  private List<String> run(String engine) throws IOException, InterruptedException {
    Path work = Path.of("bench/target/peers").toAbsolutePath();
    Files.createDirectories(work);
    var builder =
        new ProcessBuilder(
            HARNESS.resolve("run.sh").toString(),
            folder.toString(),
            work.resolve(engine + ".out").toString(),
            engine);
    builder.environment().put("BENCH_WORK", work.toString());
    builder
        .environment()
        .put(
            "BENCH_CASES",
            String.join(" ", names.stream().filter(name -> !name.startsWith("j_")).toList()));
    builder.redirectError(ProcessBuilder.Redirect.INHERIT);
    Process process = builder.start();
    var lines = new ArrayList<String>();
    try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
      out.lines().forEach(lines::add);
    }
    process.waitFor();
    return lines;
  }
}
