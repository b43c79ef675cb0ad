package dev.quire.graph.query;

import java.util.OptionalInt;
import java.util.function.IntPredicate;

/// A condition on rows: `$filter` (OData 4.01, part 2, §5.1.1).
public sealed interface Filter {
  /// Whether a row meets the condition. Values of different kinds are unequal and in no order.
  boolean accepts(Row row);

  /// Both.
  ///
  /// @param left one condition
  /// @param right the other
  record And(Filter left, Filter right) implements Filter {
    @Override
    public boolean accepts(Row row) {
      return left.accepts(row) && right.accepts(row);
    }
  }

  /// At least one.
  ///
  /// @param left one condition
  /// @param right the other
  record Or(Filter left, Filter right) implements Filter {
    @Override
    public boolean accepts(Row row) {
      return left.accepts(row) || right.accepts(row);
    }
  }

  /// The opposite.
  ///
  /// @param condition what must not hold
  record Not(Filter condition) implements Filter {
    @Override
    public boolean accepts(Row row) {
      return !condition.accepts(row);
    }
  }

  /// `index gt 3`.
  ///
  /// @param left one side
  /// @param relation what must hold between the sides
  /// @param right the other side
  record Comparison(Operand left, Relation relation, Operand right) implements Filter {
    @Override
    public boolean accepts(Row row) {
      return relation.holds(left.of(row), right.of(row));
    }
  }

  /// `startswith(name,'A')`.
  ///
  /// @param test how to look
  /// @param text where to look
  /// @param part what to look for
  record TextMatch(TextTest test, Operand text, Operand part) implements Filter {
    @Override
    public boolean accepts(Row row) {
      return text.of(row) instanceof Scalar.Text(var whole)
          && part.of(row) instanceof Scalar.Text(var wanted)
          && test.holds(whole, wanted);
    }
  }

  /// A boolean by itself: `visible`.
  ///
  /// @param operand what must be true
  record Truth(Operand operand) implements Filter {
    @Override
    public boolean accepts(Row row) {
      return operand.of(row) instanceof Scalar.Flag(var flag) && flag;
    }
  }

  /// What can hold between two values.
  enum Relation {
    /// Equal.
    EQ(c -> c == 0),
    /// Not equal.
    NE(c -> c != 0),
    /// Greater.
    GT(c -> c > 0),
    /// Greater or equal.
    GE(c -> c >= 0),
    /// Less.
    LT(c -> c < 0),
    /// Less or equal.
    LE(c -> c <= 0);

    private final IntPredicate accepted;

    Relation(IntPredicate accepted) {
      this.accepted = accepted;
    }

    boolean holds(Scalar left, Scalar right) {
      OptionalInt comparison = Scalars.compare(left, right);
      if (comparison.isPresent()) {
        return accepted.test(comparison.getAsInt());
      }
      boolean same = left instanceof Scalar.Nothing && right instanceof Scalar.Nothing;
      return switch (this) {
        case EQ, GE, LE -> same;
        case NE -> !same;
        case GT, LT -> false;
      };
    }
  }

  /// Ways to look for text in text, case included.
  enum TextTest {
    /// At the beginning.
    STARTSWITH,
    /// At the end.
    ENDSWITH,
    /// Anywhere.
    CONTAINS;

    boolean holds(String text, String part) {
      return switch (this) {
        case STARTSWITH -> text.startsWith(part);
        case ENDSWITH -> text.endsWith(part);
        case CONTAINS -> text.contains(part);
      };
    }
  }
}
