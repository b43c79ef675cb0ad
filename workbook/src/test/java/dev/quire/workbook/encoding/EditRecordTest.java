package dev.quire.workbook.encoding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.quire.engine.formula.Notation;
import dev.quire.engine.ref.Area;
import dev.quire.engine.value.BlankValue;
import dev.quire.engine.value.ErrorValue;
import dev.quire.engine.value.LogicalValue;
import dev.quire.engine.value.NumberValue;
import dev.quire.engine.value.TextValue;
import dev.quire.workbook.BorderPlace;
import dev.quire.workbook.CalculationMode;
import dev.quire.workbook.CalculationScope;
import dev.quire.workbook.CellGrid;
import dev.quire.workbook.ClearScope;
import dev.quire.workbook.DateGroup;
import dev.quire.workbook.DatePeriod;
import dev.quire.workbook.DeleteShift;
import dev.quire.workbook.DocumentTask;
import dev.quire.workbook.Edit;
import dev.quire.workbook.Entry;
import dev.quire.workbook.FilterCriteria;
import dev.quire.workbook.FormatEntry;
import dev.quire.workbook.Icon;
import dev.quire.workbook.IconSet;
import dev.quire.workbook.InsertShift;
import dev.quire.workbook.RangeSort;
import dev.quire.workbook.SheetAction;
import dev.quire.workbook.Table;
import dev.quire.workbook.TableSort;
import dev.quire.workbook.TaskChange;
import dev.quire.workbook.TaskPerson;
import dev.quire.workbook.Visibility;
import dev.quire.workbook.chart.AxisRole;
import dev.quire.workbook.chart.ChartChange;
import dev.quire.workbook.chart.ChartElement;
import dev.quire.workbook.chart.ChartFrame;
import dev.quire.workbook.chart.ChartText;
import dev.quire.workbook.chart.ChartType;
import dev.quire.workbook.chart.Fill;
import dev.quire.workbook.chart.Legend;
import dev.quire.workbook.chart.SeriesBy;
import dev.quire.workbook.chart.SeriesData;
import dev.quire.workbook.style.Border;
import dev.quire.workbook.style.Color;
import dev.quire.workbook.style.HorizontalAlignment;
import dev.quire.workbook.style.LineStyle;
import dev.quire.workbook.style.LookChange;
import dev.quire.workbook.style.Underline;
import dev.quire.workbook.style.VerticalAlignment;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Whatever is acknowledged can be read again as it was.
final class EditRecordTest {
  private static final List<Entry> ENTRIES =
      List.of(
          Entry.KEEP,
          Entry.CLEAR,
          new Entry.Constant(new NumberValue(-0.0)),
          new Entry.Constant(new NumberValue(Double.MIN_VALUE)),
          new Entry.Constant(new TextValue("Grüße 🙂 \ud83d")),
          new Entry.Constant(LogicalValue.TRUE),
          new Entry.Constant(LogicalValue.FALSE),
          new Entry.Constant(ErrorValue.NA),
          new Entry.Constant(BlankValue.BLANK),
          new Entry.Typed("3/4/2026"),
          new Entry.Typed(""),
          new Entry.Formula("SUM(A1:B2)", Notation.A1));

  private static final List<LookChange> LOOKS =
      List.of(
          new LookChange.FontName("Arial"),
          new LookChange.FontSize(10.5),
          new LookChange.Bold(true),
          new LookChange.Italic(false),
          new LookChange.Underlined(Underline.DOUBLE_ACCOUNTANT),
          new LookChange.FontColor(new Color(0xFF0000)),
          new LookChange.Filled(Optional.empty()),
          new LookChange.Filled(Optional.of(Color.WHITE)),
          new LookChange.Horizontal(HorizontalAlignment.CENTER_ACROSS_SELECTION),
          new LookChange.Vertical(VerticalAlignment.TOP),
          new LookChange.Wrapped(true),
          new LookChange.Locked(false),
          new LookChange.FormulaHidden(true));

  private static final ChartElement AXIS_LINE =
      new ChartElement.OfAxis(AxisRole.VALUE, ChartElement.Part.LINE);

  private static final List<ChartChange> CHART_CHANGES =
      List.of(
          new ChartChange.Place(
              new ChartFrame(
                  new ChartFrame.Corner(1, 2, 3L << 40, 4),
                  new ChartFrame.Corner(5, 6, 7, 8),
                  ChartFrame.Follows.MOVE)),
          new ChartChange.SetData(1, new Area(0, 0, 1, 1), SeriesBy.AUTO),
          new ChartChange.SetTitle(
              Optional.of(AxisRole.SERIES),
              Optional.of("Year"),
              Optional.empty(),
              Optional.of(true)),
          new ChartChange.SetLegend(
              Optional.of(true), Optional.of(Legend.Position.CORNER), Optional.empty()),
          new ChartChange.SetLabels(
              new ChartChange.Shows(
                  Optional.of(true),
                  Optional.of(false),
                  Optional.empty(),
                  Optional.empty(),
                  Optional.empty(),
                  Optional.of(true)),
              Optional.of(Optional.empty()),
              Optional.of("; ")),
          new ChartChange.SetScale(
              AxisRole.VALUE,
              Optional.of(OptionalDouble.empty()),
              Optional.of(OptionalDouble.of(-0.0)),
              Optional.empty(),
              Optional.empty()),
          new ChartChange.SetGridlines(AxisRole.CATEGORY, false, true),
          new ChartChange.SetFill(new ChartElement.Whole(), Fill.NONE),
          new ChartChange.SetFill(
              new ChartElement.OfPoint(1, 2), new Fill.Solid(new Color(0x123456), 0.5)),
          new ChartChange.SetFill(
              new ChartElement.OfSeries(1),
              new Fill.Gradient(List.of(new Fill.Stop(0, Color.BLACK, 1)), 90)),
          new ChartChange.SetLine(
              AXIS_LINE, new Fill.Pattern("ltUpDiag", Color.BLACK, Color.WHITE)),
          new ChartChange.SetLine(new ChartElement.Title(), Fill.AUTOMATIC),
          new ChartChange.SetFont(
              new ChartElement.LegendBox(),
              new ChartText(
                  Optional.of("Arial"),
                  OptionalDouble.of(9.5),
                  Optional.of(true),
                  Optional.empty(),
                  Optional.of(false),
                  Optional.of(Color.WHITE))),
          new ChartChange.SetFont(new ChartElement.Labels(), ChartText.AUTOMATIC),
          new ChartChange.NameSeries(3, "Total"),
          new ChartChange.AddSeries(Optional.empty()),
          new ChartChange.DeleteSeries(0));

  static List<Edit> edits() {
    return List.of(
        new Edit.RefreshPivots(
            3, Optional.of("{id}"), java.time.Instant.parse("2026-05-04T10:11:12.5Z")),
        new Edit.RefreshPivots(3, Optional.empty(), java.time.Instant.EPOCH),
        new Edit.WriteCells(
            3,
            new Area(0, 0, 1, 5),
            Optional.of(CellGrid.filled(new FormatEntry.Code("0.00"))),
            Optional.of(CellGrid.of(2, 6, (row, column) -> ENTRIES.get(row * 6 + column)))),
        new Edit.WriteCells(
            0, Area.SHEET, Optional.of(CellGrid.filled(FormatEntry.KEEP)), Optional.empty()),
        new Edit.ClearCells(1, Area.cell(1_048_575, 16_383), ClearScope.FORMATS),
        new Edit.AddWorksheet(Optional.of("It's"), "{3FD4E2A6-63F6-55B1-EAC7-DA3685680FBE}"),
        new Edit.AddWorksheet(Optional.empty(), ""),
        new Edit.UpdateWorksheet(
            2, Optional.of("New"), Optional.of(0), Optional.of(Visibility.VERY_HIDDEN)),
        new Edit.UpdateWorksheet(2, Optional.empty(), Optional.empty(), Optional.empty()),
        new Edit.DeleteWorksheet(7),
        new Edit.SetCalculationMode(CalculationMode.MANUAL),
        new Edit.Calculate(CalculationScope.FULL_REBUILD),
        new Edit.FormatCells(1, Area.cell(2, 3), LOOKS),
        new Edit.DrawBorders(
            1,
            new Area(0, 0, 3, 3),
            BorderPlace.INSIDE_VERTICAL,
            new Border(LineStyle.DOUBLE, Optional.of(new Color(0x123456)))),
        new Edit.SetColumns(0, 1, 2, Optional.of(64.5), Optional.of(true)),
        new Edit.SetRows(0, 1, 2, Optional.empty(), Optional.of(false)),
        new Edit.AddName(OptionalInt.of(2), "Rate", "0.05", Optional.of("a year")),
        new Edit.UpdateName(
            OptionalInt.empty(), "Rate", Optional.of("A1"), Optional.empty(), Optional.of(false)),
        new Edit.DeleteName(OptionalInt.empty(), "Rate"),
        new Edit.InsertCells(0, new Area(1, 1, 2, 2), InsertShift.RIGHT),
        new Edit.DeleteCells(0, new Area(1, 1, 2, 2), DeleteShift.UP),
        new Edit.AddName(OptionalInt.of(3), "Rate", "0.2", Optional.of("a part")),
        new Edit.UpdateName(
            OptionalInt.empty(), "Rate", Optional.of("1"), Optional.of(""), Optional.of(false)),
        new Edit.DeleteName(OptionalInt.empty(), "Rate"),
        new Edit.AddTable(1, new Area(0, 0, 4, 2), true, "{ID}"),
        new Edit.UpdateTable(
            "{ID}",
            Optional.of("Sales"),
            Optional.of(true),
            Optional.of(false),
            Optional.empty(),
            Optional.of(new Table.TableStyle("TableStyleDark1", true, false, true, false))),
        new Edit.DeleteTable("{ID}", true),
        new Edit.AddTableRows("{ID}", OptionalInt.of(2), CellGrid.of(1, 2, (_, _) -> Entry.KEEP)),
        new Edit.DeleteTableRow("{ID}", 4),
        new Edit.AddTableColumn("{ID}", OptionalInt.empty(), Optional.of("Sum")),
        new Edit.RenameTableColumn("{ID}", 2, "Pieces"),
        new Edit.DeleteTableColumn("{ID}", 3),
        new Edit.FilterTable(
            "{ID}",
            Map.of(
                1, new FilterCriteria.Values(List.of("a", "b"), true),
                2, new FilterCriteria.Custom(">3", Optional.of("<9"), true),
                3, new FilterCriteria.Extreme(false, true, 10),
                4, new FilterCriteria.Average(false),
                6, new FilterCriteria.Colored(new Color(0xFFC000), true),
                7, new FilterCriteria.WithIcon(IconSet.THREE_FLAGS, OptionalInt.of(2)),
                8, new FilterCriteria.During(DatePeriod.THIS_WEEK, Instant.EPOCH, 45_000, 45_007),
                9,
                    new FilterCriteria.Values(
                        List.of("a"),
                        true,
                        List.of(
                            new DateGroup(List.of(2026)),
                            new DateGroup(List.of(1900, 2, 29, 23, 0, 59)))),
                5, new FilterCriteria.Unknown())),
        new Edit.SortTable(
            "{ID}",
            Optional.of(
                new TableSort(
                    List.of(new RangeSort.Key(1, false, new RangeSort.On.Content(true))), true))),
        new Edit.DeletePivot(3, "{ID}"),
        new Edit.RenamePivot(3, "{ID}", "Sales & more"),
        new Edit.AddChart(
            1,
            ChartType.COLUMN_STACKED_100_3D,
            new SeriesData.SheetArea(2, new Area(0, 0, 4, 3)),
            SeriesBy.ROWS,
            "{ID}"),
        new Edit.DeleteChart(1, "{ID}"),
        new Edit.ChangeChart(1, "{ID}", new ChartChange.Rename("Sales")),
        new Edit.Several(
            CHART_CHANGES.stream().<Edit>map(each -> new Edit.ChangeChart(1, "", each)).toList()),
        new Edit.AddReply(
            1,
            "{A}",
            "{B}",
            dev.quire.workbook.Comment.Said.plain("No & yes"),
            new dev.quire.workbook.Comment.Origin("Ann", java.time.Instant.EPOCH)),
        new Edit.AddComment(
            1,
            Area.cell(2, 3),
            "{C}",
            new dev.quire.workbook.Comment.Said(
                "@Bo, look",
                List.of(new dev.quire.workbook.Comment.Mention("bo@x.org", "Bo", 0, 3))),
            new dev.quire.workbook.Comment.Origin("Ann", java.time.Instant.EPOCH)),
        new Edit.ChangeComment(
            1, "{A}", Optional.of("{B}"), dev.quire.workbook.Comment.Said.plain("Yes")),
        new Edit.DeleteComment(1, "{A}", Optional.empty()),
        new Edit.ChangeTask(
            1,
            "{T}",
            Stream.of(
                    new TaskChange.Created(),
                    new TaskChange.Assigned(new TaskPerson("S::bo@x.org::1", "Bo")),
                    new TaskChange.Unassigned(new TaskPerson("bo", "Bo")),
                    new TaskChange.UnassignedAll(),
                    new TaskChange.Titled("Check"),
                    new TaskChange.Scheduled(
                        new DocumentTask.Schedule(
                            Optional.empty(), Optional.of(java.time.Instant.EPOCH))),
                    new TaskChange.Progressed(40),
                    new TaskChange.Prioritized(1),
                    new TaskChange.Deleted(),
                    new TaskChange.Restored(),
                    new TaskChange.Undone("{C}"),
                    new TaskChange.Other())
                .map(deed ->
                    new TaskChange(
                        "{C}", java.time.Instant.EPOCH, new TaskPerson("ann", "Ann"), "{A}", deed))
                .toList()),
        new Edit.MergeCells(1, new Area(0, 0, 2, 3), true),
        new Edit.UnmergeCells(1, Area.cell(0, 0)),
        new Edit.SortRange(
            1,
            new Area(0, 0, 9, 3),
            new RangeSort(
                List.of(
                    new RangeSort.Key(0, true, new RangeSort.On.Content(true)),
                    new RangeSort.Key(1, false, new RangeSort.On.CellColor(Color.WHITE)),
                    new RangeSort.Key(2, true, new RangeSort.On.FontColor(Color.BLACK)),
                    new RangeSort.Key(
                        3, true, new RangeSort.On.OfIcon(new Icon(IconSet.FIVE_QUARTERS, 4)))),
                true,
                false,
                true)),
        new Edit.ProtectSheet(1, Set.of(SheetAction.SORT, SheetAction.FORMAT_ROWS)),
        new Edit.UnprotectSheet(1),
        new Edit.FitColumns(1, 2, 3),
        new Edit.FitRows(1, 2, 3),
        new Edit.Several(
            List.of(
                new Edit.DeleteWorksheet(1),
                new Edit.Several(List.of(new Edit.DeleteWorksheet(2))))));
  }

  @ParameterizedTest
  @MethodSource("edits")
  void editComesBackAsItWas(Edit edit) {
    assertEquals(edit, EditRecord.read(EditRecord.write(edit)));
  }

  @Test
  void everyKindOfChangeHasAnExampleHere() {
    Set<Class<?>> kinds = Set.copyOf(Arrays.asList(Edit.class.getPermittedSubclasses()));
    assertEquals(kinds, edits().stream().map(Edit::getClass).collect(Collectors.toSet()));
  }

  @Test
  void everyKindHasItsOwnNumber() {
    var numbers = Arrays.stream(EditKind.values()).map(EditKind::number).distinct().count();
    assertEquals(EditKind.values().length, numbers);
  }

  @ParameterizedTest
  @MethodSource("edits")
  void shortenedRecordIsRefused(Edit edit) {
    byte[] whole = EditRecord.write(edit);
    for (int length = 0; length < whole.length; length++) {
      byte[] part = Arrays.copyOf(whole, length);
      assertThrows(UnreadableRecord.class, () -> EditRecord.read(part));
    }
  }

  @Test
  void recordOfANewerVersionIsRefused() {
    byte[] record = EditRecord.write(new Edit.DeleteWorksheet(1));
    record[0] = 2;
    var refused = assertThrows(UnreadableRecord.class, () -> EditRecord.read(record));
    assertTrue(refused.getMessage().contains("version 2"), refused.getMessage());
  }

  @Test
  void garbageIsRefusedWithoutMuchMemory() {
    var random = new Random(7);
    for (int round = 0; round < 20_000; round++) {
      var garbage = new byte[random.nextInt(40)];
      random.nextBytes(garbage);
      if (garbage.length > 1) {
        garbage[0] = 1;
        garbage[1] = (byte) (2 * (1 + random.nextInt(EditKind.values().length)));
      }
      try {
        EditRecord.read(garbage);
      } catch (UnreadableRecord refused) {
        assertTrue(refused.getMessage().startsWith("the record cannot be read"));
      }
    }
  }
}
