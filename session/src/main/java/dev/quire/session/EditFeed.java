package dev.quire.session;

import dev.quire.session.BookEvent.Edited;
import dev.quire.session.BookEvent.Reason;
import dev.quire.session.BookEvent.Replaced;
import dev.quire.workbook.Edit;
import dev.quire.workbook.Workbook;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/// Tells whoever watches a workbook what is done to it. Nobody who changes a workbook waits for
/// that, and workbooks that nobody watches cost nothing. The latest events of watched workbooks are
/// kept, so that a reader who was cut off can go on.
final class EditFeed {
  private static final int MOST_STREAMS = 1_000;
  private static final int MOST_OF_A_USER = 50;
  private static final int MOST_KEPT = 1_000;
  private static final int MOST_BOOKS = 256;

  private static final class Channel {
    private final Deque<Edited> latest = new ArrayDeque<>();
    private final List<BookStream> streams = new ArrayList<>();
  }

  private final Map<BookRef.Key, Channel> channels = new LinkedHashMap<>(16, 0.75f, true);
  private volatile boolean isWatching;
  private volatile FileWatch files = FileWatch.NONE;
  private boolean stopped;

  /// Opens a stream.
  ///
  /// @throws SessionFault.TooManyStreams when there are as many as there may be
  synchronized BookStream open(String user, BookRef.Key book, Instant now) {
    if (stopped) {
      throw new SessionFault.Stopping();
    }
    List<BookStream> all = new ArrayList<>(streams());
    all.stream().filter(stream -> stream.isAbandoned(now)).forEach(this::closed);
    all.removeIf(stream -> stream.isAbandoned(now));
    if (all.size() >= MOST_STREAMS) {
      throw new SessionFault.TooManyStreams(MOST_STREAMS);
    }
    if (all.stream().filter(stream -> stream.isOf(user)).count() >= MOST_OF_A_USER) {
      throw new SessionFault.TooManyStreams(MOST_OF_A_USER);
    }
    var stream = new BookStream(this, book, user, now);
    channels.computeIfAbsent(book, _ -> new Channel()).streams.add(stream);
    forgetOldest();
    isWatching = true;
    return stream;
  }

  private List<BookStream> streams() {
    return channels.values().stream().flatMap(channel -> channel.streams.stream()).toList();
  }

  private void forgetOldest() {
    var books = channels.entrySet().iterator();
    while (channels.size() > MOST_BOOKS && books.hasNext()) {
      if (books.next().getValue().streams.isEmpty()) {
        books.remove();
      }
    }
  }

  synchronized void closed(BookStream stream) {
    Channel channel = channels.get(stream.book());
    if (channel != null) {
      channel.streams.remove(stream);
    }
  }

  /// The kept events after a change, without a gap; nothing when one is missing.
  synchronized Optional<List<Edited>> after(BookRef.Key book, long number) {
    Channel channel = channels.get(book);
    if (channel == null || channel.latest.isEmpty()) {
      return Optional.empty();
    }
    boolean reaches = channel.latest.getFirst().number().orElse(0) <= number + 1;
    return reaches
        ? Optional.of(
            channel.latest.stream().filter(each -> each.number().orElse(0) > number).toList())
        : Optional.empty();
  }

  /// Has somebody told of files that change.
  void tell(FileWatch watch) {
    files = watch;
  }

  /// A file is not what it was.
  void fileChanged(BookRef ref) {
    files.changed(ref.driveId(), ref.drive(), ref.itemId());
  }

  /// Whoever is told of files.
  FileWatch files() {
    return files;
  }

  /// Whether somebody watches a workbook, or did lately.
  boolean watches(BookRef.Key book) {
    if (!isWatching) {
      return false;
    }
    synchronized (this) {
      return channels.containsKey(book);
    }
  }

  /// A change is durable.
  ///
  /// @param number its number, if it has one
  /// @param workbook the workbook with it
  void edited(BookRef.Key book, OptionalLong number, Edit edit, Workbook workbook, Instant at) {
    if (watches(book)) {
      edited(book, EditSummary.of(number, edit, workbook, at));
    }
  }

  private synchronized void edited(BookRef.Key book, Edited event) {
    Channel channel = channels.get(book);
    if (channel == null) {
      return;
    }
    if (event.number().isPresent()) {
      channel.latest.addLast(event);
      if (channel.latest.size() > MOST_KEPT) {
        channel.latest.removeFirst();
      }
    }
    channel.streams.forEach(stream -> stream.add(event));
  }

  /// The whole file is another one.
  synchronized void replaced(BookRef.Key book, Instant at) {
    Channel channel = channels.get(book);
    if (channel != null) {
      channel.latest.clear();
      channel.streams.forEach(stream -> stream.add(new Replaced(at)));
    }
  }

  /// Nothing more happens to a workbook here.
  synchronized void ended(BookRef.Key book, Reason reason) {
    Channel channel = channels.remove(book);
    if (channel != null) {
      channel.streams.forEach(stream -> stream.finish(reason));
    }
  }

  /// Ends all streams for good.
  synchronized void stop() {
    stopped = true;
    streams().forEach(stream -> stream.finish(Reason.STOPPING));
    channels.clear();
  }
}
