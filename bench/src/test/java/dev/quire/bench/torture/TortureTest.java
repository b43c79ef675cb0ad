package dev.quire.bench.torture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

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
  private static final int FAULTY_ROUNDS = 3;

  @TempDir Path folder;

  @Test
  void killedServerLosesNothingItHasAcknowledged() throws IOException, InterruptedException {
    var silent = new PrintStream(OutputStream.nullOutputStream());
    var torture = new Torture(Torture.fromClassPath(), folder, silent);
    assertEquals(List.of(), torture.run(ROUNDS, 25));
  }

  @Test
  void serverWhoseDiskRunsFullLosesNothingItHasAcknowledged()
      throws IOException, InterruptedException {
    requireSmallDisk();
    var silent = new PrintStream(OutputStream.nullOutputStream());
    assertEquals(
        List.of(),
        Torture.onFullDisk(
            Torture.fromClassPath(), folder.resolve("full"), silent, FAULTY_ROUNDS, 26));
  }

  @Test
  void damagedJournalIsToldOfAndNeverMakesUpAValue() throws IOException, InterruptedException {
    var silent = new PrintStream(OutputStream.nullOutputStream());
    assertEquals(
        List.of(),
        Torture.onDamagedDisk(Torture.fromClassPath(), folder, silent, FAULTY_ROUNDS, 27));
  }

  private void requireSmallDisk() {
    try (var _ = Tmpfs.mount(folder.resolve("probe"))) {
      // It can be had.
    } catch (IOException refused) {
      assumeTrue(false, "no small disk can be mounted here: " + refused.getMessage());
    }
  }
}
