package dev.quire.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.quire.store.RemoteFiles.Condition;
import dev.quire.store.RemoteFiles.Found;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/// The [Origins] that several servers share, kept beside the files. Looked at again every two
/// seconds.
final class RemoteOrigins {
  private static final String NAME = "moved-items";
  private static final Duration FRESH = Duration.ofSeconds(2);
  private static final int TRIES = 50;

  private record Seen(Origins origins, Instant at) {}

  private final RemoteFiles files;
  private final InstantSource clock;
  private volatile Seen seen = new Seen(Origins.NONE, Instant.MIN);

  RemoteOrigins(RemoteFiles files, InstantSource clock) {
    this.files = files;
    this.clock = clock;
  }

  Origins current() throws IOException {
    Seen last = seen;
    Instant now = clock.instant();
    if (last.at().isAfter(now.minus(FRESH)) && !last.at().isAfter(now)) {
      return last.origins();
    }
    Origins read = files.state(NAME).map(RemoteOrigins::parsed).orElse(Origins.NONE);
    seen = new Seen(read, now);
    return read;
  }

  /// Remembers a move that has been made.
  synchronized void moved(DrivePath from, DrivePath to) throws IOException {
    for (int attempt = 0; attempt < TRIES; attempt++) {
      Optional<Found> before = files.state(NAME);
      Origins after = before.map(RemoteOrigins::parsed).orElse(Origins.NONE).moved(from, to);
      Condition same =
          before.isPresent()
              ? new Condition.Version(before.get().entry().version())
              : new Condition.Absent();
      if (files.writeState(NAME, after.text().getBytes(UTF_8), same)) {
        seen = new Seen(after, clock.instant());
        return;
      }
    }
    throw new IOException("others move things all the time");
  }

  private static Origins parsed(Found found) {
    return Origins.parse(NAME, new String(found.bytes(), UTF_8));
  }
}
