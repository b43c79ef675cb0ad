package dev.quire.engine.formula;

import dev.quire.engine.value.BlankValue;
import dev.quire.engine.value.ReferenceValue.Part;
import dev.quire.engine.value.Value;
import java.util.List;

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

  @Override
  boolean follows(List<Part> written, Frame frame) {
    return false;
  }
}
