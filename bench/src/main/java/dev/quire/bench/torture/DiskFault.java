package dev.quire.bench.torture;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/// What happens to the disk in a round of the torture.
sealed interface DiskFault {
  /// While clients write.
  default void whileWorking(Random random) throws IOException, InterruptedException {}

  /// Between the kill and the next start.
  default void afterKill(Random random) throws IOException {}

  /// Whether acknowledged changes may be lost, provided that the server says so.
  default boolean mayDamage() {
    return false;
  }

  /// Nothing.
  record None() implements DiskFault {}

  /// It runs full while clients write, and has room again before the next start.
  ///
  /// @param ballast the file that takes all the room there is, on the disk of the server
  record Full(Path ballast) implements DiskFault {
    private static final int LONGEST_MILLIS = 2_000;
    private static final int AGAIN_MILLIS = 20;
    private static final int BLOCK_BYTES = 1 << 12;

    @Override
    public void whileWorking(Random random) throws IOException, InterruptedException {
      long until = System.currentTimeMillis() + random.nextInt(LONGEST_MILLIS);
      while (System.currentTimeMillis() < until) {
        fill();
        Thread.sleep(AGAIN_MILLIS); // What the server gives back is taken too.
      }
      if (random.nextBoolean()) {
        Files.deleteIfExists(ballast);
        Thread.sleep(random.nextInt(LONGEST_MILLIS));
      }
    }

    private void fill() throws IOException {
      try (var file = new RandomAccessFile(ballast.toFile(), "rw")) {
        file.seek(file.length());
        var block = new byte[BLOCK_BYTES];
        while (true) {
          file.write(block);
        }
      } catch (IOException full) {
        if (!Files.exists(ballast)) {
          throw full;
        }
      }
    }

    @Override
    public void afterKill(Random random) throws IOException {
      Files.deleteIfExists(ballast);
    }
  }

  /// A bit of the journal is another one than was written, or its end is missing.
  ///
  /// @param journal the folder of the journal
  record Damaged(Path journal) implements DiskFault {
    @Override
    public void afterKill(Random random) throws IOException {
      forgetEarlierOnes();
      List<String> names = List.of("quire.db-wal", "quire.db");
      Path file = journal.resolve(names.get(random.nextInt(names.size())));
      if (!Files.exists(file) || Files.size(file) == 0) {
        return;
      }
      try (var bytes = new RandomAccessFile(file.toFile(), "rw")) {
        long at = (long) (random.nextDouble() * bytes.length());
        if (random.nextInt(4) == 0) {
          bytes.setLength(at); // torn
          return;
        }
        bytes.seek(at);
        int before = bytes.read();
        bytes.seek(at);
        bytes.write(before ^ 1 << random.nextInt(8));
      }
    }

    /// The server tells of what it has put aside until somebody takes that away.
    private void forgetEarlierOnes() throws IOException {
      try (var all = Files.walk(journal)) {
        for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
          if (journal.relativize(each).toString().startsWith("damaged-")) {
            Files.delete(each);
          }
        }
      }
    }

    @Override
    public boolean mayDamage() {
      return true;
    }
  }
}
