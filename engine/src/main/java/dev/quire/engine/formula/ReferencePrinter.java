package dev.quire.engine.formula;

import dev.quire.engine.formula.Expression.CellReference;
import dev.quire.engine.formula.Expression.TableReference;
import dev.quire.engine.ref.A1;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Writes references to cells and tables.
final class ReferencePrinter {
  private static final String LOST = "#REF!";

  private final FormulaSite site;
  private final Notation notation;
  private final Bindings bindings;
  private final boolean forFile;

  ReferencePrinter(FormulaSite site, Notation notation, Bindings bindings, boolean forFile) {
    this.site = site;
    this.notation = notation;
    this.bindings = bindings;
    this.forFile = forFile;
  }

  String print(CellReference reference) {
    return print(reference, ":");
  }

  /// A reference with something else in place of its colon.
  String print(CellReference reference, String colon) {
    RelativeArea area = References.ordered(reference.area(), site);
    String cells =
        area.at(site.row(), site.column()).isEmpty()
            ? LOST
            : notation == Notation.A1
                ? a1(area, reference.extent(), colon)
                : r1c1(area, reference.extent(), colon);
    return sheets(reference.sheets()) + cells;
  }

  String print(Expression.Name name) {
    boolean isFunction =
        forFile
            && name.sheets() == Sheets.HERE
            && FileNames.isFunction(name.name().toUpperCase(Locale.ROOT))
            && !bindings.definesName(site.sheet(), name.name());
    return isFunction ? FileNames.meant(name.name()) : sheets(name.sheets()) + name.name();
  }

  /// The sheets with their `!`, quoted where needed; nothing for the formula's own sheet.
  String sheets(Sheets sheets) {
    return switch (sheets) {
      case Sheets.Here _ -> "";
      case Sheets.One one -> sheet(bindings.sheetName(one.sheet()));
      case Sheets.Span span -> span(span);
      case Sheets.Unknown unknown -> SheetNames.quoted(unknown.name()) + "!";
      case Sheets.Gone _ -> LOST;
      case Sheets.External external -> SheetNames.quoted(external.text()) + "!";
    };
  }

  private static String sheet(Optional<String> name) {
    return name.map(found -> SheetNames.quoted(found) + "!").orElse(LOST);
  }

  private String span(Sheets.Span span) {
    Optional<String> first = bindings.sheetName(span.first());
    Optional<String> last = bindings.sheetName(span.last());
    return first.isEmpty() || last.isEmpty()
        ? LOST
        : SheetNames.quotedSpan(first.get(), last.get()) + "!";
  }

  private String a1(RelativeArea area, Extent extent, String colon) {
    return switch (extent) {
      case CELL -> column(area.left()) + row(area.top());
      case AREA ->
          column(area.left()) + row(area.top()) + colon + column(area.right()) + row(area.bottom());
      case COLUMNS -> column(area.left()) + colon + column(area.right());
      case ROWS -> row(area.top()) + colon + row(area.bottom());
    };
  }

  private String column(Coordinate column) {
    return (column.fixed() ? "$" : "") + A1.column(column.at(site.column()));
  }

  private String row(Coordinate row) {
    return (row.fixed() ? "$" : "") + (row.at(site.row()) + 1);
  }

  private static String r1c1(RelativeArea area, Extent extent, String colon) {
    String first =
        switch (extent) {
          case CELL, AREA -> index('R', area.top()) + index('C', area.left());
          case COLUMNS -> index('C', area.left());
          case ROWS -> index('R', area.top());
        };
    String last =
        switch (extent) {
          case CELL -> first;
          case AREA -> index('R', area.bottom()) + index('C', area.right());
          case COLUMNS -> index('C', area.right());
          case ROWS -> index('R', area.bottom());
        };
    boolean once = extent != Extent.AREA && first.equals(last) && colon.equals(":");
    return once ? first : first + colon + last;
  }

  private static String index(char letter, Coordinate coordinate) {
    if (coordinate.fixed()) {
      return letter + Integer.toString(coordinate.value() + 1);
    }
    return coordinate.value() == 0 ? "" + letter : letter + "[" + coordinate.value() + "]";
  }

  String print(TableReference reference) {
    boolean thisRow = reference.parts().equals(Set.of(TablePart.THIS_ROW));
    if (thisRow && !forFile) {
      String table = isEnclosing(reference.table()) ? "" : reference.table();
      return table + "[@" + columnsBehindAt(reference.columns()) + "]";
    }
    List<String> pieces = new ArrayList<>();
    for (TablePart part : TablePart.values()) {
      if (reference.parts().contains(part)) {
        pieces.add("[" + part.word() + "]");
      }
    }
    if (!reference.columns().isEmpty()) {
      pieces.add(bracketed(reference.columns()));
    }
    boolean onePiece =
        pieces.size() == 1
            && reference.columns().size() < 2
            && reference.columns().stream().allMatch(ReferencePrinter::needsNoMoreBrackets);
    return reference.table()
        + (onePiece ? pieces.getFirst() : "[" + String.join(",", pieces) + "]");
  }

  /// An `@` in front would be read as "this row", blanks at the edges as none.
  private static boolean needsNoMoreBrackets(String column) {
    return column.equals(column.strip()) && !column.startsWith("@");
  }

  private boolean isEnclosing(String table) {
    return bindings
        .tableAt(site.sheet(), site.row(), site.column())
        .filter(found -> found.name().equalsIgnoreCase(table))
        .isPresent();
  }

  private static String columnsBehindAt(List<String> columns) {
    if (columns.isEmpty()) {
      return "";
    }
    boolean bare = columns.size() == 1 && SheetNames.isPlainColumn(columns.getFirst());
    return bare ? columns.getFirst() : bracketed(columns);
  }

  private static String bracketed(List<String> columns) {
    var text = new StringBuilder();
    for (String column : columns) {
      text.append(text.isEmpty() ? "[" : ":[").append(SheetNames.escapedColumn(column)).append(']');
    }
    return text.toString();
  }
}
