package dev.quire.workbook;

import dev.quire.workbook.chart.SheetCharts;
import java.util.Optional;

/// A worksheet, without its cells, which [Workbook#cells] has.
///
/// @param key number of the sheet within the open workbook; never used twice
/// @param id a GUID in braces that stays the same when the sheet is renamed or moved
/// @param name text of its tab
/// @param visibility whether the tab is shown
/// @param layout settings of whole rows and columns
/// @param regions areas that belong together
/// @param charts what is drawn above the cells
/// @param protection what keeps people from changing it, if anything does
public record Worksheet(
    int key,
    String id,
    String name,
    Visibility visibility,
    SheetLayout layout,
    SheetRegions regions,
    SheetCharts charts,
    Optional<SheetProtection> protection) {
  /// A worksheet without charts and without protection.
  Worksheet(
      int key,
      String id,
      String name,
      Visibility visibility,
      SheetLayout layout,
      SheetRegions regions) {
    this(key, id, name, visibility, layout, regions, SheetCharts.NONE, Optional.empty());
  }

  /// What is known of it without its content.
  public Tab tab() {
    return new Tab(key, id, name, visibility);
  }

  Worksheet renamed(String newName) {
    return new Worksheet(key, id, newName, visibility, layout, regions, charts, protection);
  }

  /// With other sizes of rows and columns, which not all charts follow.
  Worksheet laidOut(SheetLayout newLayout) {
    return laidOut(newLayout, regions);
  }

  Worksheet shown(Visibility newVisibility) {
    return new Worksheet(key, id, name, newVisibility, layout, regions, charts, protection);
  }

  /// With other sizes of rows and columns, which not all charts follow, and other areas.
  Worksheet laidOut(SheetLayout newLayout, SheetRegions newRegions) {
    SheetLayout old = layout;
    SheetCharts placed =
        newLayout.equals(old)
            ? charts
            : charts.later(chart ->
                chart.withFrame(ChartFrames.kept(chart.frame(), old, chart.frame(), newLayout)));
    return new Worksheet(key, id, name, visibility, newLayout, newRegions, placed, protection);
  }

  Worksheet drawn(SheetCharts newCharts) {
    return new Worksheet(key, id, name, visibility, layout, regions, newCharts, protection);
  }

  Worksheet guarded(Optional<SheetProtection> newProtection) {
    return new Worksheet(key, id, name, visibility, layout, regions, charts, newProtection);
  }
}
