package dev.quire.engine.function.lookup;

import dev.quire.engine.formula.Matrix;
import dev.quire.engine.formula.Matrix.Places;
import dev.quire.engine.formula.Ordering;
import dev.quire.engine.function.Wildcard;
import dev.quire.engine.value.BlankValue;
import dev.quire.engine.value.ErrorValue;
import dev.quire.engine.value.LogicalValue;
import dev.quire.engine.value.NumberValue;
import dev.quire.engine.value.Scalar;
import dev.quire.engine.value.TextValue;
import java.util.Optional;
import java.util.function.IntSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;

/// Finds values in a row or column, as all look-up functions do. Values of another type than the
/// one looked for never match.
final class Search {
  /// Not found.
  static final int NOWHERE = -1;

  private static final int UNKNOWN = -1;

  /// The values of a row or column.
  @FunctionalInterface
  interface Line {
    Scalar at(int place);
  }

  private final Line line;
  private final IntSupplier known;
  private final Supplier<Optional<Places>> places;
  private final int size;
  private int length = UNKNOWN;

  private Search(Line line, IntSupplier known, Supplier<Optional<Places>> places, int size) {
    this.line = line;
    this.known = known;
    this.places = places;
    this.size = size;
  }

  /// One column of a rectangle.
  static Search column(Matrix matrix, int column) {
    return new Search(
        row -> matrix.at(row, column),
        () -> knownRows(matrix, column),
        () -> matrix.places(column),
        matrix.rows());
  }

  /// One row of a rectangle.
  static Search row(Matrix matrix, int row) {
    return new Search(
        column -> matrix.at(row, column),
        () -> knownColumns(matrix, row),
        () -> matrix.placesAlong(row),
        matrix.columns());
  }

  private static int knownRows(Matrix matrix, int column) {
    matrix.settleColumn(column);
    return matrix.knownRows(column);
  }

  private static int knownColumns(Matrix matrix, int row) {
    matrix.settleRow(row);
    return matrix.knownColumns(row);
  }

  /// Number of places that may hold something to be found; after them all is blank, or in error.
  int length() {
    if (length == UNKNOWN) {
      length = known.getAsInt();
    }
    return length;
  }

  /// What lies at each place.
  Line line() {
    return line;
  }

  /// A rectangle that is a single row or column.
  static Search vector(Matrix matrix) {
    return matrix.columns() == 1 ? column(matrix, 0) : row(matrix, 0);
  }

  /// A blank is looked for as 0.
  static Scalar wanted(Scalar value) {
    return value == BlankValue.BLANK ? NumberValue.ZERO : value;
  }

  /// The first place with an equal value. Wildcards in the text looked for count.
  int exact(Scalar wanted) {
    return equal(wanted, true, true);
  }

  /// The first or last place with an equal value.
  ///
  /// @param wildcards whether they count in a text looked for
  int equal(Scalar wanted, boolean wildcards, boolean first) {
    boolean plain =
        switch (wanted) {
          case NumberValue _, LogicalValue _ -> true;
          case TextValue(String text) -> !wildcards || !Wildcard.isIn(text);
          case ErrorValue _, BlankValue _ -> false;
        };
    Optional<Places> known = plain ? places.get() : Optional.empty();
    if (known.isPresent()) {
      return first ? known.get().first(wanted) : known.get().last(wanted);
    }
    if (wanted == BlankValue.BLANK) {
      return blank(first);
    }
    Predicate<Scalar> test = equalTo(wanted, wildcards);
    return first ? first(test) : last(test);
  }

  /// The first or last blank place; those after [#length] are blank if the last is.
  private int blank(boolean first) {
    boolean more = length() < size && line.at(size - 1) == BlankValue.BLANK;
    if (!first && more) {
      return size - 1;
    }
    Predicate<Scalar> test = value -> value == BlankValue.BLANK;
    int place = first ? first(test) : last(test);
    return place < 0 && more ? length() : place;
  }

  int first(Predicate<Scalar> test) {
    int count = length();
    for (int place = 0; place < count; place++) {
      if (test.test(line.at(place))) {
        return place;
      }
    }
    return NOWHERE;
  }

  int last(Predicate<Scalar> test) {
    for (int place = length() - 1; place >= 0; place--) {
      if (test.test(line.at(place))) {
        return place;
      }
    }
    return NOWHERE;
  }

  /// The test for values equal to one looked for.
  static Predicate<Scalar> equalTo(Scalar wanted, boolean wildcards) {
    if (wanted instanceof TextValue(String text)) {
      if (wildcards && Wildcard.isIn(text)) {
        Wildcard pattern = Wildcard.of(text);
        return value -> value instanceof TextValue(String found) && pattern.matches(found);
      }
      return value -> value instanceof TextValue(String found) && found.equalsIgnoreCase(text);
    }
    return wanted instanceof ErrorValue ? _ -> false : wanted::equals;
  }

  /// The last place whose value is not greater, in a line sorted upwards. Unsorted lines give what
  /// halving happens to find, as in Excel.
  int notGreater(Scalar wanted) {
    return halved(wanted, false, value -> value.getClass() == wanted.getClass());
  }

  /// The last place whose value is not less, in a line sorted downwards; the first equal one. Goes
  /// from place to place and stops at a value that is less, as unsorted lines in workbooks of
  /// Excel's show (O).
  int notLess(Scalar wanted) {
    int found = NOWHERE;
    int count = length();
    for (int place = 0; place < count; place++) {
      Scalar value = line.at(place);
      int order =
          value.getClass() == wanted.getClass() && !(value instanceof ErrorValue)
              ? Ordering.compare(value, wanted)
              : 1;
      if (order == 0) {
        return place;
      }
      if (order < 0) {
        return found;
      }
      found = value.getClass() == wanted.getClass() ? place : found;
    }
    return found;
  }

  /// Halves the line until the last place not beyond the value wanted is found; stops early on an
  /// equal value, of which it takes the last in a row. The blank places at the end are halved too,
  /// which tells in lines that are not sorted (O: the same cells asked for as `A:A`, `A1:A30` and
  /// `A1:A1000`).
  ///
  /// @param counts which values are compared; others are passed over
  int halved(Scalar wanted, boolean downwards, Predicate<Scalar> counts) {
    int low = 0;
    int high = size - 1;
    int found = NOWHERE;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      int place = countedFrom(middle, high, counts);
      int order = place < 0 ? 1 : compared(place, wanted, downwards);
      if (order == 0) {
        return lastEqual(place, wanted, counts);
      }
      if (order < 0) {
        found = place;
        low = place + 1;
      } else {
        high = middle - 1;
      }
    }
    return found;
  }

  private int compared(int place, Scalar wanted, boolean downwards) {
    int order = Ordering.compare(line.at(place), wanted);
    return downwards ? -order : order;
  }

  private int lastEqual(int from, Scalar wanted, Predicate<Scalar> counts) {
    int last = from;
    while (last + 1 < length()
        && counts.test(line.at(last + 1))
        && Ordering.compare(line.at(last + 1), wanted) == 0) {
      last++;
    }
    return last;
  }

  /// The first of the equal values that end at a place; the place itself when it holds another.
  int firstEqual(int place, Scalar wanted) {
    int first = place;
    while (first > 0
        && line.at(first - 1).getClass() == wanted.getClass()
        && Ordering.compare(line.at(first - 1), wanted) == 0
        && Ordering.compare(line.at(place), wanted) == 0) {
      first--;
    }
    return first;
  }

  private int countedFrom(int from, int to, Predicate<Scalar> counts) {
    int last = Math.min(to, length() - 1);
    for (int place = from; place <= last; place++) {
      Scalar value = line.at(place);
      if (value != BlankValue.BLANK && !(value instanceof ErrorValue) && counts.test(value)) {
        return place;
      }
    }
    return NOWHERE;
  }
}
