package dev.quire.engine.function.database;

import dev.quire.engine.formula.Arguments;
import dev.quire.engine.formula.Template;
import dev.quire.engine.function.Criterion;
import dev.quire.engine.ref.Area;
import dev.quire.engine.value.BlankValue;
import dev.quire.engine.value.LogicalValue;
import dev.quire.engine.value.NumberValue;
import dev.quire.engine.value.ReferenceValue.Part;
import dev.quire.engine.value.Scalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// Which records are wanted: a row of headers and below it rows of conditions. A record must meet
/// all conditions of one row; a row without conditions takes all.
final class Criteria {
  /// What a cell of the criteria asks of a record.
  private sealed interface Condition {
    /// A field fits.
    record OnField(int column, Criterion criterion) implements Condition {}

    /// Below a header that the database does not have: a formula written for the first record,
    /// looked at as if it were copied down beside the others.
    record Computed(Template formula, int row, int column) implements Condition {}

    /// The same without a formula: a value that is or is not TRUE.
    record Fixed(boolean holds) implements Condition {}
  }

  private final Arguments arguments;
  private final Database database;
  private final Part place;
  private final List<List<Condition>> rows = new ArrayList<>();

  private Criteria(Arguments arguments, Database database, Part place) {
    this.arguments = arguments;
    this.database = database;
    this.place = place;
  }

  /// Reads the criteria in an argument of the kind range.
  static Criteria of(Arguments a, Database database, int place) {
    var criteria = new Criteria(a, database, a.range(place));
    Area area = criteria.place.area();
    int used = a.matrix(place).usedRows();
    for (int row = 1; row < used; row++) {
      criteria.rows.add(criteria.conditions(area.firstRow() + row));
    }
    if (used < area.rows()) {
      criteria.rows.add(List.of());
    }
    return criteria;
  }

  private List<Condition> conditions(int row) {
    Area area = place.area();
    List<Condition> conditions = new ArrayList<>();
    for (int column = area.firstColumn(); column <= area.lastColumn(); column++) {
      Scalar value = arguments.workspace().cell(place.sheet(), row, column);
      if (value != BlankValue.BLANK) {
        conditions.add(condition(value, row, column));
      }
    }
    return conditions;
  }

  private Condition condition(Scalar value, int row, int column) {
    Scalar header = arguments.workspace().cell(place.sheet(), place.area().firstRow(), column);
    OptionalInt field = database.column(header);
    if (field.isPresent()) {
      return new Condition.OnField(
          field.getAsInt(),
          Criterion.ofDatabase(value, arguments.numberText(), arguments.workspace().date1904()));
    }
    Optional<Template> formula = arguments.workspace().formula(place.sheet(), row, column);
    // A formula inside a formula for records could call itself without end.
    return formula.isPresent() && !(arguments.workspace() instanceof RecordView)
        ? new Condition.Computed(formula.get(), row, column)
        : new Condition.Fixed(isTrue(value));
  }

  private static boolean isTrue(Scalar value) {
    return value == LogicalValue.TRUE || value instanceof NumberValue(double number) && number != 0;
  }

  /// Whether a record is wanted.
  boolean accept(int record) {
    for (List<Condition> row : rows) {
      if (row.stream().allMatch(condition -> holds(condition, record))) {
        return true;
      }
    }
    return false;
  }

  private boolean holds(Condition condition, int record) {
    return switch (condition) {
      case Condition.OnField(int column, Criterion criterion) ->
          criterion.matches(database.value(record, column));
      case Condition.Computed(Template formula, int row, int column) ->
          isTrue(
              formula.evaluateScalar(
                  new RecordView(arguments, database, record),
                  place.sheet(),
                  row + record,
                  column,
                  true));
      case Condition.Fixed(boolean holds) -> holds;
    };
  }
}
