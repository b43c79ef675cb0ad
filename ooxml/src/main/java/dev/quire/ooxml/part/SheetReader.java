package dev.quire.ooxml.part;

import dev.quire.engine.cells.SheetCells;
import dev.quire.engine.ref.A1;
import dev.quire.engine.ref.Area;
import dev.quire.engine.ref.Grid;
import dev.quire.engine.value.BlankValue;
import dev.quire.engine.value.ErrorValue;
import dev.quire.engine.value.LogicalValue;
import dev.quire.engine.value.NumberValue;
import dev.quire.engine.value.Scalar;
import dev.quire.engine.value.TextValue;
import dev.quire.ooxml.guard.Budget;
import dev.quire.ooxml.xml.Ascii;
import dev.quire.ooxml.xml.XmlElement;
import dev.quire.ooxml.xml.XmlScanner;
import dev.quire.ooxml.xml.XmlScanner.Token;
import dev.quire.workbook.ColumnSpan;
import dev.quire.workbook.ConditionalRule;
import dev.quire.workbook.RowSetting;
import dev.quire.workbook.SheetSink;
import dev.quire.workbook.Sizes;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/// Reads a worksheet part cell by cell into a sink. Rows and cells without position follow the one
/// before; a style number that no cell format has counts as none.
final class SheetReader {
  /// No row is higher and no column wider, in whatever unit.
  private static final double MOST_POINTS = 100_000;

  /// Said by Excel in every row, and of no interest.
  private static final byte[] SPANS = Ascii.bytes("spans");

  private final XmlScanner scanner;
  private final RowMarks.Builder marks;
  private final SheetContext context;
  private final SheetSink sink;
  private final ModelMeter meter;
  private final CellTag tag;
  private final CellValue value;
  private final PlainCell plain;
  private final Map<Integer, Integer> groups = new HashMap<>();
  private final BitSet styledColumns = new BitSet();
  private int rowStyle = SheetCells.NO_STYLE;
  private int groupCount;
  private byte[] columnName = {};
  private byte[] rowName = {};
  private byte[] cellName = {};
  private byte[] valueName = {};
  private byte[] formulaName = {};
  private byte[] inlineName = {};
  private String prefix = "";

  SheetReader(IndexedPart part, SheetContext context, Budget memory, SheetSink sink) {
    this.scanner = part.scanner();
    this.marks = part.rows();
    this.context = context;
    this.sink = sink;
    this.meter = new ModelMeter(memory, scanner.part());
    this.tag = new CellTag(context.styles());
    this.value = new CellValue(context);
    this.plain = new PlainCell(scanner, context.styles());
  }

  /// Reads the part to its end.
  void read() {
    names(SharedStrings.rootPrefix(scanner));
    byte[] sheetData = Ascii.bytes(prefix + "sheetData");
    byte[] columns = Ascii.bytes(prefix + "cols");
    byte[] filter = Ascii.bytes(prefix + "autoFilter");
    byte[] format = Ascii.bytes(prefix + "sheetFormatPr");
    byte[] merged = Ascii.bytes(prefix + "mergeCells");
    byte[] protection = Ascii.bytes(prefix + ProtectionReader.NAME);
    byte[] extensions = Ascii.bytes(prefix + "extLst");
    byte[] extension = Ascii.bytes(prefix + "ext");
    var conditions = new ConditionReader(context.differentials(), sink::formula);
    for (Token token = scanner.next(); token != Token.EOF; token = scanner.next()) {
      if (token != Token.START) {
        continue;
      }
      if (scanner.isNamed(sheetData)) {
        rows();
      } else if (scanner.isNamed(merged)) {
        merged();
      } else if (scanner.isNamed(protection)) {
        ProtectionReader.read(scanner.tree().root()).ifPresent(sink::protection);
      } else if (scanner.isNamed(extensions)
          || scanner.isNamed(extension)
          || isNamedLocally("conditionalFormattings")) {
        continue; // what is of interest stands inside
      } else if (isNamedLocally("conditionalFormatting")) {
        conditions.read(scanner.tree().root(), this::condition);
      } else if (scanner.isNamed(columns)) {
        columns();
      } else if (scanner.isNamed(filter)) {
        FilterArea.of(scanner.tree().root()).ifPresent(sink::filtered);
      } else if (scanner.isNamed(format)) {
        sizes();
        scanner.skipElement();
      } else {
        scanner.skipElement();
      }
    }
    meter.settle();
  }

  private void names(String rootPrefix) {
    prefix = rootPrefix;
    columnName = Ascii.bytes(prefix + "col");
    rowName = Ascii.bytes(prefix + "row");
    cellName = Ascii.bytes(prefix + "c");
    valueName = Ascii.bytes(prefix + "v");
    formulaName = Ascii.bytes(prefix + "f");
    inlineName = Ascii.bytes(prefix + "is");
  }

  private boolean isNamedLocally(String name) {
    String written = scanner.name();
    return written.substring(written.indexOf(':') + 1).equals(name);
  }

  private void condition(ConditionalRule rule) {
    rule.areas().forEach(_ -> meter.area());
    sink.condition(rule);
  }

  private void merged() {
    if (scanner.isEmpty()) {
      return;
    }
    byte[] name = Ascii.bytes(prefix + "mergeCell");
    int depth = scanner.depth();
    for (Token token = scanner.next(); scanner.depth() >= depth; token = scanner.next()) {
      if (token == Token.START && scanner.isNamed(name)) {
        while (scanner.nextAttribute()) {
          if (scanner.attributeName().equals("ref")) {
            A1.parse(scanner.value()).filter(each -> !each.isCell()).ifPresent(sink::merged);
            meter.area();
          }
        }
      }
    }
  }

  private void columns() {
    if (scanner.isEmpty()) {
      return;
    }
    int depth = scanner.depth();
    for (Token token = scanner.next(); scanner.depth() >= depth; token = scanner.next()) {
      if (token == Token.START) {
        if (scanner.isNamed(columnName)) {
          column();
        }
        scanner.skipElement();
      }
    }
  }

  private void column() {
    int first = 0;
    int last = 0;
    int style = SheetCells.NO_STYLE;
    boolean hidden = false;
    OptionalDouble width = OptionalDouble.empty();
    while (scanner.nextAttribute()) {
      byte[] bytes = scanner.buffer();
      int from = scanner.valueStart();
      int to = scanner.valueEnd();
      switch (scanner.attributeName()) {
        case "width" -> width = size(scanner.value());
        case "min" -> first = Ascii.number(bytes, from, to);
        case "max" -> last = Ascii.number(bytes, from, to);
        case "style" -> style = CellTag.style(bytes, from, to, context.styles());
        case "hidden" -> hidden = XmlElement.isTrue(scanner.value());
        default -> {}
      }
    }
    if (first < 1 || last < first || first > Grid.COLUMNS) {
      throw scanner.damaged("no columns from %d to %d".formatted(first, last));
    }
    if (style > 0) {
      styledColumns.set(first - 1, Math.min(last, Grid.COLUMNS));
    }
    sink.columns(new ColumnSpan(first - 1, Math.min(last, Grid.COLUMNS) - 1, style, hidden, width));
  }

  /// A width or height; empty for what is none.
  private static OptionalDouble size(String text) {
    try {
      double size = Double.parseDouble(text);
      return size >= 0 && size < MOST_POINTS ? OptionalDouble.of(size) : OptionalDouble.empty();
    } catch (NumberFormatException damaged) {
      return OptionalDouble.empty();
    }
  }

  /// The sheet's own sizes of rows and columns.
  private void sizes() {
    OptionalDouble width = OptionalDouble.empty();
    OptionalDouble digits = OptionalDouble.empty();
    OptionalDouble height = OptionalDouble.empty();
    while (scanner.nextAttribute()) {
      switch (scanner.attributeName()) {
        case "defaultColWidth" -> width = size(scanner.value());
        case "baseColWidth" -> digits = size(scanner.value());
        case "defaultRowHeight" -> height = size(scanner.value());
        default -> {}
      }
    }
    double usual = digits.isPresent() ? Sizes.around(digits.getAsDouble()) : Sizes.COLUMN_CHARS;
    sink.sizes(width.orElse(usual), height.orElse(Sizes.ROW_POINTS));
  }

  private void rows() {
    if (scanner.isEmpty()) {
      return;
    }
    marks.begin(scanner.endOffset());
    int depth = scanner.depth();
    int row = -1;
    for (Token token = scanner.next(); scanner.depth() >= depth; token = scanner.next()) {
      if (token == Token.START) {
        if (scanner.isNamed(rowName)) {
          row = row(row + 1);
        } else {
          scanner.skipElement();
        }
      }
    }
    marks.end(scanner.offset());
  }

  private int row(int next) {
    int row = rowTag(next);
    if (scanner.isEmpty()) {
      return row;
    }
    int depth = scanner.depth();
    int column = plainCells(-1);
    for (Token token = scanner.next(); scanner.depth() >= depth; token = scanner.next()) {
      if (token == Token.START) {
        if (scanner.isNamed(cellName)) {
          tag.read(scanner, row, column + 1);
          cell();
          column = plainCells(tag.column());
        } else {
          scanner.skipElement();
        }
      }
    }
    return row;
  }

  /// Reads what follows as long as it is cells as nearly all are.
  ///
  /// @return column of the last one; the given one when there was none
  private int plainCells(int before) {
    int column = before;
    while (prefix.isEmpty() && plain.next()) {
      column = plain.column();
      meter.cell(plain.row(), column);
      if (plain.isText()) {
        String text = context.strings().table().text(plain.text(), scanner);
        sink.text(plain.row(), column, styled(column, plain.style()), text);
      } else {
        sink.number(plain.row(), column, styled(column, plain.style()), plain.number());
      }
    }
    return column;
  }

  private int style() {
    return styled(tag.column(), tag.style());
  }

  /// The style of a cell. One that the file names none for has the first, whatever its row and
  /// column look like (O).
  private int styled(int column, int told) {
    if (told != SheetCells.NO_STYLE) {
      return told;
    }
    boolean isStyled = rowStyle != SheetCells.NO_STYLE ? rowStyle > 0 : styledColumns.get(column);
    return isStyled ? 0 : told;
  }

  private int rowTag(int next) {
    int row = next;
    boolean told = false;
    int style = SheetCells.NO_STYLE;
    boolean ownStyle = false;
    boolean hidden = false;
    OptionalDouble height = OptionalDouble.empty();
    while (scanner.nextAttribute()) {
      byte[] bytes = scanner.buffer();
      int from = scanner.valueStart();
      int to = scanner.valueEnd();
      int length = scanner.attributeNameEnd() - scanner.attributeStart();
      if (length == 1 && bytes[scanner.attributeStart()] == 'r') {
        row = Ascii.number(bytes, from, to) - 1;
        told = true;
      } else if (length == 1 && bytes[scanner.attributeStart()] == 's') {
        style = CellTag.style(bytes, from, to, context.styles());
      } else if (!isAttribute(SPANS)) {
        switch (scanner.attributeName()) {
          case "ht" -> height = size(scanner.value());
          case "customFormat" -> ownStyle = XmlElement.isTrue(scanner.value());
          case "hidden" -> hidden = XmlElement.isTrue(scanner.value());
          default -> {}
        }
      }
    }
    if (row < 0 || row >= Grid.ROWS) {
      throw scanner.damaged("a row beyond the edge of the sheet");
    }
    marks.row(row, scanner.offset(), told);
    rowStyle = ownStyle ? style : SheetCells.NO_STYLE;
    if (rowStyle != SheetCells.NO_STYLE || hidden || height.isPresent()) {
      sink.row(new RowSetting(row, rowStyle, hidden, height));
    }
    return row;
  }

  private boolean isAttribute(byte[] name) {
    return Ascii.equal(
        scanner.buffer(), scanner.attributeStart(), scanner.attributeNameEnd(), name);
  }

  private void cell() {
    Optional<FormulaTag> formula = Optional.empty();
    value.clear();
    if (!scanner.isEmpty()) {
      int depth = scanner.depth();
      for (Token token = scanner.next(); scanner.depth() >= depth; token = scanner.next()) {
        if (token != Token.START) {
          continue;
        }
        if (scanner.isNamed(valueName)) {
          value.read(scanner, tag.kind());
        } else if (scanner.isNamed(formulaName)) {
          formula = Optional.of(FormulaTag.read(scanner));
        } else if (scanner.isNamed(inlineName)) {
          value.inline(new StringItem(scanner, prefix));
        } else {
          scanner.skipElement();
        }
      }
    }
    if (tag.valueMark() > 0) {
      value.refine(tag.valueMark());
    }
    meter.cell(tag.row(), tag.column());
    if (formula.isEmpty() || !formula(formula.get())) {
      constant();
    }
  }

  private void constant() {
    int row = tag.row();
    int column = tag.column();
    int style = style();
    if (value.isNumber()) {
      sink.number(row, column, style, value.number());
      return;
    }
    switch (value.scalar()) {
      case NumberValue(double number) -> sink.number(row, column, style, number);
      case TextValue(String text) -> {
        if (tag.kind() != CellTag.Kind.SHARED) {
          meter.text(text);
        }
        sink.text(row, column, style, text);
      }
      case LogicalValue logical -> sink.logical(row, column, style, logical.truth());
      case ErrorValue error -> sink.error(row, column, style, error);
      case BlankValue _ -> {
        if (style != SheetCells.NO_STYLE) {
          sink.blank(row, column, style);
        }
      }
    }
  }

  /// Hands on a formula; false when the cell is a constant after all, as those of what-if data
  /// tables are to us.
  private boolean formula(FormulaTag formula) {
    Scalar scalar = value.scalar();
    Optional<Scalar> cached = scalar == BlankValue.BLANK ? Optional.empty() : Optional.of(scalar);
    meter.formula(formula.text());
    return switch (formula.kind()) {
      case DATA_TABLE -> dataTable(formula);
      case NORMAL -> normal(formula, cached);
      case SHARED -> shared(formula, cached);
      case ARRAY -> array(formula, cached);
    };
  }

  private boolean dataTable(FormulaTag formula) {
    formula.area().map(formula.inputs()::table).ifPresent(sink::whatIf);
    return false;
  }

  private boolean normal(FormulaTag formula, Optional<Scalar> cached) {
    if (formula.text().isEmpty()) {
      return false;
    }
    sink.formula(tag.row(), tag.column(), style(), formula.text(), cached);
    return true;
  }

  /// The file may use a group's number again for another formula, so groups get numbers of ours.
  private boolean shared(FormulaTag formula, Optional<Scalar> cached) {
    if (formula.text().isEmpty()) {
      int group = groups.computeIfAbsent(formula.group(), _ -> groupCount++);
      sink.sharedFormula(tag.row(), tag.column(), style(), group, cached);
      return true;
    }
    if (formula.area().isEmpty()) {
      return normal(formula, cached);
    }
    int group = groupCount++;
    groups.put(formula.group(), group);
    sink.sharedFormula(tag.row(), tag.column(), style(), group, formula.text(), cached);
    return true;
  }

  private boolean array(FormulaTag formula, Optional<Scalar> cached) {
    if (formula.text().isEmpty()) {
      return false;
    }
    Area area = formula.area().orElse(Area.cell(tag.row(), tag.column()));
    boolean dynamic = context.dynamicMarks().get(tag.mark());
    sink.arrayFormula(tag.row(), tag.column(), style(), area, formula.text(), dynamic, cached);
    return true;
  }
}
