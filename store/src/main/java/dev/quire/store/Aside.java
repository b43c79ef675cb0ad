package dev.quire.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;

/// Keeps large contents beside the heap: in a file without a name, which only this process can
/// reach and which goes with it, whatever ends it. Its pages are the system's to keep or to read
/// again, so an open workbook does not take the memory of its file.
///
/// What lies there is a copy and never the file of a drive: that may be cut or written by others,
/// and reading such a mapping would show bytes of another version, or fail in the middle.
public final class Aside {
  /// What is smaller stays on the heap, where it costs less than a file.
  static final int LEAST_BYTES = 1 << 22;

  /// Elsewhere a file cannot lose its name while it is mapped.
  private static final boolean LOSES_NAMES =
      FileSystems.getDefault().supportedFileAttributeViews().contains("posix");

  private Aside() {}

  /// The same bytes beside the heap, if they are many and there is room for them; otherwise these.
  ///
  /// @param content nobody may change it
  static ByteBuffer keep(byte[] content) {
    var here = ByteBuffer.wrap(content);
    return beside(List.of(here), content.length).orElse(here);
  }

  /// One content of many pieces, each all of its buffer: beside the heap, if it is large and there
  /// is room for it. Throws [ArithmeticException] for one that no buffer can hold.
  public static ByteBuffer join(List<ByteBuffer> pieces) {
    int size = Math.toIntExact(pieces.stream().mapToLong(ByteBuffer::limit).sum());
    return beside(pieces, size).orElseGet(() -> onHeap(pieces, size));
  }

  private static Optional<ByteBuffer> beside(List<ByteBuffer> pieces, int size) {
    if (size < LEAST_BYTES || !LOSES_NAMES) {
      return Optional.empty();
    }
    try (FileChannel file = nameless()) {
      for (ByteBuffer piece : pieces) {
        Buffers.write(piece, file);
      }
      return Optional.of(mapped(file, size));
    } catch (IOException noRoom) {
      return Optional.empty();
    }
  }

  private static ByteBuffer onHeap(List<ByteBuffer> pieces, int size) {
    ByteBuffer all = ByteBuffer.allocate(size);
    pieces.forEach(piece -> all.put(piece.duplicate().rewind()));
    return all.flip();
  }

  /// A copy of a file beside the heap; nothing when it is small, there is no room for it, or it has
  /// another size by now.
  public static Optional<ByteBuffer> copy(Path at, long size) {
    if (size < LEAST_BYTES || size > Integer.MAX_VALUE || !LOSES_NAMES) {
      return Optional.empty();
    }
    try (FileChannel from =
            FileChannel.open(at, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);
        FileChannel to = nameless()) {
      long copied = 0;
      while (copied < size) {
        long got = from.transferTo(copied, size - copied, to);
        if (got <= 0) {
          return Optional.empty();
        }
        copied += got;
      }
      return from.size() == size ? Optional.of(mapped(to, size)) : Optional.empty();
    } catch (IOException notNow) {
      return Optional.empty(); // Whoever reads it onto the heap finds out what is wrong.
    }
  }

  private static FileChannel nameless() throws IOException {
    Path at = Files.createTempFile("quire-", ".tmp");
    return FileChannel.open(
        at,
        StandardOpenOption.READ,
        StandardOpenOption.WRITE,
        StandardOpenOption.DELETE_ON_CLOSE,
        LinkOption.NOFOLLOW_LINKS);
  }

  /// Goes with the last buffer that shows it.
  private static ByteBuffer mapped(FileChannel file, long size) throws IOException {
    return file.map(FileChannel.MapMode.READ_ONLY, 0, size);
  }
}
