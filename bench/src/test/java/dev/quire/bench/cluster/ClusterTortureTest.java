package dev.quire.bench.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A short slice of `./quire cluster-torture` in every build.
final class ClusterTortureTest {
  private static final int ROUNDS = 3;

  @TempDir Path folder;

  @Test
  void hurtServersLoseAndReorderNothing() throws IOException, InterruptedException {
    var silent = new PrintStream(OutputStream.nullOutputStream());
    var torture = new ClusterTorture(ClusterTorture.fromClassPath(), folder, silent);
    assertEquals(List.of(), torture.run(ROUNDS, 3));
  }
}
