package dev.quire.workbook;

/// A worksheet, without its cells, which [Workbook#cells] has.
///
/// @param key number of the sheet within the open workbook; never used twice
/// @param id a GUID in braces that stays the same when the sheet is renamed or moved
/// @param name text of its tab
/// @param visibility whether the tab is shown
/// @param layout settings of whole rows and columns
/// @param regions areas that belong together
public record Worksheet(
    int key,
    String id,
    String name,
    Visibility visibility,
    SheetLayout layout,
    SheetRegions regions) {
  /// What is known of it without its content.
  public Tab tab() {
    return new Tab(key, id, name, visibility);
  }

  Worksheet renamed(String newName) {
    return new Worksheet(key, id, newName, visibility, layout, regions);
  }

  Worksheet laidOut(SheetLayout newLayout) {
    return new Worksheet(key, id, name, visibility, newLayout, regions);
  }

  Worksheet shown(Visibility newVisibility) {
    return new Worksheet(key, id, name, newVisibility, layout, regions);
  }

  Worksheet laidOut(SheetLayout newLayout, SheetRegions newRegions) {
    return new Worksheet(key, id, name, visibility, newLayout, newRegions);
  }
}
