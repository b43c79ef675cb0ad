package dev.quire.conformance.sdk;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// Another program, run to its end.
///
/// @param status its exit code
/// @param output what it wrote, to standard output and standard error
record Program(int status, String output) {
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  /// Runs a program and waits.
  ///
  /// @param environment variables to set besides our own
  static Program run(Path folder, Map<String, String> environment, List<String> command)
      throws IOException, InterruptedException {
    Path log = folder.resolve("output-" + ProcessHandle.current().pid() + ".log");
    var builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    builder.environment().putAll(environment);
    Process process = builder.start();
    boolean ended = process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    if (!ended) {
      process.destroyForcibly().waitFor();
    }
    String output = Files.readString(log, StandardCharsets.UTF_8);
    Files.delete(log);
    if (!ended) {
      throw new IOException("%s did not end in %s: %s".formatted(command, PATIENCE, output));
    }
    return new Program(process.exitValue(), output);
  }
}
