package dev.quire.store.journal;

import org.jspecify.annotations.Nullable;

/// What the ledger knows of one file, as it stands in its row. For the ledger's thread alone.
final class BookRow {
  final long id;
  final BookKey key;

  /// The turn of the server that writes it.
  final long fence;

  FileMark file;
  @Nullable FileMark next;
  long last;

  /// Whether it is in the database already.
  boolean stored;

  BookRow(long id, BookKey key, long fence, FileMark file) {
    this.id = id;
    this.key = key;
    this.fence = fence;
    this.file = file;
    this.last = file.sequence();
  }

  long checksum() {
    var sum = new Checksum().add(id).add(key.drive()).add(key.item()).add(file).add(last);
    if (next != null) {
      sum.add(next);
    }
    return sum.value();
  }

  long checksum(LogEntry entry) {
    return new Checksum()
        .add(key.drive())
        .add(key.item())
        .add(entry.sequence())
        .add(entry.bytes())
        .value();
  }
}
