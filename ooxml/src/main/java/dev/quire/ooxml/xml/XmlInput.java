package dev.quire.ooxml.xml;

import dev.quire.ooxml.guard.XlsxFault;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Turns the bytes of an XML part into UTF-8 without byte order mark (XML 1.0, appendix F).
public final class XmlInput {
  private static final int LOOK_BYTES = 256;
  private static final String DECLARATION = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";
  private static final Pattern ENCODING =
      Pattern.compile("^<\\?xml[^>]*?encoding\\s*=\\s*[\"']([A-Za-z0-9._-]+)[\"']");

  private XmlInput() {}

  /// The same text as UTF-8. Throws [XlsxFault.Damaged] for an encoding that Java does not know.
  public static InputStream utf8(String part, InputStream in) {
    try {
      byte[] head = in.readNBytes(LOOK_BYTES);
      if (startsWith(head, 0xEF, 0xBB, 0xBF)) {
        return join(Arrays.copyOfRange(head, 3, head.length), in);
      }
      Charset charset = charset(part, head);
      InputStream all = join(head, in);
      return charset.equals(StandardCharsets.UTF_8) ? all : transcoded(all, charset);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The same text as UTF-8, all of it.
  public static byte[] utf8(String part, byte[] bytes) {
    try {
      return utf8(part, new ByteArrayInputStream(bytes)).readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Whether the bytes are handed out as they are.
  ///
  /// @param start the first of them
  public static boolean isUnchanged(String part, byte[] start) {
    byte[] head = Arrays.copyOf(start, Math.min(start.length, LOOK_BYTES));
    return !startsWith(head, 0xEF, 0xBB, 0xBF)
        && charset(part, head).equals(StandardCharsets.UTF_8);
  }

  private static Charset charset(String part, byte[] head) {
    if (startsWith(head, 0xFE, 0xFF) || startsWith(head, 0xFF, 0xFE)) {
      return StandardCharsets.UTF_16;
    }
    if (startsWith(head, 0, '<')) {
      return StandardCharsets.UTF_16BE;
    }
    if (startsWith(head, '<', 0)) {
      return StandardCharsets.UTF_16LE;
    }
    Matcher declared = ENCODING.matcher(new String(head, StandardCharsets.ISO_8859_1));
    if (!declared.find()) {
      return StandardCharsets.UTF_8;
    }
    String name = declared.group(1);
    if (name.equalsIgnoreCase("utf-8")) {
      return StandardCharsets.UTF_8;
    }
    try {
      return Charset.forName(name);
    } catch (IllegalArgumentException e) {
      throw new XlsxFault.Damaged(part, 0, "unknown encoding " + name);
    }
  }

  /// The same characters in UTF-8, with a declaration that says so.
  private static InputStream transcoded(InputStream in, Charset charset) throws IOException {
    // Whoever says ASCII and writes more has meant UTF-8.
    boolean ascii = charset.equals(StandardCharsets.US_ASCII);
    Reader reader = new InputStreamReader(in, ascii ? StandardCharsets.UTF_8 : charset);
    var start = new StringBuilder();
    for (int c = reader.read(); c >= 0; c = reader.read()) {
      start.append((char) c);
      if (c == '>' || start.length() > LOOK_BYTES) {
        break;
      }
    }
    boolean declared = start.indexOf("<?xml") == 0;
    byte[] head = (declared ? DECLARATION : start.toString()).getBytes(StandardCharsets.UTF_8);
    return join(head, new Transcoded(reader));
  }

  private static boolean startsWith(byte[] head, int... wanted) {
    for (int i = 0; i < wanted.length; i++) {
      if (i >= head.length || Byte.toUnsignedInt(head[i]) != wanted[i]) {
        return false;
      }
    }
    return true;
  }

  private static InputStream join(byte[] head, InputStream rest) {
    return new SequenceInputStream(new ByteArrayInputStream(head), rest);
  }

  /// Reads characters and hands out UTF-8.
  private static final class Transcoded extends InputStream {
    private final Reader reader;
    private final char[] chars = new char[4096];
    private byte[] bytes = {};
    private int at;

    Transcoded(Reader reader) {
      this.reader = reader;
    }

    @Override
    public int read() throws IOException {
      return fill() ? Byte.toUnsignedInt(bytes[at++]) : -1;
    }

    @Override
    public int read(byte[] to, int offset, int length) throws IOException {
      if (!fill()) {
        return -1;
      }
      int got = Math.min(length, bytes.length - at);
      System.arraycopy(bytes, at, to, offset, got);
      at += got;
      return got;
    }

    private boolean fill() throws IOException {
      while (at == bytes.length) {
        int got = reader.read(chars, 0, chars.length - 1);
        if (got < 0) {
          return false;
        }
        if (got > 0 && Character.isHighSurrogate(chars[got - 1])) {
          int low = reader.read();
          if (low >= 0) {
            chars[got++] = (char) low;
          }
        }
        bytes = new String(chars, 0, got).getBytes(StandardCharsets.UTF_8);
        at = 0;
      }
      return true;
    }
  }
}
