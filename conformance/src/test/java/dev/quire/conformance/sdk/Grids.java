package dev.quire.conformance.sdk;

import com.microsoft.kiota.serialization.UntypedArray;
import com.microsoft.kiota.serialization.UntypedBoolean;
import com.microsoft.kiota.serialization.UntypedDecimal;
import com.microsoft.kiota.serialization.UntypedDouble;
import com.microsoft.kiota.serialization.UntypedFloat;
import com.microsoft.kiota.serialization.UntypedInteger;
import com.microsoft.kiota.serialization.UntypedLong;
import com.microsoft.kiota.serialization.UntypedNode;
import com.microsoft.kiota.serialization.UntypedNull;
import com.microsoft.kiota.serialization.UntypedString;
import java.util.ArrayList;
import java.util.List;

/// Cells as lists of rows, and as the nodes without a type that the SDK carries them in.
final class Grids {
  /// What stands for JSON's null in a row to be written: the cell stays as it is.
  static final Object KEEP = new Object();

  private Grids() {}

  /// Rows to write.
  static UntypedNode nodes(List<List<Object>> rows) {
    return new UntypedArray(
        rows.stream()
            .<UntypedNode>map(row -> new UntypedArray(row.stream().map(Grids::node).toList()))
            .toList());
  }

  /// Rows that were read; every number is a double.
  static List<List<Object>> rows(UntypedNode grid) {
    List<List<Object>> rows = new ArrayList<>();
    for (UntypedNode row : ((UntypedArray) grid).getValue()) {
      List<Object> cells = new ArrayList<>();
      ((UntypedArray) row).getValue().forEach(cell -> cells.add(value(cell)));
      rows.add(cells);
    }
    return rows;
  }

  private static UntypedNode node(Object cell) {
    return switch (cell) {
      case String text -> new UntypedString(text);
      case Boolean flag -> new UntypedBoolean(flag);
      case Number number -> new UntypedDouble(number.doubleValue());
      default -> new UntypedNull();
    };
  }

  private static Object value(UntypedNode cell) {
    return switch (cell) {
      case UntypedString text -> text.getValue();
      case UntypedBoolean flag -> flag.getValue();
      case UntypedInteger number -> number.getValue().doubleValue();
      case UntypedLong number -> number.getValue().doubleValue();
      case UntypedFloat number -> number.getValue().doubleValue();
      case UntypedDouble number -> number.getValue();
      case UntypedDecimal number -> number.getValue().doubleValue();
      default -> throw new AssertionError("No cell holds a " + cell.getClass().getSimpleName());
    };
  }
}
