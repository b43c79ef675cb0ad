package dev.quire.engine.function.lookup;

import static dev.quire.engine.function.FunctionSpec.function;
import static dev.quire.engine.function.Parameters.any;
import static dev.quire.engine.function.Parameters.array;
import static dev.quire.engine.function.Parameters.lazy;
import static dev.quire.engine.function.Parameters.number;
import static dev.quire.engine.function.Parameters.scalar;
import static dev.quire.engine.function.Parameters.table;

import dev.quire.engine.formula.Arguments;
import dev.quire.engine.formula.Matrix;
import dev.quire.engine.formula.Ordering;
import dev.quire.engine.function.FunctionSpec;
import dev.quire.engine.function.regex.Regex;
import dev.quire.engine.function.regex.RegexTooCostly;
import dev.quire.engine.ref.Area;
import dev.quire.engine.value.BlankValue;
import dev.quire.engine.value.ErrorValue;
import dev.quire.engine.value.NumberValue;
import dev.quire.engine.value.ReferenceValue;
import dev.quire.engine.value.ReferenceValue.Part;
import dev.quire.engine.value.Scalar;
import dev.quire.engine.value.TextValue;
import dev.quire.engine.value.Value;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// `XLOOKUP` and `XMATCH` with their ways to match and to search, and `LOOKUP`.
public final class SearchModes {
  /// All functions of this family.
  public static final List<FunctionSpec> ALL =
      List.of(
          function("LOOKUP", SearchModes::lookup)
              .takes(
                  scalar("lookup_value"), array("lookup_vector"), any("result_vector").optional()),
          function("XMATCH", SearchModes::xmatch)
              .since(2021)
              .takes(
                  scalar("lookup_value"),
                  table("lookup_array"),
                  number("match_mode").optional(),
                  number("search_mode").optional()),
          function("XLOOKUP", SearchModes::xlookup)
              .since(2021)
              .yieldsArray()
              .takes(
                  scalar("lookup_value"),
                  table("lookup_array"),
                  any("return_array"),
                  lazy("if_not_found").optional(),
                  number("match_mode").optional(),
                  number("search_mode").optional()));

  private static final int REGEX = 3;

  /// Neither a match nor a way to search: refused.
  private static final int REFUSED = -2;

  private SearchModes() {}

  /// Looks in the longer of first column and first row of a rectangle.
  private static Value lookup(Arguments a) {
    Matrix matrix = a.matrix(1);
    boolean downwards = matrix.rows() >= matrix.columns();
    Search search = downwards ? Search.column(matrix, 0) : Search.row(matrix, 0);
    int place = search.notGreater(Search.wanted(a.scalar(0)));
    if (place < 0) {
      return ErrorValue.NA;
    }
    if (a.count() < 3) {
      return downwards
          ? matrix.at(place, matrix.columns() - 1)
          : matrix.at(matrix.rows() - 1, place);
    }
    if (a.value(2) instanceof ErrorValue error) {
      return error;
    }
    if (!a.has(2)) {
      return ErrorValue.VALUE;
    }
    Matrix results = a.matrix(2);
    if (!results.isVector()) {
      return ErrorValue.NA;
    }
    return place < results.size() ? results.at(place) : ErrorValue.NA;
  }

  private static Value xmatch(Arguments a) {
    Matrix matrix = a.matrix(1);
    int place = matrix.isVector() ? find(a, matrix, 2) : REFUSED;
    return place == REFUSED
        ? ErrorValue.VALUE
        : place < 0 ? ErrorValue.NA : new NumberValue(place + 1);
  }

  private static Value xlookup(Arguments a) {
    Matrix matrix = a.matrix(1);
    Value results = a.value(2);
    if (results instanceof ErrorValue) {
      return results;
    }
    Matrix shape = Matrix.of(results, a.workspace());
    // A single cell is a column where the results are one row, otherwise a row (O).
    boolean downwards = matrix.columns() == 1 && (matrix.rows() > 1 || shape.rows() == 1);
    boolean fits =
        matrix.isVector()
            && (downwards ? matrix.rows() == shape.rows() : matrix.columns() == shape.columns());
    int place = fits ? find(a, matrix, 4) : REFUSED;
    if (place == REFUSED) {
      return ErrorValue.VALUE;
    }
    if (place < 0) {
      return a.has(3) ? a.value(3) : ErrorValue.NA;
    }
    return line(a, results, shape, place, downwards);
  }

  /// The row or column of the results at a place, as a reference where they are one.
  private static Value line(
      Arguments a, Value results, Matrix shape, int place, boolean downwards) {
    if (results instanceof ReferenceValue reference) {
      Part part = reference.first();
      Area area = part.area();
      int row = area.firstRow() + place;
      int column = area.firstColumn() + place;
      return ReferenceValue.of(
          part.sheet(),
          downwards
              ? new Area(row, area.firstColumn(), row, area.lastColumn())
              : new Area(area.firstRow(), column, area.lastRow(), column));
    }
    return downwards
        ? a.array(1, shape.columns(), (_, column) -> shape.at(place, column))
        : a.array(shape.rows(), 1, (row, _) -> shape.at(row, place));
  }

  private static int find(Arguments a, Matrix matrix, int modes) {
    int match = a.has(modes) ? (int) a.number(modes) : 0;
    int mode = a.has(modes + 1) ? (int) a.number(modes + 1) : 1;
    Search search = Search.vector(matrix);
    Scalar wanted = a.scalar(0);
    return switch (mode) {
      case 1, -1 ->
          match == REGEX
              ? expression(a, search, wanted, mode > 0)
              : inOrder(search, wanted, match, mode > 0);
      case 2, -2 -> halving(search, wanted, match, mode < 0);
      default -> REFUSED;
    };
  }

  private static int inOrder(Search search, Scalar wanted, int match, boolean fromFirst) {
    int place = search.equal(wanted, match == 2, fromFirst);
    return switch (match) {
      case 0, 2 -> place;
      case 1, -1 -> place >= 0 ? place : nearest(search, wanted, match, fromFirst);
      default -> REFUSED;
    };
  }

  /// The place of a text in which a regular expression fits.
  private static int expression(Arguments a, Search search, Scalar wanted, boolean fromFirst) {
    if (!(wanted instanceof TextValue(String pattern))) {
      return Search.NOWHERE;
    }
    Optional<Regex> regex = Regex.of(pattern, false);
    if (regex.isEmpty()) {
      return REFUSED;
    }
    Predicate<Scalar> fits =
        value -> value instanceof TextValue(String text) && regex.get().fits(text, a::spend);
    try {
      return fromFirst ? search.first(fits) : search.last(fits);
    } catch (RegexTooCostly e) {
      return REFUSED;
    }
  }

  /// The place whose value comes next above (1) or below (-1), in a line of any order. Texts come
  /// above all numbers, logicals above all texts, and a blank that is looked for above everything
  /// (observed).
  private static int nearest(Search search, Scalar wanted, int side, boolean fromFirst) {
    int best = Search.NOWHERE;
    for (int i = 0; i < search.length(); i++) {
      int place = fromFirst ? i : search.length() - 1 - i;
      Scalar value = search.line().at(place);
      boolean comparable = value != BlankValue.BLANK && !(value instanceof ErrorValue);
      int order = wanted == BlankValue.BLANK ? -1 : Ordering.compare(value, wanted);
      boolean onSide = comparable && order * side > 0;
      if (onSide && (best < 0 || Ordering.compare(value, search.line().at(best)) * side < 0)) {
        best = place;
      }
    }
    return best;
  }

  private static int halving(Search search, Scalar value, int match, boolean downwards) {
    if (value == BlankValue.BLANK) {
      int blank = search.first(each -> each == BlankValue.BLANK);
      if (blank >= 0) {
        return blank;
      }
    }
    Scalar wanted = Search.wanted(value);
    int found = search.halved(wanted, downwards, _ -> true);
    int below = downwards ? found : search.firstEqual(found, wanted);
    boolean exact = below >= 0 && Search.equalTo(wanted, false).test(search.line().at(below));
    return switch (match) {
      case 0 -> exact ? below : Search.NOWHERE;
      case 1, -1 -> {
        boolean next = !exact && (match > 0) != downwards;
        int place = next ? below + 1 : below;
        yield place < search.length() ? place : Search.NOWHERE;
      }
      default -> REFUSED;
    };
  }
}
