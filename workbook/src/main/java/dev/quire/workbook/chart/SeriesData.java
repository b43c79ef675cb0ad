package dev.quire.workbook.chart;

import dev.quire.engine.ref.Area;
import dev.quire.engine.value.Scalar;
import java.util.List;

/// Where a chart has values or texts from.
public sealed interface SeriesData {
  /// Nothing is given.
  SeriesData NONE = new Literals(List.of(), "General");

  /// Cells that are gone.
  SeriesData LOST = new Formula("#REF!", List.of(), "General");

  /// Cells of the workbook, area after area, each row by row.
  ///
  /// @param areas in the order in which their cells are read
  record Cells(List<SheetArea> areas) implements SeriesData {
    /// Copies the list.
    public Cells {
      areas = List.copyOf(areas);
    }
  }

  /// A formula that is not plainly cells: a name, cells of another workbook.
  ///
  /// @param text without `=`, as files spell it
  /// @param cached what the file remembers of its result, in order
  /// @param numberFormat how the remembered numbers are shown
  record Formula(String text, List<Scalar> cached, String numberFormat) implements SeriesData {
    /// Copies the list.
    public Formula {
      cached = List.copyOf(cached);
    }
  }

  /// Values that stand in the chart itself.
  ///
  /// @param values numbers, texts or blanks
  /// @param numberFormat how numbers among them are shown
  record Literals(List<Scalar> values, String numberFormat) implements SeriesData {
    /// Copies the list.
    public Literals {
      values = List.copyOf(values);
    }
  }

  /// An area of a worksheet.
  ///
  /// @param sheet key of the worksheet
  record SheetArea(int sheet, Area area) {}
}
