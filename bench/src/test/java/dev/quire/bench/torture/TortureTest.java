package dev.quire.bench.torture;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A short slice of `./quire torture` in every build.
final class TortureTest {
  private static final int ROUNDS = 4;

  @TempDir Path folder;

  @Test
  void killedServerLosesNothingItHasAcknowledged() throws IOException, InterruptedException {
    var silent = new PrintStream(OutputStream.nullOutputStream());
    var torture = new Torture(Torture.fromClassPath(), folder, silent);
    assertEquals(List.of(), torture.run(ROUNDS, 25));
  }
}
