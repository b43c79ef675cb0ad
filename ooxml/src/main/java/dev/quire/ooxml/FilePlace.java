package dev.quire.ooxml;

import dev.quire.ooxml.zip.ZipWriter;
import java.nio.ByteBuffer;
import java.util.List;

/// Says where the bytes of a saved file come to lie.
@FunctionalInterface
public interface FilePlace {
  /// On the heap.
  FilePlace HEAP = ZipWriter::joined;

  /// One buffer with what these have, one behind the other. It is read at the same time by many,
  /// and nobody may change it.
  ///
  /// @param pieces each all of its buffer
  ByteBuffer join(List<ByteBuffer> pieces);
}
