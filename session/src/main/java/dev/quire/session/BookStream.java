package dev.quire.session;

import dev.quire.session.BookEvent.Edited;
import dev.quire.session.BookEvent.Ended;
import dev.quire.session.BookEvent.Reason;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// The events of one workbook for one reader, who takes them one by one. What waits for a slow
/// reader is bounded: when it is full nothing more is added, and the stream ends behind it.
public final class BookStream implements AutoCloseable {
  private static final int MOST_WAITING = 256;

  private final EditFeed feed;
  private final BookRef.Key book;
  private final String user;
  private final Instant opened;
  private final BlockingQueue<BookEvent> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
  private final Deque<BookEvent> first = new ArrayDeque<>();
  private volatile Optional<Reason> end = Optional.empty();
  private volatile boolean taken;
  private long lastTold;

  BookStream(EditFeed feed, BookRef.Key book, String user, Instant opened) {
    this.feed = feed;
    this.book = book;
    this.user = user;
    this.opened = opened;
  }

  BookRef.Key book() {
    return book;
  }

  boolean isOf(String other) {
    return user.equals(other);
  }

  /// Whether nobody has ever taken anything, though there was time enough.
  boolean isAbandoned(Instant now) {
    return !taken && now.isAfter(opened.plusSeconds(60));
  }

  /// Adds an event without waiting for anybody.
  void add(BookEvent event) {
    if (end.isEmpty() && !waiting.offer(event)) {
      end = Optional.of(Reason.SLOW);
    }
  }

  /// Lets it end behind what waits.
  void finish(Reason reason) {
    if (end.isEmpty()) {
      end = Optional.of(reason);
      if (!waiting.offer(new Ended(reason))) {
        return; // Only a sleeping reader must be woken, and he has an empty queue.
      }
    }
  }

  /// The next event; nothing when none has come in time. Behind [Ended] there is none.
  ///
  /// @throws InterruptedException when the reader is to stop
  public Optional<BookEvent> next(Duration patience) throws InterruptedException {
    taken = true;
    while (true) {
      BookEvent event = poll();
      if (event == null && end.isPresent()) {
        return end.map(Ended::new);
      }
      if (event == null) {
        event = waiting.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
      }
      if (event == null) {
        return Optional.empty();
      }
      if (isNew(event)) {
        return Optional.of(event);
      }
    }
  }

  /// What was told from the journal may stand in the queue too.
  private synchronized boolean isNew(BookEvent event) {
    if (event instanceof Edited edited && edited.number().isPresent()) {
      long number = edited.number().getAsLong();
      boolean isNew = number > lastTold;
      lastTold = Math.max(lastTold, number);
      return isNew;
    }
    return true;
  }

  /// What is to be told before what waits.
  ///
  /// @param before events that are not, or also, in the queue
  /// @param known number of the last change that the reader knows
  synchronized void begin(List<BookEvent> before, long known) {
    first.addAll(before);
    lastTold = known;
  }

  private synchronized @Nullable BookEvent poll() {
    return first.isEmpty() ? waiting.poll() : first.remove();
  }

  @Override
  public void close() {
    feed.closed(this);
  }
}
