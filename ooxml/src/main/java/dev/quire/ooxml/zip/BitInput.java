package dev.quire.ooxml.zip;

import java.nio.ByteBuffer;

/// Bits of a deflate stream, lowest of each byte first. What does not lie on the heap comes through
/// a small array, as arrays are what the JVM reads quickly before it has compiled anything.
///
/// Its fields are open to [Inflate], whose inner loop keeps them in variables.
final class BitInput {
  private static final int BUFFER = 1 << 16;

  /// Holds what follows.
  final byte[] bytes;

  /// Where the array ends that holds what follows, or the stream.
  int end;

  /// Where the byte lies that follows those in [#bits].
  int at;

  /// Bits that were fetched and not taken; above [#count] may stand those that follow, or zeros.
  long bits;

  int count;

  private final ByteBuffer source;
  private final int sourceEnd;

  /// Where in the source those bytes begin that did not come yet.
  private int next;

  /// Where in the stream the array begins.
  private long origin;

  /// @param start where the stream begins
  /// @param end where it ends
  BitInput(ByteBuffer source, int start, int end) {
    this(source, start, end, start);
  }

  /// The same stream, standing at this bit.
  BitInput(ByteBuffer source, int start, int end, long bit) throws Inflate.Damaged {
    this(source, start, end, start + (int) (bit >>> 3));
    take((int) (bit & 7));
  }

  private BitInput(ByteBuffer source, int start, int end, int from) {
    this.source = source;
    this.sourceEnd = end;
    if (source.hasArray()) {
      this.bytes = source.array();
      this.at = source.arrayOffset() + from;
      this.end = source.arrayOffset() + end;
      this.next = end;
      this.origin = (long) from - start - at;
    } else {
      this.bytes = new byte[Math.min(BUFFER, end - from + Long.BYTES)];
      this.next = from;
      this.origin = (long) from - start;
    }
  }

  /// Number of bits that were taken.
  long position() {
    return (origin + at) * 8 - count;
  }

  /// Lets bytes of the source follow those that are here, if there are more.
  void fetch() {
    if (next == sourceEnd) {
      return;
    }
    // What stands in the bits may be given back.
    int kept = Math.max(0, at - Long.BYTES);
    System.arraycopy(bytes, kept, bytes, 0, end - kept);
    at -= kept;
    end -= kept;
    origin += kept;
    int got = Math.min(sourceEnd - next, bytes.length - end);
    source.get(next, bytes, end, got);
    next += got;
    end += got;
  }

  /// Fetches at least 56 bits, or all that there are.
  void refill() {
    if (at + Long.BYTES > end) {
      fetch();
    }
    if (at + Long.BYTES <= end) {
      bits |= LittleEndian.i64(bytes, at) << count;
      at += 63 - count >>> 3;
      count |= 56;
      return;
    }
    while (count <= 56 && at < end) {
      bits |= Byte.toUnsignedLong(bytes[at++]) << count;
      count += 8;
    }
  }

  /// Takes a number of at most 16 bits.
  int take(int wanted) throws Inflate.Damaged {
    refill();
    int value = (int) bits & (1 << wanted) - 1;
    skip(wanted);
    return value;
  }

  /// Takes a code.
  ///
  /// @return its entry
  int symbol(HuffmanTable table) throws Inflate.Damaged {
    refill();
    int entry = table.find(bits);
    if (HuffmanTable.length(entry) == 0) {
      throw new Inflate.Damaged("an unknown code");
    }
    skip(HuffmanTable.length(entry));
    return entry;
  }

  /// Goes to the begin of the next byte, unless this is one.
  void align() throws Inflate.Damaged {
    skip(count & 7);
  }

  /// Takes bytes, standing at the begin of one.
  void copy(byte[] to, int offset, int length) throws Inflate.Damaged {
    at -= count >>> 3;
    bits = 0;
    count = 0;
    int copied = 0;
    while (copied < length) {
      if (at == end) {
        fetch();
      }
      int got = Math.min(length - copied, end - at);
      if (got == 0) {
        throw new Inflate.Damaged("the data ends too early");
      }
      System.arraycopy(bytes, at, to, offset + copied, got);
      at += got;
      copied += got;
    }
  }

  private void skip(int taken) throws Inflate.Damaged {
    bits >>>= taken;
    count -= taken;
    if (count < 0) {
      throw new Inflate.Damaged("the data ends too early");
    }
  }
}
