package dev.quire.ooxml.patch;

import dev.quire.ooxml.part.SheetIndexes;
import dev.quire.ooxml.zip.Splice.Spliced;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.OptionalInt;

/// A package after a save.
///
/// @param pieces the file, to be put one behind the other
/// @param rewritten parts with another content
/// @param added parts that are new
/// @param removed parts that are gone
/// @param identical number of parts whose compressed bytes are the same as before
/// @param cellsChanged number of cells written
/// @param notices what a person should know
/// @param keys key of the worksheet at each tab
/// @param indexes where to enter its worksheet parts, as far as that is known
/// @param spliced entries of which most was compressed already
public record Patched(
    List<ByteBuffer> pieces,
    List<String> rewritten,
    List<String> added,
    List<String> removed,
    int identical,
    long cellsChanged,
    List<String> notices,
    List<OptionalInt> keys,
    SheetIndexes indexes,
    List<Spliced> spliced) {
  /// Size of the file in bytes.
  public long size() {
    return pieces.stream().mapToLong(ByteBuffer::limit).sum();
  }
}
