package dev.quire.engine.function.grouping;

import dev.quire.engine.value.Scalar;
import java.util.List;

/// A row or column of a summary.
///
/// @param labels one for each field
/// @param rows the data rows it is about, rising
/// @param parent the data rows of the group it lies in, all for an outermost one
/// @param isTotal whether it is the total of all
record Line(List<Scalar> labels, int[] rows, int[] parent, boolean isTotal) {}
