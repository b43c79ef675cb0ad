package dev.quire.workbook;

import java.util.EnumSet;
import java.util.Set;

/// That a worksheet is protected: locked cells cannot be changed, and of other changes only those
/// that are allowed can be made.
///
/// @param allowed what can be done nevertheless
/// @param hasPassword whether a password is asked for before the protection is taken away
public record SheetProtection(Set<SheetAction> allowed, boolean hasPassword) {
  /// Copies the set.
  public SheetProtection {
    allowed = Set.copyOf(allowed);
  }

  /// Allows nothing, and asks for no password.
  public static final SheetProtection STRICT =
      new SheetProtection(EnumSet.noneOf(SheetAction.class), false);

  /// Whether something can be done.
  public boolean allows(SheetAction action) {
    return allowed.contains(action);
  }
}
