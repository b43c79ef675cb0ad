package dev.quire.engine.formula;

import dev.quire.engine.value.ErrorValue;
import dev.quire.engine.value.Value;

/// A structured reference.
final class TableNode extends Node {
  private final Expression.TableReference reference;

  TableNode(Expression.TableReference reference) {
    this.reference = reference;
  }

  @Override
  Value evaluate(Frame frame) {
    return frame
        .workspace
        .table(reference.table())
        .map(shape -> TableAreas.cells(reference, shape, frame.row))
        .orElse(ErrorValue.REF);
  }

  @Override
  void reads(ReadCollector collector) {
    collector
        .definitions()
        .table(reference.table())
        .ifPresent(shape ->
            TableAreas.reads(reference, shape)
                .ifPresent(area -> collector.add(shape.sheet(), area)));
  }
}
