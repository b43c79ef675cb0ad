package dev.quire.engine.formula;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;

/// What a formula comes to once its names and structured references are looked up; holds until a
/// definition changes.
///
/// @param reads the cells that it may read, except through references that it builds while
///   calculating (`INDIRECT`, `OFFSET`), which make it volatile
/// @param isVolatile whether its result may change although nothing it reads did
/// @param unsupported what of it, or of the names it uses, cannot be computed; empty when all can
/// @param followsDefinitions whether names, tables, external links or the order of sheets have a
///   part in it
public record Reach(
    List<BoundRead> reads,
    boolean isVolatile,
    SequencedSet<String> unsupported,
    boolean followsDefinitions) {
  /// Copies what it is given.
  public Reach {
    reads = List.copyOf(reads);
    unsupported = Collections.unmodifiableSequencedSet(new LinkedHashSet<>(unsupported));
  }
}
