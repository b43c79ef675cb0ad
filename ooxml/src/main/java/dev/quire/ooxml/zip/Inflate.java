package dev.quire.ooxml.zip;

import java.util.Arrays;

/// Unpacks a deflate stream (RFC 1951) that lies in memory, block by block, and can tell where in
/// the stream a block begins, which `java.util.zip` cannot. Such a place and the [#WINDOW] bytes
/// before it are all that is needed to go on from there another time.
final class Inflate {
  /// How far back a stream may refer to what it gave before.
  static final int WINDOW = 1 << 15;

  /// A stream that is damaged. Expected, so without a stack trace.
  static final class Damaged extends Exception {
    private static final long serialVersionUID = 1;

    Damaged(String why) {
      super(why, null, false, false);
    }
  }

  private static final int CHUNK = 1 << 18;
  private static final int LONGEST_CODE = 15;

  /// What one turn of the loop may write: two bytes, a longest match, and a last stride too much.
  private static final int ROOM = 2 + 258 + 8;

  private static final int[] LITERALS = DeflateCodes.literals();
  private static final int[] DISTANCES = DeflateCodes.distances();
  private static final int[] LENGTHS = DeflateCodes.lengths();

  private enum State {
    BETWEEN_BLOCKS,
    STORED,
    CODED,
    FINISHED
  }

  private final BitInput in;
  private final byte[] out = new byte[WINDOW + CHUNK + ROOM];
  private final HuffmanTable literals = new HuffmanTable(11, DeflateCodes.LITERALS);
  private final HuffmanTable distances = new HuffmanTable(9, DeflateCodes.DISTANCES);
  private final HuffmanTable lengths = new HuffmanTable(7, DeflateCodes.LENGTHS);
  private final byte[] codes = new byte[DeflateCodes.LITERALS + DeflateCodes.DISTANCES];
  private State state = State.BETWEEN_BLOCKS;
  private boolean last;
  private int storedLeft;

  /// Where the next byte is written, and where the oldest one lies.
  private int at;

  private int oldest;
  private long total;

  /// Begins in the middle of a stream.
  ///
  /// @param in standing at the begin of a block
  /// @param before what the stream gave before, at least as much of it as it refers to
  /// @param total how many bytes it gave before
  Inflate(BitInput in, byte[] before, long total) {
    this.in = in;
    this.at = WINDOW;
    this.oldest = WINDOW - before.length;
    this.total = total;
    System.arraycopy(before, 0, out, oldest, before.length);
  }

  /// Begins at the begin.
  Inflate(BitInput in) {
    this(in, new byte[0], 0);
  }

  /// Unpacks to the end of the present block, or somewhat less when it is long.
  ///
  /// @return number of bytes, which end at [#end] in [#bytes]; may be none
  int advance() throws Damaged {
    if (at >= WINDOW + CHUNK) {
      System.arraycopy(out, at - WINDOW, out, 0, WINDOW);
      at = WINDOW;
      oldest = 0;
    }
    if (state == State.BETWEEN_BLOCKS) {
      header();
    }
    int from = at;
    switch (state) {
      case STORED -> stored();
      case CODED -> coded();
      case BETWEEN_BLOCKS, FINISHED -> {}
    }
    total += at - from;
    return at - from;
  }

  /// What was unpacked last. Not a copy; only valid until [#advance].
  byte[] bytes() {
    return out;
  }

  /// Where in [#bytes] that ends which was unpacked last.
  int end() {
    return at;
  }

  /// How many bytes the stream gave.
  long total() {
    return total;
  }

  /// Whether a block begins here.
  boolean isBetweenBlocks() {
    return state == State.BETWEEN_BLOCKS;
  }

  boolean isFinished() {
    return state == State.FINISHED;
  }

  /// Number of bits that were read of the stream.
  long bit() {
    return in.position();
  }

  /// A copy of what the stream may refer to from here.
  byte[] window() {
    return Arrays.copyOfRange(out, Math.max(oldest, at - WINDOW), at);
  }

  private void header() throws Damaged {
    last = in.take(1) == 1;
    switch (in.take(2)) {
      case 0 -> {
        in.align();
        int length = in.take(16);
        if (length != (in.take(16) ^ 0xFFFF)) {
          throw new Damaged("a stored block has a wrong length");
        }
        storedLeft = length;
        state = State.STORED;
      }
      case 1 -> {
        DeflateCodes.fixed(codes);
        tables(DeflateCodes.LITERALS, DeflateCodes.DISTANCES);
        state = State.CODED;
      }
      case 2 -> {
        dynamic();
        state = State.CODED;
      }
      default -> throw new Damaged("an unknown kind of block");
    }
  }

  private void tables(int literalCount, int distanceCount) throws Damaged {
    if (!literals.build(codes, 0, literalCount, LITERALS, false)
        || !distances.build(codes, literalCount, distanceCount, DISTANCES, true)) {
      throw new Damaged("codes that are none");
    }
  }

  private void dynamic() throws Damaged {
    int literalCount = in.take(5) + 257;
    int distanceCount = in.take(5) + 1;
    int lengthCount = in.take(4) + 4;
    if (literalCount > 286 || distanceCount > 30) {
      throw new Damaged("too many codes");
    }
    Arrays.fill(codes, 0, DeflateCodes.LENGTHS, (byte) 0);
    for (int i = 0; i < lengthCount; i++) {
      codes[DeflateCodes.lengthOrder(i)] = (byte) in.take(3);
    }
    if (!lengths.build(codes, 0, DeflateCodes.LENGTHS, LENGTHS, false)) {
      throw new Damaged("codes of code lengths that are none");
    }
    int count = literalCount + distanceCount;
    int known = 0;
    while (known < count) {
      int entry = in.symbol(lengths);
      int value = HuffmanTable.value(entry);
      int times = 1;
      if (value > 15) {
        times = DeflateCodes.repeats(value) + in.take(HuffmanTable.extra(entry));
        value = value == 16 ? previous(known) : 0;
      }
      if (times > count - known) {
        throw new Damaged("more code lengths than codes");
      }
      Arrays.fill(codes, known, known + times, (byte) value);
      known += times;
    }
    if (codes[DeflateCodes.END_OF_BLOCK] == 0) {
      throw new Damaged("a block that cannot end");
    }
    tables(literalCount, distanceCount);
  }

  private int previous(int known) throws Damaged {
    if (known == 0) {
      throw new Damaged("a code length that repeats none");
    }
    return codes[known - 1];
  }

  private void stored() throws Damaged {
    int got = Math.min(storedLeft, WINDOW + CHUNK - at);
    in.copy(out, at, got);
    at += got;
    storedLeft -= got;
    if (storedLeft == 0) {
      endBlock();
    }
  }

  private void endBlock() {
    state = last ? State.FINISHED : State.BETWEEN_BLOCKS;
  }

  /// The state of the input is kept in variables here, where all the time is spent.
  private void coded() throws Damaged {
    byte[] from = in.bytes;
    byte[] to = out;
    int read = in.at;
    int readEnd = in.end - Long.BYTES;
    long bits = in.bits;
    int count = in.count;
    int write = at;
    boolean ended = false;
    while (write < WINDOW + CHUNK && !ended) {
      if (read <= readEnd) {
        bits |= LittleEndian.i64(from, read) << count;
        read += 63 - count >>> 3;
        count |= 56;
      } else {
        in.at = read;
        in.fetch();
        read = in.at;
        readEnd = in.end - Long.BYTES;
        for (; count <= 56 && read < in.end; count += 8) {
          bits |= Byte.toUnsignedLong(from[read++]) << count;
        }
      }
      int entry = literals.find(bits);
      if (entry < 0) {
        bits >>>= entry;
        count -= HuffmanTable.length(entry);
        to[write++] = (byte) (entry >>> 8);
        entry = literals.find(bits);
        if (entry < 0 && count >= LONGEST_CODE) {
          bits >>>= entry;
          count -= HuffmanTable.length(entry);
          to[write++] = (byte) (entry >>> 8);
        }
        if (count < 0) {
          throw new Damaged("the data ends too early");
        }
        continue;
      }
      bits >>>= entry;
      count -= HuffmanTable.length(entry);
      if ((entry & HuffmanTable.END) != 0) {
        ended = true;
        continue;
      }
      int extra = HuffmanTable.extra(entry);
      int length = HuffmanTable.value(entry) + ((int) bits & (1 << extra) - 1);
      bits >>>= extra;
      int code = distances.find(bits);
      bits >>>= code;
      int far = HuffmanTable.extra(code);
      int distance = HuffmanTable.value(code) + ((int) bits & (1 << far) - 1);
      bits >>>= far;
      count -= extra + HuffmanTable.length(code) + far;
      if (count < 0
          || distance > write - oldest
          || HuffmanTable.value(entry) == 0
          || HuffmanTable.value(code) == 0) {
        throw new Damaged("a match with nothing, or the data ends too early");
      }
      repeat(to, write, distance, length);
      write += length;
    }
    if (count < 0) {
      throw new Damaged("the data ends too early");
    }
    in.at = read;
    in.bits = bits;
    in.count = count;
    at = write;
    if (ended) {
      endBlock();
    }
  }

  /// Writes again what lies so far back; up to seven bytes more than asked for.
  private static void repeat(byte[] to, int at, int distance, int length) {
    int from = at - distance;
    if (distance >= Long.BYTES) {
      for (int done = 0; done < length; done += Long.BYTES) {
        LittleEndian.i64(to, at + done, LittleEndian.i64(to, from + done));
      }
    } else {
      for (int done = 0; done < length; done++) {
        to[at + done] = to[from + done];
      }
    }
  }
}
