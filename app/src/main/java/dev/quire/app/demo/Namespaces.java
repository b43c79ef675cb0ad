package dev.quire.app.demo;

import java.util.Locale;
import java.util.UUID;

/// Names that ECMA-376 and Microsoft's extensions to it give to things, and that we give.
final class Namespaces {
  static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  static final String RELATION =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  static final String DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main";
  static final String CHART = "http://schemas.openxmlformats.org/drawingml/2006/chart";
  static final String ANCHOR =
      "http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing";
  static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/";

  /// Opens the attributes of a worksheet or table: identities Excel keeps for working together.
  static final String WITH_IDENTITIES =
      " xmlns=\"%s\" xmlns:r=\"%s\"".formatted(MAIN, RELATION)
          + " xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\""
          + " mc:Ignorable=\"xr xr3\""
          + " xmlns:xr=\"http://schemas.microsoft.com/office/spreadsheetml/2014/revision\""
          + " xmlns:xr3=\"http://schemas.microsoft.com/office/spreadsheetml/2016/revision3\"";

  private Namespaces() {}

  /// The identity of something, the same every time.
  static String identity(String what) {
    return "{" + new UUID(mixed(what, 1), mixed(what, 2)).toString().toUpperCase(Locale.ROOT) + "}";
  }

  /// FNV-1a over the characters; a library's digest would be the slowest step of a small book.
  private static long mixed(String what, int salt) {
    var hash = (0xcbf29ce484222325L ^ salt) * 0x100000001b3L;
    for (var i = 0; i < what.length(); i++) {
      hash = (hash ^ what.charAt(i)) * 0x100000001b3L;
    }
    return hash;
  }
}
