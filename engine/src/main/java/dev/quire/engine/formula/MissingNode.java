package dev.quire.engine.formula;

import dev.quire.engine.value.BlankValue;
import dev.quire.engine.value.Value;

/// An argument left empty.
final class MissingNode extends Node {
  @Override
  Value evaluate(Frame frame) {
    return BlankValue.BLANK;
  }

  @Override
  boolean isScalar() {
    return true;
  }
}
