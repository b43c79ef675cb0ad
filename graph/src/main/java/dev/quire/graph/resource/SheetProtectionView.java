package dev.quire.graph.resource;

import dev.quire.workbook.SheetProtection;
import dev.quire.workbook.Workbook;
import java.util.Optional;

/// The protection of a worksheet.
record SheetProtectionView(SheetView sheet) implements View {
  Optional<SheetProtection> protection() {
    return sheet.worksheet().protection();
  }

  @Override
  public Workbook book() {
    return sheet.book();
  }

  @Override
  public SheetProtectionView in(Workbook later) {
    return new SheetProtectionView(sheet.in(later));
  }

  @Override
  public String type() {
    return "workbookWorksheetProtection";
  }

  @Override
  public String path() {
    return sheet.path() + "/protection";
  }
}
