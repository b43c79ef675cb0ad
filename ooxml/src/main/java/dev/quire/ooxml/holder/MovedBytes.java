package dev.quire.ooxml.holder;

import dev.quire.ooxml.xml.Ascii;
import dev.quire.ooxml.xml.XmlScanner;
import java.io.ByteArrayOutputStream;

/// What a part becomes, as far as nobody has taken it yet, and whether any of it differed so far
/// from what it was.
final class MovedBytes extends ByteArrayOutputStream {
  private boolean changed;
  private int taken;

  boolean isChanged() {
    return changed;
  }

  void noteChange() {
    changed = true;
  }

  void noteChangeIf(boolean differs) {
    changed |= differs;
  }

  void text(String text) {
    writeBytes(Ascii.bytes(text));
  }

  /// Writes the present token as it stands.
  void raw(XmlScanner scanner) {
    write(scanner.buffer(), scanner.start(), scanner.end() - scanner.start());
  }

  /// How many bytes nobody has taken yet.
  int waiting() {
    return count - taken;
  }

  /// Forgets what has been taken, so that the next bytes lie where those lay.
  void clear() {
    reset();
    taken = 0;
  }

  /// Takes a byte; one must be waiting.
  int take() {
    return buf[taken++] & 0xFF;
  }

  /// Takes bytes; so many must be waiting.
  void take(byte[] into, int offset, int length) {
    System.arraycopy(buf, taken, into, offset, length);
    taken += length;
  }
}
