package dev.quire.ooxml.patch;

import dev.quire.ooxml.part.RowMarks;
import dev.quire.ooxml.part.SheetIndex;
import dev.quire.ooxml.zip.Splice.Spliced;

/// A worksheet part of which only some rows were read and written.
///
/// @param content the new content
/// @param rows where its rows lie
record SplicedSheet(Spliced content, RowMarks rows) {
  /// Where to enter the part the next time.
  SheetIndex index() {
    return new SheetIndex(content.index(), rows);
  }
}
