package dev.quire.engine.formula;

import dev.quire.engine.ref.Area;
import dev.quire.engine.value.ErrorValue;
import dev.quire.engine.value.ReferenceValue;
import dev.quire.engine.value.ReferenceValue.Part;
import dev.quire.engine.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// `:`, `,` and the intersecting blank between references, from left to right.
final class ReferenceNode extends Node {
  /// More parts than any real formula joins.
  private static final int MAX_PARTS = 8_192;

  private final List<Node> operands;
  private final BinaryOperator operator;

  ReferenceNode(List<Node> operands, BinaryOperator operator) {
    this.operands = operands;
    this.operator = operator;
  }

  @Override
  Value evaluate(Frame frame) {
    Value result = operands.getFirst().evaluate(frame);
    for (Node operand : operands.subList(1, operands.size())) {
      if (result instanceof ErrorValue) {
        return result;
      }
      result = join(result, operand.evaluate(frame), frame);
    }
    return result;
  }

  private Value join(Value left, Value right, Frame frame) {
    if (right instanceof ErrorValue) {
      return right;
    }
    if (!(left instanceof ReferenceValue a) || !(right instanceof ReferenceValue b)) {
      return ErrorValue.VALUE;
    }
    if ((long) a.parts().size() * b.parts().size() > MAX_PARTS) {
      return ErrorValue.NUM;
    }
    return switch (operator) {
      case RANGE -> range(a, b, frame);
      case INTERSECTION -> intersection(a, b);
      case UNION -> new ReferenceValue(Stream.of(a, b).flatMap(r -> r.parts().stream()).toList());
      case EQUAL,
          NOT_EQUAL,
          LESS,
          LESS_OR_EQUAL,
          GREATER,
          GREATER_OR_EQUAL,
          CONCATENATE,
          ADD,
          SUBTRACT,
          MULTIPLY,
          DIVIDE,
          POWER ->
          throw new IllegalArgumentException(operator.name());
    };
  }

  /// Nothing reaches from cell to cell in a workbook that is closed (O).
  private static Value range(ReferenceValue a, ReferenceValue b, Frame frame) {
    if (frame.workspace.isElsewhere(a.first().sheet())) {
      return ErrorValue.REF;
    }
    boolean sameSheet = a.first().sheet() == b.first().sheet();
    return a.isSingle() && b.isSingle() && sameSheet
        ? ReferenceValue.of(a.first().sheet(), a.first().area().boundingBox(b.first().area()))
        : ErrorValue.VALUE;
  }

  private static Value intersection(ReferenceValue a, ReferenceValue b) {
    var parts = new ArrayList<Part>();
    for (Part left : a.parts()) {
      for (Part right : b.parts()) {
        if (left.sheet() == right.sheet()) {
          left.area()
              .intersection(right.area())
              .ifPresent(area -> parts.add(new Part(left.sheet(), area)));
        }
      }
    }
    return parts.isEmpty() ? ErrorValue.NULL : new ReferenceValue(parts);
  }

  @Override
  List<Node> children() {
    return operands;
  }

  /// A range reaches over cells between its ends. Ends that move differently could lie anywhere, so
  /// then it is taken to reach over all rows or columns.
  @Override
  void reads(ReadCollector collector) {
    if (operator != BinaryOperator.RANGE) {
      super.reads(collector);
      return;
    }
    ReadCollector ends = collector.forPart();
    super.reads(ends);
    collector.join(ends);
    if (operands.stream().anyMatch(ReferenceNode::isOpen)) {
      collector.changes();
    }
    for (BoundRead read : ends.reach().reads()) {
      RelativeArea reach =
          ends.reach().reads().stream()
              .filter(other -> other.sheet() == read.sheet())
              .map(BoundRead::area)
              .reduce(Reach::over)
              .orElseThrow();
      collector.add(read.sheet(), reach);
    }
  }

  /// Whether an end is only known while calculating.
  private static boolean isOpen(Node node) {
    return node instanceof VariableNode
        || node instanceof ApplicationNode
        || node.children().stream().anyMatch(ReferenceNode::isOpen);
  }

  /// The smallest relative area that surely holds two others.
  private static final class Reach {
    static RelativeArea over(RelativeArea a, RelativeArea b) {
      List<Coordinate> rows = List.of(a.top(), a.bottom(), b.top(), b.bottom());
      List<Coordinate> columns = List.of(a.left(), a.right(), b.left(), b.right());
      return new RelativeArea(
          end(rows, 0, false),
          end(columns, 0, false),
          end(rows, Area.SHEET.lastRow(), true),
          end(columns, Area.SHEET.lastColumn(), true));
    }

    private static Coordinate end(List<Coordinate> all, int limit, boolean last) {
      boolean fixed = all.getFirst().fixed();
      if (all.stream().anyMatch(coordinate -> coordinate.fixed() != fixed)) {
        return Coordinate.fixed(limit);
      }
      var values = all.stream().mapToInt(Coordinate::value);
      return new Coordinate((last ? values.max() : values.min()).orElseThrow(), fixed);
    }
  }
}
