package dev.quire.ooxml.zip;

/// Bits of a deflate stream that lies in memory, lowest of each byte first.
///
/// Its fields are open to [Inflate], whose inner loop keeps them in variables.
final class BitInput {
  final byte[] bytes;
  final int end;
  private final int start;

  /// Where the byte lies that follows those in [#bits].
  int at;

  /// Bits that were fetched and not taken; above [#count] may stand those that follow, or zeros.
  long bits;

  int count;

  /// @param start where the stream begins
  /// @param end where it ends
  BitInput(byte[] bytes, int start, int end) {
    this.bytes = bytes;
    this.start = start;
    this.at = start;
    this.end = end;
  }

  /// The same stream, standing at this bit.
  BitInput(byte[] bytes, int start, int end, long bit) throws Inflate.Damaged {
    this(bytes, start, end);
    at += (int) (bit >>> 3);
    take((int) (bit & 7));
  }

  /// Number of bits that were taken.
  long position() {
    return (long) (at - start) * 8 - count;
  }

  /// Fetches at least 56 bits, or all that there are.
  void refill() {
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
    if (length > end - at) {
      throw new Inflate.Damaged("the data ends too early");
    }
    System.arraycopy(bytes, at, to, offset, length);
    at += length;
  }

  private void skip(int taken) throws Inflate.Damaged {
    bits >>>= taken;
    count -= taken;
    if (count < 0) {
      throw new Inflate.Damaged("the data ends too early");
    }
  }
}
