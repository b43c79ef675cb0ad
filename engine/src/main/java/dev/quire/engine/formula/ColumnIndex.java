package dev.quire.engine.formula;

import dev.quire.engine.value.Scalar;
import java.util.Optional;

/// Where equal values stand in one column: numbers that are the same double, texts that differ only
/// in case, equal logicals and errors. Rows are those of the sheet. Tells about cells only that
/// were calculated when it was asked for.
public interface ColumnIndex {
  /// No group, or no row.
  int NONE = -1;

  /// The number of the group that a value belongs to; [#NONE] when nothing in the column equals it.
  int group(Scalar value);

  /// The group of a cell; [#NONE] for a blank one.
  int groupAt(int row);

  /// How many cells of a group stand between two rows, both included.
  int count(int group, int firstRow, int lastRow);

  /// The first row from one on, up to another, at which a cell of the group stands, or [#NONE].
  int first(int group, int firstRow, int lastRow);

  /// The last row up to one, down from another, at which a cell of the group stands, or [#NONE].
  int last(int group, int firstRow, int lastRow);

  /// Is shown rows.
  @FunctionalInterface
  interface RowVisitor {
    /// Takes a row and tells whether to go on.
    boolean visit(int row);
  }

  /// Shows the rows of a group between two rows, downwards.
  void visit(int group, int firstRow, int lastRow, RowVisitor visitor);

  /// Shows the rows of a group at which also another column has a cell of one of its groups.
  ///
  /// @param distance from a row of this column to the row of the other
  default void visitBoth(
      int group,
      int firstRow,
      int lastRow,
      ColumnIndex other,
      int distance,
      int otherGroup,
      RowVisitor visitor) {
    visit(
        group,
        firstRow,
        lastRow,
        row -> other.groupAt(row + distance) != otherGroup || visitor.visit(row));
  }

  /// The numbers between two rows, both included, in rising order; not to be changed. Empty when an
  /// error stands among them. What was asked last is remembered.
  Optional<double[]> sorted(int firstRow, int lastRow);

  /// Whether some text could read as a number.
  boolean hasDigitsInTexts();
}
