package dev.quire.ooxml;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.quire.engine.formula.Notation;
import dev.quire.engine.ref.A1;
import dev.quire.engine.ref.Area;
import dev.quire.engine.ref.Grid;
import dev.quire.engine.value.LogicalValue;
import dev.quire.engine.value.NumberValue;
import dev.quire.engine.value.TextValue;
import dev.quire.workbook.BorderPlace;
import dev.quire.workbook.CellGrid;
import dev.quire.workbook.ClearScope;
import dev.quire.workbook.Comment;
import dev.quire.workbook.DateGroup;
import dev.quire.workbook.DeleteShift;
import dev.quire.workbook.Edit;
import dev.quire.workbook.Entry;
import dev.quire.workbook.FilterCriteria;
import dev.quire.workbook.FormatEntry;
import dev.quire.workbook.InsertShift;
import dev.quire.workbook.RangeSort;
import dev.quire.workbook.SheetAction;
import dev.quire.workbook.Table;
import dev.quire.workbook.TableSort;
import dev.quire.workbook.Visibility;
import dev.quire.workbook.Workbook;
import dev.quire.workbook.WorkbookFault;
import dev.quire.workbook.Worksheet;
import dev.quire.workbook.chart.Chart;
import dev.quire.workbook.chart.ChartChange;
import dev.quire.workbook.chart.ChartType;
import dev.quire.workbook.chart.SeriesBy;
import dev.quire.workbook.chart.SeriesData;
import dev.quire.workbook.pivot.PivotTable;
import dev.quire.workbook.style.Border;
import dev.quire.workbook.style.Color;
import dev.quire.workbook.style.LookChange;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class RandomEditsProperties {
  private static final List<String> FORMULAS =
      List.of("A1+1", "SUM(A1:B3)", "'Se cond'!B2&\"<x>\"", "SEQUENCE(2)", "1/0", "IF(B1>0,A1:A3)");
  private static final List<LookChange> LOOKS =
      List.of(
          new LookChange.Bold(true),
          new LookChange.Wrapped(true),
          new LookChange.Filled(Optional.of(new Color(0xFF8800))));
  private static final List<String> TEXTS =
      List.of("", " a\n", "x_x0041_", "&<>\"'", "😀", "\u0001", "=1");

  private static byte[] file() {
    return new TestPackage()
        .sheet(
            "First",
            """
            <row r="1"><c r="A1"><f t="shared" ref="A1:B2" si="0">C1+1</f><v>1</v></c>\
            <c r="B1"><f t="shared" si="0"/><v>1</v></c></row><row r="2" hidden="1">\
            <c r="A2"><f t="shared" si="0"/><v>1</v></c><c r="B2"><f t="shared" si="0"/><v>1</v></c>\
            </row><row r="4"><c r="C4" t="s"><v>0</v></c></row>\
            """)
        .sheet("Se cond", "<row><c><v>5</v></c><c t=\"str\"><v>t</v></c></row>")
        .strings("<si><t>old</t></si>")
        .after("<definedNames><definedName name=\"N\">First!$A$1</definedName></definedNames>")
        .bytes();
  }

  /// What stands in the extension of a sheet, and a name beside each that says the same.
  private static final List<String> EXTENDED =
      List.of("First!$A$1:$B$3", "First!$A$2&gt;1", "First!$C$1:$C$4");

  private static byte[] extendedFile() {
    String names =
        IntStream.range(0, EXTENDED.size())
            .mapToObj(at ->
                "<definedName name=\"Twin%d\">%s</definedName>".formatted(at, EXTENDED.get(at)))
            .collect(Collectors.joining());
    return new TestPackage()
        .sheet("First", "<row r=\"1\"><c r=\"A1\"><v>1</v></c><c r=\"B1\"><v>2</v></c></row>")
        .sheetPart(
            "Se cond",
            """
            <worksheet xmlns="%s" xmlns:x14="%s" xmlns:xm="%s"><sheetData/><extLst>\
            <ext uri="{78C0D931-6437-407d-A8EE-F0AAD7539E65}"><x14:conditionalFormattings>\
            <x14:conditionalFormatting><x14:cfRule type="expression" priority="1" id="{1}">\
            <xm:f>%s</xm:f></x14:cfRule><xm:sqref>A1:B9</xm:sqref></x14:conditionalFormatting>\
            </x14:conditionalFormattings></ext>\
            <ext uri="{CCE6A557-97BC-4b89-ADB6-D9C93CAAB3DF}"><x14:dataValidations count="1">\
            <x14:dataValidation type="list"><x14:formula1><xm:f>%s</xm:f></x14:formula1>\
            <xm:sqref>C2:C9</xm:sqref></x14:dataValidation></x14:dataValidations></ext>\
            <ext uri="{05C60535-1F16-4fd2-B633-F4F36F0B64E0}"><x14:sparklineGroups>\
            <x14:sparklineGroup><x14:sparklines><x14:sparkline><xm:f>%s</xm:f>\
            <xm:sqref>F2</xm:sqref></x14:sparkline></x14:sparklines></x14:sparklineGroup>\
            </x14:sparklineGroups></ext></extLst></worksheet>\
            """
                .formatted(
                    TestPackage.MAIN,
                    "http://schemas.microsoft.com/office/spreadsheetml/2009/9/main",
                    "http://schemas.microsoft.com/office/excel/2006/main",
                    EXTENDED.get(1),
                    EXTENDED.get(2),
                    EXTENDED.get(0)))
        .after("<definedNames>" + names + "</definedNames>")
        .bytes();
  }

  @Property(tries = 150)
  void anyEditsSurviveSavingAndReopening(@ForAll long seed) {
    survives(file(), seed);
  }

  @Property(tries = 80)
  void anyEditsOfABookWithPivotTablesSurvive(@ForAll long seed) {
    survives(GroupedPivots.bytes(), seed);
  }

  /// Sparklines, conditions and validations of the extension show what they showed: the cells that
  /// names of the same meaning lead to.
  @Property(tries = 80)
  void whatExtensionsReferToFollowsAsNamesDo(@ForAll long seed) {
    XlsxFile file = survives(extendedFile(), seed);
    Workbook book = file.workbook();
    String sheets =
        Parts.of(file.save(book, Books.NOW).bytes()).entrySet().stream()
            .filter(part -> part.getKey().contains("worksheets/sheet"))
            .map(part -> new String(part.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining());
    List<String> holders = List.of("<x14:sparkline>", "priority=\"1\" id=\"{1}\">", "formula1>");
    for (int at = 0; at < holders.size(); at++) {
      String twin = "Twin" + at;
      String means =
          book.names().stream()
              .filter(each -> each.name().equals(twin))
              .map(book::nameFormulaForFile)
              .findFirst()
              .orElseThrow();
      Matcher holder =
          Pattern.compile(Pattern.quote(holders.get(at)) + "<xm:f>(.*?)</xm:f>").matcher(sheets);
      while (holder.find()) {
        String says = holder.group(1).replace("&gt;", ">").replace("&lt;", "<");
        assertEquals(lost(means), lost(says));
      }
    }
  }

  /// A formula; the same for all that have lost their cells.
  private static String lost(String formula) {
    return formula.contains("#REF!") ? "#REF!" : formula;
  }

  /// The file after some edits, saved now and then and read again at the end.
  private static XlsxFile survives(byte[] original, long seed) {
    var random = new Random(seed);
    XlsxFile file = Books.open(original);
    Workbook book = file.workbook();
    for (int i = random.nextInt(1, 25); i > 0; i--) {
      try {
        book = Books.apply(book, edit(random, book));
      } catch (WorkbookFault refused) {
        continue;
      }
      if (random.nextInt(6) == 0) {
        file = file.save(book, Books.NOW).file();
      }
    }
    byte[] saved = file.save(book, Books.NOW).bytes();
    assertEquals(List.of(), Lint.introduced(original, saved));
    Workbook again = Books.open(saved).workbook();
    assertEquals(describe(book), describe(again));
    assertEquals(List.of(), new PoiView(saved).differences(book));
    return Books.open(saved);
  }

  private static Edit edit(Random random, Workbook book) {
    Worksheet sheet = book.worksheets().get(random.nextInt(book.worksheets().size()));
    int row = random.nextInt(6);
    int column = random.nextInt(5);
    Area cell = Area.cell(row, column);
    return switch (random.nextInt(40)) {
      case 0 -> new Edit.ClearCells(sheet.key(), cell, ClearScope.ALL);
      case 1 ->
          new Edit.AddWorksheet(
              Optional.of("New " + random.nextInt(100)),
              "{00000000-0000-0000-0000-%012d}".formatted(random.nextInt(1_000_000)));
      case 2 -> new Edit.DeleteWorksheet(sheet.key());
      case 3 ->
          new Edit.UpdateWorksheet(
              sheet.key(),
              Optional.of("Name'" + random.nextInt(100) + "x"),
              Optional.of(random.nextInt(book.worksheets().size())),
              Optional.of(random.nextBoolean() ? Visibility.VISIBLE : Visibility.HIDDEN));
      case 4, 5 ->
          new Edit.WriteCells(
              sheet.key(),
              cell,
              Optional.of(
                  CellGrid.filled(new FormatEntry.Code(random.nextBoolean() ? "0.00" : "0\"ä\""))),
              Optional.empty());
      case 6 ->
          new Edit.InsertCells(
              sheet.key(),
              moving(random, row, column),
              random.nextBoolean() ? InsertShift.DOWN : InsertShift.RIGHT);
      case 7 ->
          new Edit.DeleteCells(
              sheet.key(),
              moving(random, row, column),
              random.nextBoolean() ? DeleteShift.UP : DeleteShift.LEFT);
      case 8 -> new Edit.FormatCells(sheet.key(), cell, List.of(LOOKS.get(random.nextInt(3))));
      case 9 -> naming(random, book, sheet);
      case 10 ->
          new Edit.AddTable(
              sheet.key(),
              new Area(row, column, row + 2, column + 1),
              random.nextBoolean(),
              "{00000000-0000-0000-0001-%012d}".formatted(random.nextInt(1_000_000)));
      case 11, 12 -> book.tables().isEmpty() ? clear(sheet, cell) : inTable(random, book);
      case 13 ->
          new Edit.SetRows(
              sheet.key(), row, row + 1, Optional.of(30.0), Optional.of(random.nextBoolean()));
      case 14 ->
          new Edit.SetColumns(
              sheet.key(), column, column, Optional.of(80.0), Optional.of(random.nextBoolean()));
      case 15, 16 ->
          new Edit.MergeCells(
              sheet.key(),
              new Area(row, column, row + random.nextInt(3), column + 1),
              random.nextBoolean());
      case 17 -> new Edit.UnmergeCells(sheet.key(), cell);
      case 18 -> sort(random, sheet.key());
      case 19 ->
          random.nextBoolean()
              ? new Edit.FitColumns(sheet.key(), column, column + 2)
              : new Edit.FitRows(sheet.key(), row, row + 2);
      case 20 ->
          random.nextInt(4) > 0
              ? new Edit.UnprotectSheet(sheet.key())
              : new Edit.ProtectSheet(
                  sheet.key(),
                  Set.of(SheetAction.values()[random.nextInt(SheetAction.values().length)]));
      case 21, 22, 23 -> comment(random, sheet, cell);
      case 24, 25 -> chart(random, sheet, row, column);
      case 26 -> new Edit.FormatCells(sheet.key(), whole(random, row, column), looks(random));
      case 27 ->
          new Edit.DrawBorders(
              sheet.key(), cell, BorderPlace.values()[random.nextInt(4)], Border.NONE);
      case 28, 29 -> pivot(random, sheet, cell);
      default ->
          new Edit.WriteCells(
              sheet.key(), cell, Optional.empty(), Optional.of(CellGrid.filled(entry(random))));
    };
  }

  private static List<LookChange> looks(Random random) {
    return List.of(LOOKS.get(random.nextInt(LOOKS.size())));
  }

  /// A whole row or column.
  private static Area whole(Random random, int row, int column) {
    return random.nextBoolean()
        ? new Area(row, 0, row, Grid.COLUMNS - 1)
        : new Area(0, column, Grid.ROWS - 1, column);
  }

  private static Edit comment(Random random, Worksheet sheet, Area cell) {
    String id = "{00000000-0000-0000-0002-%012d}".formatted(random.nextInt(1_000_000));
    var said = Comment.Said.plain("<" + TEXTS.get(1 + random.nextInt(4)) + random.nextInt(99));
    var origin = new Comment.Origin("Ann & " + random.nextInt(3), Books.NOW);
    List<Comment> comments = sheet.regions().comments();
    if (comments.isEmpty() || random.nextInt(3) == 0) {
      return new Edit.AddComment(sheet.key(), cell, id, said, origin);
    }
    Comment old = comments.get(random.nextInt(comments.size()));
    Optional<String> reply = old.replies().stream().map(Comment.Reply::id).findFirst();
    return switch (random.nextInt(4)) {
      case 0 -> new Edit.DeleteComment(sheet.key(), old.id(), Optional.empty());
      case 1 -> new Edit.ChangeComment(sheet.key(), old.id(), reply, said);
      case 2 -> new Edit.DeleteComment(sheet.key(), old.id(), reply);
      default -> new Edit.AddReply(sheet.key(), old.id(), id, said, origin);
    };
  }

  private static Edit chart(Random random, Worksheet sheet, int row, int column) {
    List<Chart> charts = sheet.charts().all();
    if (charts.isEmpty() || random.nextInt(3) == 0) {
      return new Edit.AddChart(
          sheet.key(),
          ChartType.values()[random.nextInt(ChartType.values().length)],
          new SeriesData.SheetArea(sheet.key(), new Area(row, column, row + 3, column + 2)),
          SeriesBy.values()[random.nextInt(SeriesBy.values().length)],
          "{00000000-0000-0000-0003-%012d}".formatted(random.nextInt(1_000_000)));
    }
    String chart = charts.get(random.nextInt(charts.size())).id();
    return random.nextInt(3) == 0
        ? new Edit.DeleteChart(sheet.key(), chart)
        : new Edit.ChangeChart(
            sheet.key(), chart, new ChartChange.Rename("Chart <" + random.nextInt(99)));
  }

  private static Edit pivot(Random random, Worksheet sheet, Area cell) {
    List<PivotTable> pivots = sheet.regions().pivots();
    if (pivots.isEmpty()) {
      return clear(sheet, cell);
    }
    String id = pivots.get(random.nextInt(pivots.size())).id();
    return switch (random.nextInt(6)) {
      case 0 -> new Edit.DeletePivot(sheet.key(), id);
      case 1, 2 -> new Edit.RenamePivot(sheet.key(), id, "Pivot <" + random.nextInt(99));
      default -> new Edit.RefreshPivots(sheet.key(), Optional.of(id), Books.NOW);
    };
  }

  private static Edit sort(Random random, int sheet) {
    var on = new RangeSort.On.Content(random.nextBoolean());
    var key = new RangeSort.Key(random.nextInt(3), random.nextBoolean(), on);
    return new Edit.SortRange(
        sheet,
        new Area(0, 0, 5, 4),
        new RangeSort(List.of(key), false, random.nextBoolean(), random.nextBoolean()));
  }

  private static Edit clear(Worksheet sheet, Area cell) {
    return new Edit.ClearCells(sheet.key(), cell, ClearScope.CONTENTS);
  }

  private static Edit naming(Random random, Workbook book, Worksheet sheet) {
    OptionalInt scope = random.nextBoolean() ? OptionalInt.of(sheet.key()) : OptionalInt.empty();
    String name = "Name_" + random.nextInt(3);
    String formula = random.nextBoolean() ? "$A$1:$B$2" : "1+" + random.nextInt(9);
    boolean known =
        book.names().stream()
            .anyMatch(each -> each.name().equals(name) && each.sheet().equals(scope));
    if (!known) {
      return new Edit.AddName(scope, name, formula, Optional.of("a & b"));
    }
    return random.nextBoolean()
        ? new Edit.DeleteName(scope, name)
        : new Edit.UpdateName(
            scope, name, Optional.of(formula), Optional.empty(), Optional.of(false));
  }

  private static Edit inTable(Random random, Workbook book) {
    Table table = book.tables().get(random.nextInt(book.tables().size()));
    int columns = table.columns().size();
    return switch (random.nextInt(10)) {
      case 6 -> new Edit.DeleteTableColumn(table.id(), table.columns().getLast().id());
      case 7, 8 ->
          new Edit.FilterTable(
              table.id(),
              random.nextInt(3) == 0
                  ? Map.of()
                  : Map.of(
                      table.columns().getFirst().id(),
                      new FilterCriteria.Values(
                          List.of("1", "<x>"),
                          random.nextBoolean(),
                          random.nextBoolean()
                              ? List.of()
                              : List.of(new DateGroup(List.of(1900, random.nextInt(1, 13)))))));
      case 9 ->
          new Edit.SortTable(
              table.id(),
              Optional.of(
                  new TableSort(
                      List.of(
                          new RangeSort.Key(
                              0, random.nextBoolean(), new RangeSort.On.Content(false))),
                      false)));
      case 0 ->
          new Edit.AddTableRows(
              table.id(),
              OptionalInt.empty(),
              CellGrid.<Entry>of(1, columns, (_, at) -> new Entry.Constant(new NumberValue(at))));
      case 1 -> new Edit.DeleteTableRow(table.id(), 0);
      case 2 -> new Edit.AddTableColumn(table.id(), OptionalInt.of(1), Optional.empty());
      case 3 ->
          new Edit.RenameTableColumn(
              table.id(), table.columns().getFirst().id(), "C<" + random.nextInt(99));
      case 4 ->
          new Edit.UpdateTable(
              table.id(),
              Optional.of("Tab_" + random.nextInt(99)),
              Optional.empty(),
              Optional.of(random.nextBoolean()),
              Optional.empty(),
              Optional.empty());
      default -> new Edit.DeleteTable(table.id(), random.nextBoolean());
    };
  }

  private static Area moving(Random random, int row, int column) {
    int lastRow = row + random.nextInt(2);
    return switch (random.nextInt(3)) {
      case 0 -> new Area(row, 0, lastRow, Grid.COLUMNS - 1);
      case 1 -> new Area(0, column, Grid.ROWS - 1, column);
      default -> new Area(row, column, lastRow, column + 1);
    };
  }

  private static Entry entry(Random random) {
    return switch (random.nextInt(4)) {
      case 0 -> new Entry.Constant(new NumberValue(random.nextGaussian() * 1e6));
      case 1 -> new Entry.Constant(new TextValue(TEXTS.get(random.nextInt(TEXTS.size()))));
      case 2 -> new Entry.Constant(LogicalValue.of(random.nextBoolean()));
      default -> new Entry.Formula(FORMULAS.get(random.nextInt(FORMULAS.size())), Notation.A1);
    };
  }

  private static List<String> describe(Workbook book) {
    var all = new ArrayList<String>();
    book.worksheets().forEach(sheet -> all.add(describe(book, sheet)));
    book.names().forEach(name -> all.add(name.name() + book.nameFormula(name) + name.comment()));
    // A file has its tables in the order of its sheets, whenever they were made.
    var tables = new TreeSet<String>();
    book.tables()
        .forEach(table ->
            tables.add(
                table.name()
                    + table.area()
                    + table.columns()
                    + table.showTotals()
                    + new TreeMap<>(table.filters())));
    all.addAll(tables);
    return all;
  }

  private static String describe(Workbook book, Worksheet sheet) {
    var cells = new TreeMap<String, String>();
    Area all = new Area(0, 0, 20, 20);
    for (int row = 0; row <= all.lastRow(); row++) {
      for (int column = 0; column <= all.lastColumn(); column++) {
        String text =
            "%s %s %s %s %s"
                .formatted(
                    book.value(sheet.key(), row, column),
                    book.formulaForFile(sheet.key(), row, column).orElse(""),
                    book.style(sheet.key(), row, column).numberFormat(),
                    book.style(sheet.key(), row, column).look().font().bold(),
                    book.style(sheet.key(), row, column).look().fill());
        cells.put(A1.cell(row, column), text);
      }
    }
    cells.values().removeIf(text -> text.equals("BLANK  General false Optional.empty"));
    var sizes = new ArrayList<Double>();
    for (int at = 0; at < 8; at++) {
      sizes.add(sheet.layout().rowPoints(at));
      sizes.add(sheet.layout().columnPoints(at));
    }
    return sheet.name()
        + sheet.visibility()
        + sheet.layout().isRowHidden(1)
        + sizes
        + sheet.regions().merged().stream().map(Area::toString).sorted().toList()
        + sheet.protection().map(each -> each.allowed().toString())
        + new TreeSet<>(
            sheet.regions().comments().stream().map(RandomEditsProperties::said).toList())
        + sheet.regions().pivots().stream().map(each -> each.name() + each.area()).toList()
        + Charts.of(book, sheet.key()).stream()
            .map(each -> each.id() + each.name() + each.frame())
            .toList()
        + cells;
  }

  /// A comment without who made it when, which a file tells only to its next reader.
  private static String said(Comment comment) {
    return comment.id()
        + comment.cell()
        + comment.content()
        + comment.isThread()
        + comment.replies().stream().map(each -> each.id() + each.content()).toList();
  }
}
