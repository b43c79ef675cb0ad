package dev.quire.app.demo;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/// Text on its way into a part, encoded in pieces.
final class Xml {
  private static final int PIECE_CHARS = 1 << 15;

  private final OutputStream out;
  private final StringBuilder piece = new StringBuilder(PIECE_CHARS * 2);

  Xml(OutputStream out) {
    this.out = out;
  }

  /// Markup, as it is.
  Xml raw(String markup) {
    piece.append(markup);
    return this;
  }

  Xml raw(char markup) {
    piece.append(markup);
    return this;
  }

  Xml raw(int number) {
    piece.append(number);
    return this;
  }

  /// Text between tags or in an attribute.
  Xml text(String text) {
    for (var i = 0; i < text.length(); i++) {
      var c = text.charAt(i);
      switch (c) {
        case '&' -> piece.append("&amp;");
        case '<' -> piece.append("&lt;");
        case '>' -> piece.append("&gt;");
        case '"' -> piece.append("&quot;");
        default -> piece.append(c);
      }
    }
    return this;
  }

  /// A number with as many digits as it takes to read the same one back.
  Xml number(double number) {
    var whole = (long) number;
    if (whole == number && Math.abs(whole) < 1L << 53) {
      piece.append(whole);
    } else {
      piece.append(number);
    }
    return this;
  }

  /// Passes on what has come together, once that is enough.
  void flushPiece() throws IOException {
    if (piece.length() >= PIECE_CHARS) {
      flush();
    }
  }

  void flush() throws IOException {
    out.write(piece.toString().getBytes(StandardCharsets.UTF_8));
    piece.setLength(0);
  }
}
