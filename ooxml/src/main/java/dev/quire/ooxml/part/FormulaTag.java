package dev.quire.ooxml.part;

import dev.quire.engine.ref.A1;
import dev.quire.engine.ref.Area;
import dev.quire.ooxml.xml.Ascii;
import dev.quire.ooxml.xml.XmlScanner;
import java.util.Optional;

/// A formula as a cell writes it (ECMA-376 part 1, §18.3.1.40).
///
/// @param kind how it is stored
/// @param text without `=`, empty for a shared formula whose text another cell has
/// @param area the cells that it is for, where it says so
/// @param group number of a shared formula, -1 for none
record FormulaTag(Kind kind, String text, Optional<Area> area, int group) {
  /// How a formula is stored.
  enum Kind {
    NORMAL,
    SHARED,
    ARRAY,
    DATA_TABLE
  }

  /// Reads the element whose start tag is the present token; its end tag is the present token
  /// afterwards.
  static FormulaTag read(XmlScanner scanner) {
    Kind kind = Kind.NORMAL;
    Optional<Area> area = Optional.empty();
    int group = -1;
    while (scanner.nextAttribute()) {
      switch (scanner.attributeName()) {
        case "t" -> kind = kind(scanner.value());
        case "ref" -> area = A1.parse(scanner.value());
        case "si" ->
            group = Ascii.number(scanner.buffer(), scanner.valueStart(), scanner.valueEnd());
        default -> {}
      }
    }
    return new FormulaTag(kind, text(scanner), area, group);
  }

  private static Kind kind(String word) {
    return switch (word) {
      case "shared" -> Kind.SHARED;
      case "array" -> Kind.ARRAY;
      case "dataTable" -> Kind.DATA_TABLE;
      default -> Kind.NORMAL;
    };
  }

  /// The text up to the end tag of the present element.
  static String text(XmlScanner scanner) {
    if (scanner.isEmpty()) {
      return "";
    }
    int depth = scanner.depth();
    String found = "";
    for (var token = scanner.next(); scanner.depth() >= depth; token = scanner.next()) {
      if (token == XmlScanner.Token.TEXT) {
        found = found.isEmpty() ? scanner.text() : found.concat(scanner.text());
      }
    }
    return found;
  }
}
