package dev.quire.ooxml.patch;

import dev.quire.engine.cells.SheetCells;
import dev.quire.engine.ref.A1;
import dev.quire.engine.ref.Area;
import dev.quire.engine.value.BlankValue;
import dev.quire.engine.value.ErrorValue;
import dev.quire.engine.value.LogicalValue;
import dev.quire.engine.value.NumberValue;
import dev.quire.engine.value.Scalar;
import dev.quire.engine.value.TextValue;
import dev.quire.ooxml.guard.XlsxLimits;
import dev.quire.ooxml.part.Numbers;
import dev.quire.ooxml.part.Xstring;
import dev.quire.ooxml.patch.SheetView.CellFormula;
import dev.quire.ooxml.xml.Ascii;
import dev.quire.ooxml.xml.Tags;
import dev.quire.ooxml.xml.XmlElement;
import dev.quire.ooxml.xml.XmlScanner;
import dev.quire.ooxml.xml.XmlText;
import dev.quire.ooxml.xml.XmlTree;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Writes cells: what changed anew, what did not as it was.
final class CellWriter {
  private static final Set<String> REPLACEABLE = Set.of("f", "v", "is");

  private final SheetPlan plan;
  private final BookPatch book;
  private final XlsxLimits limits;
  private final String prefix;
  private final byte[] blank;

  /// @param prefix prefix of the main namespace with its colon, empty for none
  CellWriter(SheetPlan plan, BookPatch book, XlsxLimits limits, String prefix) {
    this.plan = plan;
    this.book = book;
    this.limits = limits;
    this.prefix = prefix;
    this.blank = Ascii.bytes("<" + prefix + "c/>");
  }

  /// A cell that the file does not have; empty when there is nothing to say about it.
  String fresh(int row, int column) {
    return rewrite(blank, row, column);
  }

  /// A cell that the file has, as it is to be now; empty when nothing is left of it.
  String rewrite(byte[] old, int row, int column) {
    Cell cell = new Cell(XmlTree.read("cell", old, limits), row, column);
    Map<String, Optional<String>> attributes = cell.attributes();
    String content = cell.formulaElement() + cell.valueElement() + cell.others();
    if (content.isEmpty() && cell.isBare()) {
      return "";
    }
    var scanner = new XmlScanner("cell", old, limits);
    scanner.next();
    String tag = Tags.with(scanner, attributes, !content.isEmpty());
    return tag.endsWith("/>") ? tag : tag + content + "</" + prefix + "c>";
  }

  /// What-if data tables stay when their results change: nothing but a change of the whole table
  /// removes them.
  private static boolean isDataTable(XmlElement formula) {
    return formula.attributeOr("t", "").equals("dataTable");
  }

  /// One cell, as it was and as it is.
  private final class Cell {
    private final XmlTree old;
    private final int row;
    private final int column;
    private final Scalar value;
    private final Optional<CellFormula> formula;
    private final boolean keepsFormula;
    private final boolean keepsValue;

    Cell(XmlTree old, int row, int column) {
      this.old = old;
      this.row = row;
      this.column = column;
      SheetView now = plan.current();
      value = now.value(row, column);
      formula = now.formula(row, column);
      keepsFormula = formula.isPresent() && now.keepsFormula(plan.base(), row, column);
      boolean hadFormula = plan.base().hasFormula(row, column);
      keepsValue =
          value.equals(plan.base().value(row, column))
              && hadFormula == formula.isPresent()
              && !lacksValue();
    }

    /// Whether the file does not have what the cell gives: it was calculated when it was read.
    private boolean lacksValue() {
      boolean nothing =
          value == BlankValue.BLANK || value instanceof TextValue(String text) && text.isEmpty();
      return !nothing
          && child("is").isEmpty()
          && child("v").filter(each -> !each.text().isEmpty()).isEmpty();
    }

    Map<String, Optional<String>> attributes() {
      var changes = new HashMap<String, Optional<String>>();
      changes.put("r", Optional.of(A1.cell(row, column)));
      int style = plan.current().style(row, column);
      Optional<String> inherited = inherited(style);
      if (style != plan.base().style(row, column) || inherited.isPresent()) {
        boolean own = style != SheetCells.NO_STYLE;
        changes.put("s", own ? Optional.of(Integer.toString(style)) : inherited);
      }
      if (!keepsValue) {
        changes.put("t", type());
        changes.put("vm", Optional.empty());
      }
      if (!keepsFormula && (formula.isPresent() || !keepsValue)) {
        boolean dynamic = formula.filter(CellFormula::dynamic).isPresent();
        changes.put("cm", dynamic ? Optional.of(book.dynamicMark()) : Optional.empty());
      }
      return changes;
    }

    /// The style of its row or column, which counts in a file only for cells that are not there
    /// (O).
    private Optional<String> inherited(int style) {
      int other = plan.current().layout().style(row, column);
      boolean counts =
          style == SheetCells.NO_STYLE
              && other != SheetCells.NO_STYLE
              && (formula.isPresent() || value != BlankValue.BLANK);
      return counts ? Optional.of(Integer.toString(other)) : Optional.empty();
    }

    /// Whether the cell has no style, so that nothing is lost with it.
    boolean isBare() {
      return plan.current().style(row, column) == SheetCells.NO_STYLE;
    }

    String formulaElement() {
      Optional<XmlElement> written = child("f");
      if (formula.isEmpty()) {
        boolean stays = keepsValue || written.filter(CellWriter::isDataTable).isPresent();
        return stays ? written.map(old::source).orElse("") : "";
      }
      String promoted = plan.promoted(row, column);
      if (!promoted.isEmpty()) {
        return promoted;
      }
      if (keepsFormula && written.isPresent()) {
        return respelled(written.get());
      }
      CellFormula now = formula.get();
      String attributes = now.area().map(area -> " t=\"array\" ref=\"" + area + "\"").orElse("");
      return "<%sf%s>%s</%sf>".formatted(prefix, attributes, XmlText.escape(now.text()), prefix);
    }

    private String respelled(XmlElement written) {
      String source = spread(old.source(written), written);
      String text = formula.map(CellFormula::text).orElse("");
      boolean same = written.text().isEmpty() || plan.base().formulaText(row, column).equals(text);
      return same
          ? source
          : source.substring(0, source.indexOf('>') + 1)
              + XmlText.escape(text)
              + "</"
              + prefix
              + "f>";
    }

    /// The formula of an array, said to fill the cells that it fills: what spills may have said
    /// another area, or the first cell only.
    private String spread(String source, XmlElement written) {
      Optional<String> area =
          formula
              .flatMap(CellFormula::area)
              .map(Area::toString)
              .filter(_ -> written.attributeOr("t", "").equals("array"));
      boolean same = area.isEmpty() || area.equals(written.attribute("ref"));
      return same ? source : Tags.with(source, Map.of("ref", area), limits);
    }

    String valueElement() {
      if (keepsValue) {
        return child("v").map(old::source).orElse("") + child("is").map(old::source).orElse("");
      }
      String text = text();
      return text.isEmpty() && !(value instanceof TextValue)
          ? ""
          : "<%sv>%s</%sv>".formatted(prefix, text, prefix);
    }

    String others() {
      var out = new StringBuilder();
      for (XmlElement each : old.root().children()) {
        if (!REPLACEABLE.contains(each.name())) {
          out.append(old.source(each));
        }
      }
      return out.toString();
    }

    private Optional<XmlElement> child(String name) {
      return old.root().children().stream().filter(each -> each.name().equals(name)).findFirst();
    }

    private Optional<String> type() {
      return switch (value) {
        case NumberValue _, BlankValue _ -> Optional.empty();
        case TextValue _ -> Optional.of(formula.isPresent() ? "str" : "s");
        case LogicalValue _ -> Optional.of("b");
        case ErrorValue error ->
            isOld(error) || formula.isEmpty() ? Optional.of("e") : Optional.empty();
      };
    }

    /// Newer errors are told apart by metadata that we do not write. Where a formula gives one, it
    /// gives it again when it is calculated; as a constant it becomes the error that Excel shows
    /// without that metadata.
    private String word(ErrorValue error) {
      if (isOld(error)) {
        return error.word();
      }
      return formula.isPresent() ? "" : ErrorValue.VALUE.word();
    }

    private static boolean isOld(ErrorValue error) {
      return error.compareTo(ErrorValue.GETTING_DATA) <= 0;
    }

    private String text() {
      return switch (value) {
        case NumberValue(double number) -> Numbers.print(number);
        case TextValue(String text) ->
            formula.isPresent()
                ? XmlText.escape(Xstring.encode(text))
                : Integer.toString(book.textNumber(text));
        case LogicalValue logical -> logical.truth() ? "1" : "0";
        case ErrorValue error -> word(error);
        case BlankValue _ -> "";
      };
    }
  }
}
