package dev.quire.server.cluster;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.http.HttpHeaders;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;

/// Streams of events that other servers tell and this one passes on, each event at once.
///
/// They last as long as their readers want, so they are ended from here: when this server stops,
/// and when the other has lost the workbook and may be too dead to say so.
final class EventStreams {
  private static final String TYPE = "text/event-stream";
  private static final long LOOK_MILLIS = 5_000;
  private static final int PIECE_BYTES = 8 * 1024;

  private final Set<InputStream> open = ConcurrentHashMap.newKeySet();
  private volatile boolean ended;

  static boolean isOne(HttpHeaders headers) {
    return headers.firstValue("Content-Type").filter(type -> type.startsWith(TYPE)).isPresent();
  }

  /// Passes a stream on until it ends.
  ///
  /// @param isThere asked from time to time, whether the other server still has the workbook
  /// @throws IOException when nobody reads any more, or the other server is gone
  void tell(InputStream events, OutputStream out, BooleanSupplier isThere) throws IOException {
    open.add(events);
    Thread watch = Thread.ofVirtual().start(() -> watch(events, isThere));
    try (events) {
      var piece = new byte[PIECE_BYTES];
      for (int read = 0; read >= 0 && !ended; read = events.read(piece)) {
        out.write(piece, 0, read);
        out.flush();
      }
    } catch (IOException broken) {
      if (!ended) {
        throw broken;
      }
    } finally {
      open.remove(events);
      watch.interrupt();
    }
  }

  private void watch(InputStream events, BooleanSupplier isThere) {
    try {
      do {
        Thread.sleep(LOOK_MILLIS);
      } while (isThere.getAsBoolean());
      events.close();
    } catch (InterruptedException | IOException over) {
      // There is nothing to watch any more.
    }
  }

  /// Ends all of them, and those that come later.
  void end() {
    ended = true;
    for (InputStream each : open) {
      try {
        each.close();
      } catch (IOException gone) {
        // It has ended.
      }
    }
  }
}
