package dev.quire.engine.numfmt;

import dev.quire.engine.value.Scalar;
import dev.quire.engine.value.TextValue;

/// What a text typed into a cell means; [EntryParser] finds it out.
public sealed interface TypedEntry {
  /// A formula.
  ///
  /// @param formula with its leading `=`, not checked yet
  record Formula(String formula) implements TypedEntry {}

  /// A text that was marked as one by a leading apostrophe, which is not part of it. The cell shows
  /// it as text whatever it looks like.
  record ForcedText(TextValue value) implements TypedEntry {}

  /// A constant.
  ///
  /// @param value a number, text, logical value or error; blank for an empty entry
  /// @param numberFormat the code that a cell formatted as General takes on; [#KEEP] when it stays
  record Constant(Scalar value, String numberFormat) implements TypedEntry {}

  /// Stands for a number format that an entry leaves as it is.
  String KEEP = "General";
}
