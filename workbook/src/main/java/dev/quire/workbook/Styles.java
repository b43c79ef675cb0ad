package dev.quire.workbook;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The styles that cells point at by number. Only ever grows, so a number keeps its meaning.
final class Styles {
  private final List<CellStyle> styles;
  private final Map<CellStyle, Integer> numbers;

  Styles(List<CellStyle> styles) {
    this.styles = styles.isEmpty() ? List.of(CellStyle.DEFAULT) : List.copyOf(styles);
    this.numbers = new HashMap<>();
    for (int number = this.styles.size() - 1; number >= 0; number--) {
      numbers.put(this.styles.get(number), number);
    }
  }

  List<CellStyle> all() {
    return styles;
  }

  /// The style with a number; that of cells without a style for [SheetCells#NO_STYLE] and for
  /// numbers that a damaged file made up.
  CellStyle at(int number) {
    return number >= 0 && number < styles.size() ? styles.get(number) : styles.getFirst();
  }

  /// Gives numbers to styles while a change is made.
  final class Growth {
    private final List<CellStyle> added = new ArrayList<>();
    private final Map<CellStyle, Integer> addedNumbers = new HashMap<>();

    /// The number of a style, a new one if need be.
    int numberOf(CellStyle style) {
      Integer known = numbers.get(style);
      if (known != null) {
        return known;
      }
      return addedNumbers.computeIfAbsent(
          style,
          fresh -> {
            added.add(fresh);
            return styles.size() + added.size() - 1;
          });
    }

    CellStyle at(int number) {
      return number < styles.size() ? Styles.this.at(number) : added.get(number - styles.size());
    }

    Styles finish() {
      if (added.isEmpty()) {
        return Styles.this;
      }
      var all = new ArrayList<>(styles);
      all.addAll(added);
      return new Styles(all);
    }
  }

  Growth grow() {
    return new Growth();
  }
}
