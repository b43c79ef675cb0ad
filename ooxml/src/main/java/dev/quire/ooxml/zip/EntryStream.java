package dev.quire.ooxml.zip;

import dev.quire.ooxml.guard.Budget;
import dev.quire.ooxml.guard.XlsxFault;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/// The content of one zip entry. Counts what it hands out and verifies the checksum at the end.
final class EntryStream extends IndexedStream {
  private final ByteBuffer archive;
  private final ZipEntry entry;
  private final long limit;
  private final Budget budget;
  private final CRC32 crc = new CRC32();
  private final Inflater inflater = new Inflater(true);
  private final Optional<IndexedContent> indexed;
  private long count;
  private boolean ended;
  private boolean complete;

  /// @param isIndexed whether to note places from which a deflated content can be unpacked
  EntryStream(ByteBuffer archive, ZipEntry entry, long limit, Budget budget, boolean isIndexed) {
    this.archive = archive;
    this.entry = entry;
    this.limit = limit;
    this.budget = budget;
    this.indexed =
        isIndexed && entry.method() == ZipEntry.DEFLATED
            ? Optional.of(new IndexedContent(archive, entry))
            : Optional.empty();
    switch (entry.method()) {
      case ZipEntry.STORED -> {}
      case ZipEntry.DEFLATED ->
          inflater.setInput(archive.slice(entry.offset(), entry.storedBytes()));
      default -> throw damaged("unknown compression method " + entry.method());
    }
  }

  @Override
  public int read() {
    var one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
  }

  @Override
  public int read(byte[] to, int offset, int length) {
    if (ended || length == 0) {
      return ended ? -1 : 0;
    }
    int got =
        entry.method() == ZipEntry.STORED ? copy(to, offset, length) : inflate(to, offset, length);
    if (got <= 0) {
      end();
      return -1;
    }
    crc.update(to, offset, got);
    count += got;
    budget.spend(got, entry.name());
    if (count > limit) {
      throw new XlsxFault.TooLarge(entry.name(), "bytes in one part", limit);
    }
    return got;
  }

  /// The places that were noted; empty before the end was reached.
  @Override
  public Optional<DeflateIndex> index() {
    return complete ? indexed.map(IndexedContent::index) : Optional.empty();
  }

  @Override
  public void close() {
    ended = true;
    inflater.end();
  }

  private int copy(byte[] to, int offset, int length) {
    int got = (int) Math.min(length, entry.storedBytes() - count);
    archive.get(entry.offset() + (int) count, to, offset, got);
    return got;
  }

  private int inflate(byte[] to, int offset, int length) {
    try {
      if (indexed.isPresent()) {
        return indexed.get().read(to, offset, length, crc);
      }
      int got = inflater.inflate(to, offset, length);
      if (got == 0 && !inflater.finished()) {
        throw damaged("the compressed data ends too early");
      }
      return got;
    } catch (DataFormatException | Inflate.Damaged e) {
      throw damaged("the compressed data is damaged");
    }
  }

  private void end() {
    close();
    if ((int) crc.getValue() != entry.crc()) {
      throw damaged("the checksum is wrong");
    }
    complete = true;
  }

  private XlsxFault damaged(String why) {
    return new XlsxFault.Damaged(entry.name(), count, why);
  }
}
