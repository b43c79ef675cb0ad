package dev.quire.workbook;

import java.util.Optional;

/// A worksheet, without its cells, which [Workbook#cells] has.
///
/// @param key number of the sheet within the open workbook; never used twice
/// @param id a GUID in braces that stays the same when the sheet is renamed or moved
/// @param name text of its tab
/// @param visibility whether the tab is shown
/// @param layout settings of whole rows and columns
/// @param regions areas that belong together
/// @param protection what keeps people from changing it, if anything does
public record Worksheet(
    int key,
    String id,
    String name,
    Visibility visibility,
    SheetLayout layout,
    SheetRegions regions,
    Optional<SheetProtection> protection) {
  Worksheet renamed(String newName) {
    return new Worksheet(key, id, newName, visibility, layout, regions, protection);
  }

  Worksheet laidOut(SheetLayout newLayout) {
    return new Worksheet(key, id, name, visibility, newLayout, regions, protection);
  }

  Worksheet shown(Visibility newVisibility) {
    return new Worksheet(key, id, name, newVisibility, layout, regions, protection);
  }

  Worksheet laidOut(SheetLayout newLayout, SheetRegions newRegions) {
    return new Worksheet(key, id, name, visibility, newLayout, newRegions, protection);
  }

  Worksheet guarded(Optional<SheetProtection> newProtection) {
    return new Worksheet(key, id, name, visibility, layout, regions, newProtection);
  }
}
