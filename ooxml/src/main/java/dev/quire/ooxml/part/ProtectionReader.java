package dev.quire.ooxml.part;

import dev.quire.ooxml.xml.XmlElement;
import dev.quire.workbook.SheetAction;
import dev.quire.workbook.SheetProtection;
import dev.quire.workbook.spelling.CamelCase;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// Reads and writes `sheetProtection` (ECMA-376 part 1, 18.3.1.85): an attribute that is 0, or
/// lacks where it is 1 by default, says what is still allowed.
public final class ProtectionReader {
  /// Name of the element.
  public static final String NAME = "sheetProtection";

  private ProtectionReader() {}

  /// The protection that an element tells of; empty when it says that there is none.
  static Optional<SheetProtection> read(XmlElement element) {
    if (!element.flag("sheet", false)) {
      return Optional.empty();
    }
    EnumSet<SheetAction> allowed =
        Arrays.stream(SheetAction.values())
            .filter(action -> !element.flag(attribute(action), true))
            .collect(Collectors.toCollection(() -> EnumSet.noneOf(SheetAction.class)));
    boolean hasPassword =
        List.of("password", "hashValue").stream()
            .anyMatch(each -> !element.attributeOr(each, "").isEmpty());
    return Optional.of(new SheetProtection(allowed, hasPassword));
  }

  /// The element of a protection without password.
  ///
  /// @param prefix of the main namespace with its colon, empty for none
  public static String element(SheetProtection protection, String prefix) {
    String allowed =
        Arrays.stream(SheetAction.values())
            .filter(protection::allows)
            .map(action -> " " + attribute(action) + "=\"0\"")
            .collect(Collectors.joining());
    return "<%s%s sheet=\"1\" objects=\"1\" scenarios=\"1\"%s/>".formatted(prefix, NAME, allowed);
  }

  /// `FORMAT_CELLS` is `formatCells`.
  private static String attribute(SheetAction action) {
    return CamelCase.lower(action);
  }
}
