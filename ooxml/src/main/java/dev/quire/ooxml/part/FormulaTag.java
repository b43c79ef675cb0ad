package dev.quire.ooxml.part;

import dev.quire.engine.ref.A1;
import dev.quire.engine.ref.Area;
import dev.quire.ooxml.xml.Ascii;
import dev.quire.ooxml.xml.XmlElement;
import dev.quire.ooxml.xml.XmlScanner;
import dev.quire.workbook.WhatIfTable;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/// A formula as a cell writes it (ECMA-376 part 1, §18.3.1.40).
///
/// @param kind how it is stored
/// @param text without `=`, empty for a shared formula whose text another cell has
/// @param area the cells that it is for, where it says so
/// @param group number of a shared formula, -1 for none
/// @param inputs of a what-if data table
record FormulaTag(Kind kind, String text, Optional<Area> area, int group, Inputs inputs) {
  /// The cells that a what-if data table puts its inputs into.
  ///
  /// @param first the only one, or that for the values above the table
  /// @param second that for the values to the left of a table with two
  /// @param both whether there are two
  /// @param above whether the values of the only one stand above the table
  /// @param gone which of them are gone, of which the file still tells where they were
  record Inputs(
      Optional<Area> first, Optional<Area> second, boolean both, boolean above, Set<String> gone) {
    static final Inputs NONE =
        new Inputs(Optional.empty(), Optional.empty(), false, false, Set.of());

    Inputs with(String attribute, String value) {
      return switch (attribute) {
        case "r1" -> new Inputs(A1.parse(value), second, both, above, gone);
        case "r2" -> new Inputs(first, A1.parse(value), both, above, gone);
        case "dt2D" -> new Inputs(first, second, XmlElement.isTrue(value), above, gone);
        case "dtr" -> new Inputs(first, second, both, XmlElement.isTrue(value), gone);
        case "del1", "del2" -> XmlElement.isTrue(value) ? without(attribute) : this;
        default -> this;
      };
    }

    private Inputs without(String attribute) {
      var all = new HashSet<>(gone);
      all.add(attribute);
      return new Inputs(first, second, both, above, Set.copyOf(all));
    }

    private Optional<Area> standing(Optional<Area> input, String attribute) {
      return gone.contains(attribute) ? Optional.empty() : input;
    }

    WhatIfTable table(Area area) {
      Optional<Area> none = Optional.empty();
      Optional<Area> one = standing(first, "del1");
      boolean lost = !gone.isEmpty();
      return both
          ? new WhatIfTable(area, one, standing(second, "del2"), lost)
          : new WhatIfTable(area, above ? one : none, above ? none : one, lost);
    }
  }

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
    Inputs inputs = Inputs.NONE;
    while (scanner.nextAttribute()) {
      switch (scanner.attributeName()) {
        case "t" -> kind = kind(scanner.value());
        case "ref" -> area = A1.parse(scanner.value());
        case "si" ->
            group = Ascii.number(scanner.buffer(), scanner.valueStart(), scanner.valueEnd());
        case "r1", "r2", "dt2D", "dtr", "del1", "del2" ->
            inputs = inputs.with(scanner.attributeName(), scanner.value());
        default -> {}
      }
    }
    return new FormulaTag(kind, plain(text(scanner)), area, group, inputs);
  }

  private static Kind kind(String word) {
    return switch (word) {
      case "shared" -> Kind.SHARED;
      case "array" -> Kind.ARRAY;
      case "dataTable" -> Kind.DATA_TABLE;
      default -> Kind.NORMAL;
    };
  }

  /// A formula without the `=` that some programs put before it, which Excel passes over
  /// (mk-j/PHP_XLSXWriter, issue 213, O).
  static String plain(String formula) {
    return formula.startsWith("=") ? formula.substring(1) : formula;
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
