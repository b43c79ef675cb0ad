package dev.quire.session;

import dev.quire.workbook.encoding.EditRecord;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// Lets readers watch workbooks, and tells those who come back what they have missed.
record Watching(CurrentBooks books, Journal journal, EditFeed feed, InstantSource clock) {
  /// Watches a workbook. What happens from now on is told, and what has happened since a change
  /// that the reader knows, if that is still known.
  ///
  /// @param lastSeen number of the last change that the reader has seen
  /// @throws SessionFault.TooManyStreams when too many watch already
  BookStream watch(String user, BookRef ref, OptionalLong lastSeen) {
    Instant now = clock.instant();
    OpenBook book = books.fresh(ref, now);
    BookStream stream = feed.open(user, ref.key(), now);
    try {
      long current = book.sequence();
      long known = Math.min(lastSeen.orElse(current), current);
      var before = new ArrayList<BookEvent>();
      before.add(new BookEvent.Ready(current));
      if (lastSeen.orElse(current) != current) {
        before.addAll(missed(ref, book, known, current, lastSeen.getAsLong() > current));
      }
      stream.begin(before, known);
      return stream;
    } catch (RuntimeException refused) {
      stream.close();
      throw refused;
    }
  }

  private List<BookEvent> missed(
      BookRef ref, OpenBook book, long known, long current, boolean isFromElsewhere) {
    if (isFromElsewhere) {
      return List.of(new BookEvent.Missed(current));
    }
    return feed.after(ref.key(), known)
        .filter(events -> !events.isEmpty())
        .<List<BookEvent>>map(List::copyOf)
        .or(() -> journaled(ref, book, known, current))
        .orElseGet(() -> List.of(new BookEvent.Missed(current)));
  }

  /// Changes that are in the journal still, as no file has them.
  private Optional<List<BookEvent>> journaled(
      BookRef ref, OpenBook book, long known, long current) {
    return journal
        .read(ref)
        .filter(log -> log.damage().isEmpty() && log.file().sequence() <= known)
        .map(log ->
            log.entries().stream()
                .filter(entry -> entry.sequence() > known && entry.sequence() <= current)
                .<BookEvent>map(entry ->
                    EditSummary.of(
                        OptionalLong.of(entry.sequence()),
                        EditRecord.read(entry.bytes()),
                        book.live(),
                        clock.instant()))
                .toList())
        .filter(events -> events.size() == current - known);
  }
}
