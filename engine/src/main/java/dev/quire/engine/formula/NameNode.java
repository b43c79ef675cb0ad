package dev.quire.engine.formula;

import dev.quire.engine.value.ErrorValue;
import dev.quire.engine.value.Value;
import java.util.List;
import java.util.Optional;

/// A defined name, or the data of a table called by its name alone.
final class NameNode extends Node {
  private final Sheets sheets;
  private final String name;

  NameNode(Sheets sheets, String name) {
    this.sheets = sheets;
    this.name = name;
  }

  @Override
  Value evaluate(Frame frame) {
    List<Integer> scope = SheetScope.keys(sheets, frame.sheet, frame.workspace);
    if (scope.size() != 1) {
      return ErrorValue.REF;
    }
    Optional<Template> template = frame.workspace.name(scope.getFirst(), name);
    if (template.isPresent()) {
      return frame.mayEnterName() ? template.get().evaluateInside(frame) : ErrorValue.NUM;
    }
    return frame
        .workspace
        .table(name)
        .map(shape -> TableAreas.data(shape, frame.workspace))
        .orElse(ErrorValue.NAME);
  }

  @Override
  void reads(ReadCollector collector) {
    Workspace definitions = collector.definitions();
    List<Integer> scope = SheetScope.keys(sheets, collector.sheet(), definitions);
    if (scope.size() != 1 || !collector.enters(scope.getFirst(), name)) {
      return;
    }
    Optional<Template> template = definitions.name(scope.getFirst(), name);
    if (template.isPresent()) {
      collector.collect(template.get());
    } else {
      definitions
          .table(name)
          .ifPresent(shape -> collector.add(shape.sheet(), TableAreas.fixed(shape.area())));
    }
  }
}
