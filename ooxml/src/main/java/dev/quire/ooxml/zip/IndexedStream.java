package dev.quire.ooxml.zip;

import java.io.InputStream;
import java.util.Optional;

/// The content of an entry, and where in its compressed form it can be entered.
public abstract sealed class IndexedStream extends InputStream permits EntryStream {
  IndexedStream() {}

  /// The places that were noted, if they were to be; empty before the end was reached.
  public abstract Optional<DeflateIndex> index();
}
