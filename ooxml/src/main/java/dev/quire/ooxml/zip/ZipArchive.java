package dev.quire.ooxml.zip;

import dev.quire.ooxml.guard.Budget;
import dev.quire.ooxml.guard.XlsxFault;
import dev.quire.ooxml.guard.XlsxLimits;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// A zip archive, on the heap or beside it. Immutable: nobody may change the bytes that were handed
/// in.
public final class ZipArchive {
  private final ByteBuffer bytes;
  private final XlsxLimits limits;
  private final Map<String, ZipEntry> byKey;

  private ZipArchive(ByteBuffer bytes, XlsxLimits limits, Map<String, ZipEntry> byKey) {
    this.bytes = bytes;
    this.limits = limits;
    this.byKey = byKey;
  }

  /// Reads the directory of an archive. Throws [XlsxFault.Damaged], [XlsxFault.Hostile] for entries
  /// that overlap or share a name without regard to case, and [XlsxFault.TooLarge].
  ///
  /// @param bytes all of a buffer, whatever its position
  public static ZipArchive read(ByteBuffer bytes, XlsxLimits limits) {
    if (bytes.limit() > limits.fileBytes()) {
      throw new XlsxFault.TooLarge("bytes in the file", limits.fileBytes());
    }
    List<ZipEntry> entries = new CentralDirectory(bytes, limits).entries();
    refuseOverlaps(entries);
    var byKey = new LinkedHashMap<String, ZipEntry>();
    for (ZipEntry entry : entries) {
      if (byKey.put(key(entry.name()), entry) != null) {
        throw new XlsxFault.Hostile("zip", "two entries are named " + entry.name());
      }
    }
    return new ZipArchive(bytes, limits, byKey);
  }

  /// The whole archive, to be read at places only, as others read it at the same time. Not a copy.
  public ByteBuffer bytes() {
    return bytes;
  }

  /// The whole archive as an array; not a copy if it lies in one.
  public byte[] array() {
    boolean isWhole = bytes.hasArray() && bytes.array().length == bytes.limit();
    return isWhole ? bytes.array() : copied();
  }

  private byte[] copied() {
    var copy = new byte[bytes.limit()];
    bytes.get(0, copy);
    return copy;
  }

  /// How many bytes the archive has.
  public int size() {
    return bytes.limit();
  }

  /// The entries in the order of the directory.
  public List<ZipEntry> entries() {
    return List.copyOf(byKey.values());
  }

  /// The entry with this name, compared without case.
  public Optional<ZipEntry> find(String name) {
    return Optional.ofNullable(byKey.get(key(name)));
  }

  /// The content of an entry as a stream that counts against the budget, checks size and checksum
  /// at its end, and throws an [XlsxFault] where others throw `IOException`.
  public InputStream open(ZipEntry entry, Budget inflatedBytes) {
    return new EntryStream(bytes, entry, limits.partBytes(), inflatedBytes, false);
  }

  /// The same, noting where its compressed form can be entered.
  public IndexedStream openIndexed(ZipEntry entry, Budget inflatedBytes) {
    return new EntryStream(bytes, entry, limits.partBytes(), inflatedBytes, true);
  }

  /// Reads an entry for nothing but its damages.
  public void verify(ZipEntry entry, Budget inflatedBytes) {
    try (InputStream in = open(entry, inflatedBytes)) {
      in.transferTo(OutputStream.nullOutputStream());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void refuseOverlaps(List<ZipEntry> entries) {
    var ordered = new ArrayList<>(entries);
    ordered.sort(Comparator.comparingInt(ZipEntry::offset));
    long end = 0;
    for (ZipEntry entry : ordered) {
      if (entry.offset() < end) {
        throw new XlsxFault.Hostile("zip", "entries overlap at " + entry.name());
      }
      end = (long) entry.offset() + entry.storedBytes();
    }
  }

  private static String key(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
