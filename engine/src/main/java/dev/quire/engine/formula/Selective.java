package dev.quire.engine.formula;

import dev.quire.engine.value.ReferenceValue.Part;
import java.util.List;

/// A function that adds up or compares, of one range, only the cells at whose places other ranges
/// meet criteria. A change of cells that are not chosen does not change its result.
public interface Selective {
  /// The place of the argument whose cells are chosen from; all other arguments say which. Negative
  /// when the cells chosen from are also those that are tested.
  ///
  /// @param count how many arguments are written
  int source(int count);

  /// Whether the chosen cells have the place where their range begins in common with what is
  /// written, but the shape of the range tested.
  boolean isResized();

  /// Whether one of these cells is chosen.
  boolean chooses(Arguments arguments, List<Part> cells);
}
