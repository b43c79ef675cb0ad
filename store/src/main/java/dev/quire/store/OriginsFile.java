package dev.quire.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Predicate;
import java.util.function.Supplier;

/// The [Origins] of a drive in its state folder. What is about to be moved is written down first,
/// so that after a crash between the move and its record the two are brought together again.
final class OriginsFile {
  private static final String NAME = "moved-items";
  private static final String PLAN = "moved-items.next";

  private final Path folder;
  private final Disk disk;

  /// Held for the moment between a move and the knowledge of it.
  private final ReadWriteLock moving = new ReentrantReadWriteLock();

  private volatile Origins current;

  private OriginsFile(Path folder, Disk disk, Origins current) {
    this.folder = folder;
    this.disk = disk;
    this.current = current;
  }

  /// Reads the file, or finds that nothing was moved yet.
  ///
  /// @param isThere whether something lies at a path of the drive now
  static OriginsFile open(Path folder, Predicate<DrivePath> isThere) throws IOException {
    Origins known = read(folder.resolve(NAME));
    var file = new OriginsFile(folder, new Disk(folder), known);
    file.settle(isThere);
    return file;
  }

  /// A move that was planned when the program ended: done if the item is where it was to go.
  private void settle(Predicate<DrivePath> isThere) throws IOException {
    Path plan = folder.resolve(PLAN);
    Origins planned = read(plan);
    if (planned.left() == current.left() + 1) {
      String vacated = "left:" + current.left();
      boolean done =
          planned.byPath().entrySet().stream()
              .filter(each -> each.getValue().equals(vacated))
              .noneMatch(each -> isThere.test(each.getKey()));
      if (done) {
        disk.replace(plan, folder.resolve(NAME));
        disk.sync(folder);
        current = planned;
      }
    }
    Files.deleteIfExists(plan);
  }

  private static Origins read(Path file) throws IOException {
    try {
      return Origins.parse(file.toString(), Files.readString(file, UTF_8));
    } catch (NoSuchFileException none) {
      return Origins.NONE;
    }
  }

  /// What is known; the move that is happening at this moment may be in it or not.
  Origins current() {
    return current;
  }

  /// What is known when nothing is on its way.
  Origins settled() {
    return steadily(() -> current);
  }

  /// Held by whoever wants nothing to be on its way meanwhile.
  Lock standing() {
    return moving.readLock();
  }

  /// Gives something new its name while nothing else gets or has one of its own.
  void alone(Move move) throws IOException {
    moving.writeLock().lock();
    try {
      move.run();
    } finally {
      moving.writeLock().unlock();
    }
  }

  /// Looks while nothing is on its way: an item lies where the origins say it does.
  <T> T steadily(Supplier<T> look) {
    moving.readLock().lock();
    try {
      return look.get();
    } finally {
      moving.readLock().unlock();
    }
  }

  /// Moves something, and remembers it.
  ///
  /// @param move does it; when it fails, nothing is remembered
  synchronized void move(DrivePath from, DrivePath to, Move move) throws IOException {
    Origins after = current.moved(from, to);
    Path plan = folder.resolve(PLAN);
    disk.replace(
        disk.draft(folder, new ByteArrayInputStream(after.text().getBytes(UTF_8))).at(), plan);
    disk.sync(folder);
    moving.writeLock().lock();
    try {
      move.run();
      current = after;
    } catch (IOException | RuntimeException failed) {
      Files.deleteIfExists(plan);
      throw failed;
    } finally {
      moving.writeLock().unlock();
    }
    disk.replace(plan, folder.resolve(NAME));
    disk.sync(folder);
  }

  /// What moves an item.
  interface Move {
    void run() throws IOException;
  }
}
