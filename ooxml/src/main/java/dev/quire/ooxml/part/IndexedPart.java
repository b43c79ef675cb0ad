package dev.quire.ooxml.part;

import dev.quire.ooxml.xml.XmlScanner;
import dev.quire.ooxml.zip.IndexedStream;
import java.util.Optional;

/// A worksheet part that is read from its begin to its end, and what is found out of where to enter
/// it.
///
/// @param scanner the part, standing before its root element
/// @param content the same unpacked; empty when it is not to be found out
/// @param rows collects where rows begin
record IndexedPart(XmlScanner scanner, Optional<IndexedStream> content, RowMarks.Builder rows) {

  /// What was found out; nothing before the part was read to its end.
  Optional<SheetIndex> index() {
    return content
        .flatMap(IndexedStream::index)
        .flatMap(places -> rows.marks().map(marks -> new SheetIndex(places, marks)));
  }

  /// Looks for nothing but where to enter a part.
  ///
  /// @param prefix prefix of the main namespace with its colon, empty for none
  void scan(String prefix) {
    new RowScan(scanner, prefix, rows).read();
  }
}
