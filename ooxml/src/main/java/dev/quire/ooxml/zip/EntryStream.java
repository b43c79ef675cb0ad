package dev.quire.ooxml.zip;

import dev.quire.ooxml.guard.Budget;
import dev.quire.ooxml.guard.XlsxFault;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/// The content of one zip entry. Counts what it hands out and verifies the checksum at the end.
final class EntryStream extends InputStream {
  private final byte[] archive;
  private final ZipEntry entry;
  private final long limit;
  private final Budget budget;
  private final CRC32 crc = new CRC32();
  private final Inflater inflater = new Inflater(true);
  private long count;
  private boolean ended;

  EntryStream(byte[] archive, ZipEntry entry, long limit, Budget budget) {
    this.archive = archive;
    this.entry = entry;
    this.limit = limit;
    this.budget = budget;
    switch (entry.method()) {
      case ZipEntry.STORED -> {}
      case ZipEntry.DEFLATED -> inflater.setInput(archive, entry.offset(), entry.storedBytes());
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

  @Override
  public void close() {
    ended = true;
    inflater.end();
  }

  private int copy(byte[] to, int offset, int length) {
    int got = (int) Math.min(length, entry.storedBytes() - count);
    System.arraycopy(archive, entry.offset() + (int) count, to, offset, got);
    return got;
  }

  private int inflate(byte[] to, int offset, int length) {
    try {
      int got = inflater.inflate(to, offset, length);
      if (got == 0 && !inflater.finished()) {
        throw damaged("the compressed data ends too early");
      }
      return got;
    } catch (DataFormatException e) {
      throw damaged("the compressed data is damaged");
    }
  }

  private void end() {
    close();
    if ((int) crc.getValue() != entry.crc()) {
      throw damaged("the checksum is wrong");
    }
  }

  private XlsxFault damaged(String why) {
    return new XlsxFault.Damaged(entry.name(), count, why);
  }
}
