package dev.quire.workbook;

import java.util.List;
import java.util.Locale;

/// The rules for names of worksheets (Excel: 1 to 31 characters, none of `: \ / ? * [ ]`, no
/// apostrophe at either end, not `History`).
final class SheetNames {
  private static final int MAX_LENGTH = 31;
  private static final String FORBIDDEN = ":\\/?*[]";

  private SheetNames() {}

  /// @throws WorkbookFault.BadName when the name breaks a rule
  static void check(String name) {
    if (name.isBlank()) {
      throw new WorkbookFault.BadName(name, "a worksheet needs a name");
    }
    if (name.length() > MAX_LENGTH) {
      throw new WorkbookFault.BadName(name, "it has more than 31 characters");
    }
    if (name.chars().anyMatch(c -> FORBIDDEN.indexOf(c) >= 0 || c < ' ')) {
      throw new WorkbookFault.BadName(name, "none of : \\ / ? * [ ] may occur");
    }
    if (name.startsWith("'") || name.endsWith("'")) {
      throw new WorkbookFault.BadName(name, "it begins or ends with an apostrophe");
    }
    if (name.equalsIgnoreCase("History")) {
      throw new WorkbookFault.BadName(name, "Excel keeps it for itself");
    }
  }

  /// The first of `Sheet1`, `Sheet2`… that no sheet has.
  static String next(List<Worksheet> sheets) {
    for (int number = 1; ; number++) {
      String name = "Sheet" + number;
      if (sheets.stream().noneMatch(sheet -> same(sheet.name(), name))) {
        return name;
      }
    }
  }

  static boolean same(String one, String other) {
    return fold(one).equals(fold(other));
  }

  /// The form in which names are compared: without case.
  static String fold(String name) {
    return name.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
  }
}
