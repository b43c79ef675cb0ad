package dev.quire.graph;

import dev.quire.graph.resource.View;
import dev.quire.session.OperationResult;
import java.util.Optional;

/// What came of adding or deleting rows of a table.
///
/// @param answer what is answered if it was done in time
/// @param row the first row that was added, as it was then; nothing when rows were deleted
record ChangedRow(Answer answer, Optional<View> row) implements OperationResult {}
