package dev.quire.engine.formula;

import dev.quire.engine.value.ErrorValue;
import dev.quire.engine.value.Value;
import java.util.Optional;

/// A name of another workbook, or an item of a link to another program: what was last known of it.
final class ExternalNameNode extends Node {
  /// How files write the workbook itself.
  private static final String SELF = "[0]";

  private final String text;
  private final String name;

  /// @param text all before the `!`, without quotes
  ExternalNameNode(String text, String name) {
    this.text = text;
    this.name = name;
  }

  @Override
  Value evaluate(Frame frame) {
    Optional<Template> found = meaning(frame.workspace, frame.sheet);
    if (found.isEmpty()) {
      // A workbook that is known does not have the name (O).
      boolean isKnown = text.equals(SELF) || frame.workspace.remembers(text);
      return isKnown ? ErrorValue.NAME : ErrorValue.REF;
    }
    return frame.mayEnter(found.get()) ? found.get().evaluateInside(frame) : ErrorValue.NUM;
  }

  @Override
  void reads(ReadCollector collector) {
    if (collector.entersExternal(text, name)) {
      meaning(collector.definitions(), collector.sheet()).ifPresent(collector::collect);
    }
  }

  private Optional<Template> meaning(Workspace workspace, int sheet) {
    return text.equals(SELF) ? workspace.name(sheet, name) : workspace.externalName(text, name);
  }
}
