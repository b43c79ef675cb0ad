package dev.quire.bench.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// A short slice of `./quire cluster-torture` in every build.
final class ClusterTortureTest {
  private static final int ROUNDS = 2;

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource
  void hurtServersLoseAndReorderNothing(Stores.Files files)
      throws IOException, InterruptedException {
    var silent = new PrintStream(OutputStream.nullOutputStream());
    var torture = new ClusterTorture(ClusterTorture.fromClassPath(), folder, silent);
    assertEquals(List.of(), torture.run(ROUNDS, 3, files));
  }
}
