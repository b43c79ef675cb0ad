package dev.quire.store.journal;

import dev.quire.store.StoreFault;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/// Keeps what has been acknowledged until it is in a file. Safe to use from many threads; calls of
/// one thread take effect in their order, and whatever is durable survives the end of the process
/// and a loss of power.
///
/// Futures and methods fail with [StoreFault.Unwritable] or [StoreFault.Unreadable]. After a failed
/// [#append] the later ones of the same file fail too, until [#restart].
public interface JournalStore extends AutoCloseable {
  /// The log of a file; nothing when it never had one.
  Optional<BookLog> read(BookKey book);

  /// Adds a change to the log.
  ///
  /// @param file the content that the log begins with; given when nothing stands in it
  /// @return done once the change is durable
  CompletableFuture<Void> append(BookKey book, LogEntry entry, Optional<FileMark> file);

  /// Notes which content is about to replace the file's. Durable when this returns.
  void intend(BookKey book, FileMark next);

  /// Drops the changes that a content has, which is the file's content now.
  CompletableFuture<Void> settle(BookKey book, FileMark file);

  /// Begins a log anew, whatever stands in it. Durable when this returns.
  void restart(BookKey book, FileMark file);

  /// Puts entries that nobody can apply out of the way, where people can look at them.
  ///
  /// @param from number of the first such entry
  /// @param reason what is wrong with them
  void setAside(BookKey book, long from, String reason);

  /// Drops the log of a file that has been deleted, and its sessions. Durable when this returns.
  ///
  /// @param lost its sessions, those among them that keep nothing too; remembered for their time
  /// @param now those remembered whose time was over before are forgotten
  void forget(BookKey book, List<LostSession> lost, Instant now);

  /// Remembers sessions of a file that is about to be deleted, as [#forget] does. Durable when this
  /// returns.
  void remember(List<LostSession> lost, Instant now);

  /// The session with this ticket whose file was deleted, while that is remembered.
  Optional<LostSession> lost(String ticket);

  /// The files with changes that they may not have.
  List<BookKey> unsettled();

  /// Makes sure that it is this server's turn to change a file, which its own memory cannot tell:
  /// it may have stood still or been cut off.
  ///
  /// @throws StoreFault.Unreachable when it is another's
  void guard(BookKey book);

  /// Whether a file has changes that it may not have, as those of [#unsettled].
  boolean isUnsettled(BookKey book);

  /// Keeps a content that a log builds on, should the file be replaced by others. Durable when this
  /// returns.
  ///
  /// @param content all of the buffer, which nobody may change meanwhile; its position means
  ///   nothing
  void keep(BookKey book, String hash, ByteBuffer content);

  /// A content that was kept; all of the buffer.
  Optional<ByteBuffer> kept(BookKey book, String hash);

  /// Drops a kept content.
  void release(BookKey book, String hash);

  /// Remembers a session. Durable when this returns.
  void open(SessionRow session);

  /// Forgets sessions. Durable when this returns.
  void end(List<String> tickets);

  /// Notes when sessions were used last.
  void used(Map<String, Instant> times);

  /// The sessions that had not ended when the server started.
  List<SessionRow> sessions();

  /// The sessions of a file that have not ended.
  List<SessionRow> sessions(BookKey book);

  /// How much is waiting to become durable.
  int backlog();

  /// What was found to be wrong with the journal, as sentences.
  List<String> findings();

  /// Waits until all is durable.
  @Override
  void close();
}
