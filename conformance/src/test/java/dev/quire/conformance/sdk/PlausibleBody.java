package dev.quire.conformance.sdk;

import com.microsoft.kiota.serialization.UntypedDouble;
import com.microsoft.kiota.serialization.UntypedNode;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Bodies for calls of the SDK: each property that can be set has a value of its type, by its name
/// where that matters.
final class PlausibleBody {
  private static final Map<String, String> TEXTS =
      Map.ofEntries(
          Map.entry("setName", "Made"),
          Map.entry("setAddress", "E1:F3"),
          Map.entry("setReference", "=Other!$A$1"),
          Map.entry("setFormula", "=1+1"),
          Map.entry("setShift", "Down"),
          Map.entry("setApplyTo", "Contents"),
          Map.entry("setVisibility", "Visible"),
          Map.entry("setStyle", "TableStyleLight1"),
          Map.entry("setCalculationType", "Full"),
          Map.entry("setCalculationMode", "Automatic"),
          Map.entry("setCriteria", "AboveAverage"),
          Map.entry("setCriteria1", ">1"),
          Map.entry("setOper", "And"),
          Map.entry("setType", "ColumnClustered"),
          Map.entry("setSeriesBy", "Auto"),
          Map.entry("setColor", "#FF0000"),
          Map.entry("setContent", "Text"),
          Map.entry("setContentType", "plain"));

  private PlausibleBody() {}

  /// A body of a type.
  static Object of(Class<?> type) {
    try {
      Object body = type.getConstructor().newInstance();
      for (Method method : type.getDeclaredMethods()) {
        if (method.getName().startsWith("set") && method.getParameterCount() == 1) {
          Optional<Object> value = value(method.getName(), method.getParameterTypes()[0]);
          if (value.isPresent()) {
            method.invoke(body, value.get());
          }
        }
      }
      return body;
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(type.getName(), e);
    }
  }

  private static Optional<Object> value(String setter, Class<?> type) {
    if (type == String.class) {
      return Optional.ofNullable(TEXTS.get(setter));
    }
    if (type == Integer.class) {
      return Optional.of(1);
    }
    if (type == Double.class) {
      return Optional.of(10.0);
    }
    if (type == Boolean.class) {
      return Optional.of(false);
    }
    return type == UntypedNode.class ? Optional.of(json(setter)) : Optional.empty();
  }

  /// Functions take a number in whatever they take; rows and columns come as a grid.
  private static UntypedNode json(String setter) {
    return setter.equals("setValues")
        ? Grids.nodes(List.of(Arrays.asList(1, 2, 3)))
        : new UntypedDouble(1.0);
  }
}
