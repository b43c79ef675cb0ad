package dev.quire.chart.canvas;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/// Writes opaque pixels as PNG (ISO/IEC 15948): with a palette when there are few colours.
final class PngFile {
  private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
  private static final byte FILTER_NONE = 0;
  private static final byte FILTER_UP = 2;
  private static final int LEVEL = 6;
  private static final byte TRUE_COLOR = 2;
  private static final byte INDEXED = 3;

  private final int width;
  private final int height;
  private final int[] pixels;

  PngFile(int width, int height, int[] pixels) {
    this.width = width;
    this.height = height;
    this.pixels = pixels;
  }

  byte[] bytes() {
    var out = new ByteArrayOutputStream();
    out.writeBytes(SIGNATURE);
    Optional<Palette> palette = Palette.of(pixels);
    chunk(out, "IHDR", header(palette.isPresent() ? INDEXED : TRUE_COLOR));
    palette.ifPresent(few -> chunk(out, "PLTE", colors(few)));
    chunk(out, "IDAT", deflated(palette.map(this::indexedRows).orElseGet(this::colorRows)));
    chunk(out, "IEND", new byte[0]);
    return out.toByteArray();
  }

  private byte[] header(byte kind) {
    return ByteBuffer.allocate(13)
        .putInt(width)
        .putInt(height)
        .put((byte) 8)
        .put(kind)
        .putShort((short) 0)
        .put((byte) 0)
        .array();
  }

  private static byte[] colors(Palette palette) {
    var colors = new byte[palette.size() * 3];
    for (int i = 0; i < palette.size(); i++) {
      int color = palette.color(i);
      colors[3 * i] = (byte) (color >> 16);
      colors[3 * i + 1] = (byte) (color >> 8);
      colors[3 * i + 2] = (byte) color;
    }
    return colors;
  }

  private byte[] indexedRows(Palette palette) {
    var rows = new byte[height * (width + 1)];
    int at = 0;
    int last = -1;
    byte number = 0;
    for (int i = 0; i < pixels.length; i++) {
      if (i % width == 0) {
        rows[at++] = FILTER_NONE;
      }
      if (pixels[i] != last) {
        last = pixels[i];
        number = palette.number(last);
      }
      rows[at++] = number;
    }
    return rows;
  }

  /// Rows as differences from the row above, which are mostly zero in a drawing.
  private byte[] colorRows() {
    int stride = 3 * width + 1;
    var rows = new byte[height * stride];
    for (int y = 0; y < height; y++) {
      rows[y * stride] = FILTER_UP;
      for (int x = 0; x < width; x++) {
        int pixel = pixels[y * width + x];
        int above = y == 0 ? 0 : pixels[(y - 1) * width + x];
        int at = y * stride + 1 + 3 * x;
        rows[at] = (byte) ((pixel >> 16) - (above >> 16));
        rows[at + 1] = (byte) ((pixel >> 8) - (above >> 8));
        rows[at + 2] = (byte) (pixel - above);
      }
    }
    return rows;
  }

  private static byte[] deflated(byte[] bytes) {
    try (var deflater = new Deflater(LEVEL)) {
      deflater.setInput(bytes);
      deflater.finish();
      var out = new ByteArrayOutputStream(bytes.length / 16);
      var buffer = new byte[1 << 14];
      while (!deflater.finished()) {
        out.write(buffer, 0, deflater.deflate(buffer));
      }
      return out.toByteArray();
    }
  }

  private static void chunk(ByteArrayOutputStream out, String name, byte[] body) {
    byte[] tagged =
        ByteBuffer.allocate(4 + body.length)
            .put(name.getBytes(StandardCharsets.US_ASCII))
            .put(body)
            .array();
    var sum = new CRC32();
    sum.update(tagged);
    out.writeBytes(ByteBuffer.allocate(4).putInt(body.length).array());
    out.writeBytes(tagged);
    out.writeBytes(ByteBuffer.allocate(4).putInt((int) sum.getValue()).array());
  }
}
