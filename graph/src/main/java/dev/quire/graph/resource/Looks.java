package dev.quire.graph.resource;

import dev.quire.graph.json.JsonOut;
import dev.quire.workbook.CellStyle;
import dev.quire.workbook.style.Look;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// Properties that all cells of a range have in common; null where they differ (semantics §6.6, D).
final class Looks {
  private Looks() {}

  /// What all cells of a range agree on; empty where they differ.
  static <T> Optional<T> shared(RangeView range, Function<Look, T> property) {
    Set<CellStyle> styles = range.book().stylesIn(range.sheet(), range.area());
    var values = styles.stream().map(style -> property.apply(style.look())).distinct().iterator();
    T first = values.next();
    return values.hasNext() ? Optional.empty() : Optional.of(first);
  }

  static void text(Optional<String> value, JsonOut out) {
    value.ifPresentOrElse(out::text, out::nothing);
  }

  static void flag(Optional<Boolean> value, JsonOut out) {
    value.ifPresentOrElse(out::flag, out::nothing);
  }

  static void number(Optional<Double> value, JsonOut out) {
    value.ifPresentOrElse(out::number, out::nothing);
  }
}
