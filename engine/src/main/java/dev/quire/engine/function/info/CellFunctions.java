package dev.quire.engine.function.info;

import static dev.quire.engine.function.FunctionSpec.function;
import static dev.quire.engine.function.Parameters.any;
import static dev.quire.engine.function.Parameters.text;

import dev.quire.engine.formula.Arguments;
import dev.quire.engine.formula.CellLook;
import dev.quire.engine.formula.FormulaPrinter;
import dev.quire.engine.formula.FormulaSite;
import dev.quire.engine.function.FunctionSpec;
import dev.quire.engine.numfmt.FormatSummary;
import dev.quire.engine.ref.A1;
import dev.quire.engine.value.BlankValue;
import dev.quire.engine.value.ErrorValue;
import dev.quire.engine.value.LogicalValue;
import dev.quire.engine.value.NumberValue;
import dev.quire.engine.value.ReferenceValue;
import dev.quire.engine.value.Scalar;
import dev.quire.engine.value.TextValue;
import dev.quire.engine.value.Value;
import java.util.List;
import java.util.Locale;

/// Functions that tell about a cell, how it looks included, and about the program. Anew with every
/// calculation, since formats change without one.
public final class CellFunctions {
  /// All functions of this family.
  public static final List<FunctionSpec> ALL =
      List.of(
          function("CELL", CellFunctions::cell)
              .yieldsArray()
              .takes(text("info_type"), any("reference").optional())
              .everChanging(),
          function("INFO", CellFunctions::info).takes(text("type_text")).everChanging());

  private CellFunctions() {}

  private static Value cell(Arguments a) {
    if (!a.has(1)) {
      return told(a, a.site());
    }
    return switch (a.value(1)) {
      case ErrorValue error -> error;
      case ReferenceValue reference when reference.isSingle() -> {
        var area = reference.first().area();
        yield told(
            a, new FormulaSite(reference.first().sheet(), area.firstRow(), area.firstColumn()));
      }
      case Value _ -> ErrorValue.VALUE;
    };
  }

  private static Value told(Arguments a, FormulaSite site) {
    CellLook look = a.workspace().look(site.sheet(), site.row(), site.column());
    FormatSummary format = FormatSummary.of(look.numberFormat());
    return switch (a.text(0).toLowerCase(Locale.ROOT)) {
      case "address" -> address(a, site);
      case "col" -> new NumberValue(site.column() + 1);
      case "row" -> new NumberValue(site.row() + 1);
      case "color" -> number(format.colorsNegatives());
      case "contents" -> content(a, site);
      case "filename" -> fileName(a, site);
      case "format" -> new TextValue(format.word());
      case "parentheses" -> number(format.hasParentheses());
      case "prefix" -> new TextValue(prefix(content(a, site), look.alignment()));
      case "protect" -> number(look.isLocked());
      case "type" -> new TextValue(type(content(a, site)));
      case "width" -> width(a, look);
      default -> ErrorValue.VALUE;
    };
  }

  /// The file and the sheet, as Excel writes them; no folder, since where files lie is the server's
  /// business. Nothing for a workbook that is in no file.
  private static Value fileName(Arguments a, FormulaSite site) {
    String file = a.workspace().fileName();
    String sheet = a.workspace().sheetName(site.sheet()).orElse("");
    return file.isEmpty() ? TextValue.EMPTY : TextValue.of("[" + file + "]" + sheet);
  }

  private static Scalar content(Arguments a, FormulaSite site) {
    return a.workspace().cell(site.sheet(), site.row(), site.column());
  }

  private static Value number(boolean truth) {
    return truth ? NumberValue.ONE : NumberValue.ZERO;
  }

  /// A cell of another sheet is told with its file, so that a link may lead there (O).
  private static Value address(Arguments a, FormulaSite site) {
    String file = a.workspace().fileName();
    String book = file.isEmpty() ? "" : "[" + file + "]";
    String sheet =
        site.sheet() == a.site().sheet()
            ? ""
            : a.workspace()
                .sheetName(site.sheet())
                .map(name -> FormulaPrinter.quotedSheet(book + name) + "!")
                .orElse("");
    return TextValue.of(sheet + "$" + A1.column(site.column()) + "$" + (site.row() + 1));
  }

  /// Only texts have a sign for where they stand.
  private static String prefix(Scalar content, CellLook.Alignment alignment) {
    if (!(content instanceof TextValue)) {
      return "";
    }
    return switch (alignment) {
      case GENERAL, LEFT -> "'";
      case RIGHT -> "\"";
      case CENTER -> "^";
      case FILL -> "\\";
    };
  }

  private static String type(Scalar content) {
    return content == BlankValue.BLANK ? "b" : content instanceof TextValue ? "l" : "v";
  }

  /// Whole characters, and whether that is the usual width (O).
  private static Value width(Arguments a, CellLook look) {
    return a.array(
        1,
        2,
        (_, column) ->
            column == 0
                ? new NumberValue(Math.rint(look.widthChars()))
                : LogicalValue.of(look.hasUsualWidth()));
  }

  /// What a server can tell of itself; the machine behind it is nobody's business. Excel no longer
  /// tells of memory (D).
  private static Value info(Arguments a) {
    return switch (a.text(0).toLowerCase(Locale.ROOT)) {
      case "numfile" -> new NumberValue(a.workspace().sheets().size());
      case "origin" -> new TextValue("$A:$A$1");
      case "recalc" -> new TextValue(a.workspace().calculatesWhenAsked() ? "Manual" : "Automatic");
      case "osversion" -> new TextValue("Windows (64-bit) NT 10.00");
      case "release" -> new TextValue("16.0");
      case "system" -> new TextValue("pcdos");
      case "directory", "memavail", "memused", "totmem" -> ErrorValue.NA;
      default -> ErrorValue.VALUE;
    };
  }
}
