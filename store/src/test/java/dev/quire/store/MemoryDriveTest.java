package dev.quire.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.InputStream;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

final class MemoryDriveTest extends DriveStoreContract {
  private final MemoryDrive drive = new MemoryDrive();

  @Override
  protected DriveStore emptyDrive() {
    return drive;
  }

  @Override
  protected DriveStore reopened() {
    return drive; // There is no next start; the drive must only stay what it is.
  }

  @Test
  void timesComeFromTheClock() {
    var now = new AtomicReference<>(Instant.parse("2026-01-01T00:00:00Z"));
    var timed = new MemoryDrive(now::get);
    Item made = timed.create(timed.root().id(), "a.xlsx", InputStream.nullInputStream());
    now.set(Instant.parse("2026-01-02T00:00:00Z"));
    Item changed = timed.replace(made.id(), new byte[1], Optional.empty());
    assertEquals(Instant.parse("2026-01-01T00:00:00Z"), changed.created());
    assertEquals(Instant.parse("2026-01-02T00:00:00Z"), changed.modified());
  }
}
