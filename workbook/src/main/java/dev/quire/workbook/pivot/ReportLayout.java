package dev.quire.workbook.pivot;

import dev.quire.engine.ref.Area;
import dev.quire.engine.ref.Grid;
import dev.quire.engine.value.BlankValue;
import dev.quire.engine.value.Scalar;
import dev.quire.engine.value.TextValue;
import dev.quire.workbook.pivot.AxisLine.Kind;
import dev.quire.workbook.pivot.PivotField.Layout;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/// A report worked out from a cache that has been read again. Rows and columns are counted from the
/// corner of the report.
public final class ReportLayout {
  private final PivotTable before;
  private final PivotTable table;
  private final Tallies tallies;
  private final PivotWords words;
  private final ItemNames names;

  /// What the cells of a report hold, counted from its corner.
  @FunctionalInterface
  public interface Shown {
    /// The value of a cell.
    Scalar at(int row, int column);
  }

  private ReportLayout(
      PivotTable before, PivotTable table, Tallies tallies, PivotWords words, ItemNames names) {
    this.before = before;
    this.table = table;
    this.tallies = tallies;
    this.words = words;
    this.names = names;
  }

  /// Works out a report.
  ///
  /// @param before the report as it is
  /// @param cache its cache, read again
  /// @param shown what its cells hold
  /// @throws PivotObstacle when that cannot be done
  public static ReportLayout of(
      PivotTable before, PivotCache cache, Shown shown, boolean date1904) {
    PivotRecords records =
        cache.fresh().orElseThrow(() -> new IllegalArgumentException("not read again")).records();
    PivotTable framed = before.rows().lines().isEmpty() ? before.shaped(frame(before)) : before;
    check(framed);
    PivotTable current = framed.with(cache);
    var fields = new ArrayList<PivotField>();
    for (int field = 0; field < current.fields().size(); field++) {
      CacheField cached = cache.fields().get(field);
      fields.add(
          FieldItems.updated(
              current.fields().get(field),
              before.cache().fields().get(field),
              cached,
              present(records, field, cached),
              before.axisFields().contains(field)));
    }
    FieldItems.requireUnlisted(before, cache);
    PivotTable renewed =
        current.laidOut(before.area(), fields, before.rows().lines(), before.columns().lines());
    PivotTable known = renewed.choosing(PageChoice.kept(before, renewed));
    Tallies tallies = Tallies.of(known, records);
    List<AxisLine> rows = AxisLayout.rows(known, tallies);
    List<AxisLine> columns = AxisLayout.columns(known, tallies);
    PivotTable table =
        known.laidOut(area(framed, rows.size(), columns.size()), fields, rows, columns);
    return new ReportLayout(
        before, table, tallies, PivotWords.of(before, shown), new ItemNames(table, date1904));
  }

  private static void check(PivotTable table) {
    if (!table.obstacles().isEmpty()) {
      throw new PivotObstacle(table.obstacles().getFirst());
    }
    PivotShape shape = table.shape();
    int levels = table.rows().fields().size();
    boolean rowsFit = levels == 0 || column(table, levels - 1) + 1 == shape.left();
    int columns = table.columns().fields().size();
    boolean columnsFit = columns == 0 || shape.headerRow() + columns == shape.top();
    if (!rowsFit || !columnsFit) {
      throw new PivotObstacle("its headings stand in an unknown way");
    }
  }

  /// The frame of a report that was never laid out, which programs other than Excel do not care
  /// for.
  private static PivotShape frame(PivotTable table) {
    PivotShape shape = table.shape();
    int captions = table.columns().hasFields() ? 1 : 0;
    int levels = table.rows().fields().size();
    return new PivotShape(
        captions,
        captions + Math.max(1, table.columns().fields().size()),
        levels == 0 ? shape.left() : column(table, levels - 1) + 1,
        shape.totalRow(),
        shape.totalColumn(),
        shape.pageRows(),
        shape.pageColumns(),
        shape.totalCaption(),
        shape.emptyText());
  }

  private static BitSet present(PivotRecords records, int field, CacheField cached) {
    var present = new BitSet();
    for (int record = 0; cached.isKnown() && record < records.count(); record++) {
      present.set(records.shown(field, record));
    }
    return present;
  }

  private static Area area(PivotTable before, int rows, int columns) {
    Area old = before.area();
    long lastRow = (long) old.firstRow() + before.shape().top() + rows - 1;
    long lastColumn = (long) old.firstColumn() + before.shape().left() + columns - 1;
    if (lastRow >= Grid.ROWS || lastColumn >= Grid.COLUMNS) {
      throw new PivotObstacle("the report would reach beyond the worksheet");
    }
    return new Area(
        old.firstRow(),
        old.firstColumn(),
        Math.max((int) lastRow, old.firstRow()),
        Math.max((int) lastColumn, old.firstColumn()));
  }

  /// The column in which the items of a level of rows stand.
  static int column(PivotTable table, int level) {
    int column = 0;
    for (int above = 0; above < level; above++) {
      int field = table.rows().fields().get(above);
      boolean shares = field >= 0 && table.fields().get(field).layout() == Layout.COMPACT;
      column += shares ? 0 : 1;
    }
    return column;
  }

  /// The pivot table as it is to be.
  public PivotTable table() {
    return table;
  }

  /// What a cell of the new report holds; empty for a heading that stays as it is.
  public Optional<Scalar> cell(int row, int column) {
    PivotShape shape = table.shape();
    int line = row - shape.top();
    int across = column - shape.left();
    if (line >= table.rows().lines().size() || across >= table.columns().lines().size()) {
      return Optional.empty();
    }
    if (line < 0) {
      Optional<Scalar> heading = across < 0 ? Optional.empty() : columnHeading(row, across);
      return heading.or(() -> before.rows().lines().isEmpty() ? caption(row, column) : heading);
    }
    if (across >= 0) {
      return Optional.of(value(line, across));
    }
    return table.rows().fields().isEmpty()
        ? Optional.empty()
        : Optional.of(rowHeading(line, column));
  }

  /// The captions of a report that was never laid out; later they stay as they are.
  private Optional<Scalar> caption(int row, int column) {
    PivotShape shape = table.shape();
    boolean aboveItems = row == shape.headerRow() - 1 && table.columns().hasFields();
    if (aboveItems && column >= shape.left()) {
      return captions(table.columns(), column - shape.left(), "Column Labels");
    }
    if (aboveItems && column == 0 && table.data().size() == 1) {
      return Optional.of(dataCaption(0));
    }
    return row == shape.top() - 1 && column < shape.left()
        ? captions(table.rows(), column, "Row Labels")
        : Optional.empty();
  }

  private Optional<Scalar> captions(PivotAxis axis, int at, String compact) {
    List<Integer> fields = axis.fields();
    if (at >= fields.size()) {
      return Optional.empty();
    }
    int field = fields.get(at);
    boolean named = field >= 0 && table.fields().get(field).layout() != Layout.COMPACT;
    return named
        ? Optional.of(new TextValue(table.fields().get(field).name()))
        : Optional.<Scalar>of(new TextValue(compact)).filter(_ -> at == 0);
  }

  private Optional<Scalar> columnHeading(int row, int across) {
    PivotAxis columns = table.columns();
    int level = row - table.shape().headerRow();
    if (columns.fields().isEmpty()) {
      boolean isCaption = row == table.shape().top() - 1 && !table.data().isEmpty();
      return isCaption ? Optional.of(dataCaption(0)) : Optional.empty();
    }
    if (level < 0) {
      return across < columns.fields().size() ? Optional.empty() : Optional.of(BlankValue.BLANK);
    }
    AxisLine line = columns.lines().get(across);
    return Optional.of(
        switch (line.kind()) {
          case ITEMS ->
              shows(columns, across, level) ? item(columns, line, level) : BlankValue.BLANK;
          case SUBTOTAL ->
              level == line.items().size() - 1 ? sum(columns, line, level) : BlankValue.BLANK;
          case GRAND_TOTAL -> level == 0 ? grandTotal(columns, line) : BlankValue.BLANK;
        });
  }

  private Scalar rowHeading(int at, int column) {
    PivotAxis rows = table.rows();
    AxisLine line = rows.lines().get(at);
    if (line.kind() == Kind.GRAND_TOTAL) {
      return column == 0 ? grandTotal(rows, line) : BlankValue.BLANK;
    }
    for (int level = line.items().size() - 1; level >= 0; level--) {
      if (column(table, level) == column) {
        if (line.kind() == Kind.SUBTOTAL) {
          return level == line.items().size() - 1 ? sum(rows, line, level) : BlankValue.BLANK;
        }
        return shows(rows, at, level) ? item(rows, line, level) : BlankValue.BLANK;
      }
    }
    return BlankValue.BLANK;
  }

  /// An item is written once for all lines that it stands for, unless its field repeats it.
  private boolean shows(PivotAxis axis, int at, int level) {
    AxisLine line = axis.lines().get(at);
    if (level >= line.items().size()) {
      return false;
    }
    int field = axis.fields().get(level);
    boolean repeats = field >= 0 && table.fields().get(field).repeats();
    return repeats || at == 0 || axis.lines().get(at - 1).commonWith(line) <= level;
  }

  private Scalar item(PivotAxis axis, AxisLine line, int level) {
    int field = axis.fields().get(level);
    int item = line.items().get(level);
    return field == PivotAxis.DATA ? dataCaption(item) : names.value(field, item);
  }

  private Scalar sum(PivotAxis axis, AxisLine line, int level) {
    String name = names.text(axis.fields().get(level), line.items().get(level));
    boolean each = axis.fields().indexOf(PivotAxis.DATA) > level;
    return new TextValue(
        each ? name + " " + table.data().get(line.data()).caption() : name + words.total());
  }

  private Scalar grandTotal(PivotAxis axis, AxisLine line) {
    return axis.hasData()
        ? new TextValue(words.total().strip() + " " + table.data().get(line.data()).caption())
        : new TextValue(words.grandTotal());
  }

  private Scalar dataCaption(int data) {
    return new TextValue(table.data().get(data).caption());
  }

  private Scalar value(int at, int across) {
    AxisLine row = table.rows().lines().get(at);
    AxisLine column = table.columns().lines().get(across);
    if (table.data().isEmpty() || isBare(row)) {
      return BlankValue.BLANK;
    }
    int data = table.columns().hasData() ? column.data() : row.data();
    Scalar value = tallies.value(table.rows().choice(row), table.columns().choice(column), data);
    return value == BlankValue.BLANK
        ? table.shape().emptyText().<Scalar>map(TextValue::new).orElse(value)
        : value;
  }

  /// Whether a line only names an item whose sum stands elsewhere, or nowhere.
  private boolean isBare(AxisLine row) {
    int level = row.items().size() - 1;
    if (row.kind() != Kind.ITEMS || level < 0 || level == table.rows().fields().size() - 1) {
      return false;
    }
    PivotField field = table.fields().get(table.rows().fields().get(level));
    boolean collapsed = field.items().get(row.items().getLast()).collapsed();
    return !collapsed && !(field.subtotal() && field.subtotalOnTop());
  }

  /// The number format of a value, if its data field has one.
  public Optional<String> numberFormat(int row, int column) {
    PivotShape shape = table.shape();
    if (row < shape.top() || column < shape.left() || table.data().isEmpty()) {
      return Optional.empty();
    }
    AxisLine line = table.columns().lines().get(column - shape.left());
    int data =
        table.columns().hasData()
            ? line.data()
            : table.rows().lines().get(row - shape.top()).data();
    return table.data().get(data).numberFormat();
  }

  /// A row of the old report that looks as this one of the new report should; empty when there was
  /// none like it.
  public Optional<Integer> rowLike(int row) {
    int top = table.shape().top();
    return row < top || row - top >= table.rows().lines().size()
        ? Optional.of(row)
        : like(before.rows(), table.rows(), row - top).map(line -> top + line);
  }

  /// The same for a column.
  public Optional<Integer> columnLike(int column) {
    int left = table.shape().left();
    return column < left || column - left >= table.columns().lines().size()
        ? Optional.of(column)
        : like(before.columns(), table.columns(), column - left).map(line -> left + line);
  }

  /// The line with the same place if it is of the same kind, or else the first one that is.
  private static Optional<Integer> like(PivotAxis old, PivotAxis now, int at) {
    AxisLine line = now.lines().get(at);
    if (at < old.lines().size() && isLike(old.lines().get(at), line)) {
      return Optional.of(at);
    }
    for (int other = 0; other < old.lines().size(); other++) {
      if (isLike(old.lines().get(other), line)) {
        return Optional.of(other);
      }
    }
    return Optional.empty();
  }

  private static boolean isLike(AxisLine one, AxisLine other) {
    return one.kind() == other.kind()
        && one.data() == other.data()
        && (one.kind() == Kind.GRAND_TOTAL || one.items().size() == other.items().size());
  }
}
