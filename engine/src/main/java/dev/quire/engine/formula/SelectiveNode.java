package dev.quire.engine.formula;

import dev.quire.engine.value.ReferenceValue.Part;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A call of a function that chooses cells of a range by criteria, which knows what it passes over.
final class SelectiveNode extends CallNode {
  private final Selective selective;
  private final int source;

  SelectiveNode(Function function, List<Node> nodes, Selective selective) {
    super(function, nodes);
    this.selective = selective;
    this.source = selective.source(nodes.size());
  }

  @Override
  boolean follows(List<Part> written, Frame frame) {
    for (int i = 0; i < nodes.length; i++) {
      if (i != source && nodes[i].follows(written, frame)) {
        return true;
      }
    }
    if (source < 0) {
      return false;
    }
    @Nullable Arguments arguments = arguments(frame);
    return arguments == null || selective.chooses(arguments, written);
  }

  /// Cells are chosen from a range that begins where it is written and is as large as the one
  /// tested.
  @Override
  void reads(ReadCollector collector) {
    super.reads(collector);
    if (!selective.isResized() || source < 0) {
      return;
    }
    for (BoundRead tested : readsOf(nodes[0], collector)) {
      for (BoundRead begun : readsOf(nodes[source], collector)) {
        collector.add(begun.sheet(), stretched(begun.area(), tested.area()));
      }
    }
  }

  private static List<BoundRead> readsOf(Node node, ReadCollector collector) {
    ReadCollector part = collector.forPart();
    node.reads(part);
    return part.reach().reads();
  }

  /// The area and what lies beside it when it begins anywhere in it and takes the other's shape.
  private RelativeArea stretched(RelativeArea begun, RelativeArea tested) {
    boolean isPlace = nodes[source] instanceof CellNode || nodes[source] instanceof AreaNode;
    return new RelativeArea(
        begun.top(),
        begun.left(),
        end(begun.top(), begun.bottom(), tested.top(), tested.bottom(), isPlace),
        end(begun.left(), begun.right(), tested.left(), tested.right(), isPlace));
  }

  /// @param isPlace whether the area surely begins at its first cell
  private static Coordinate end(
      Coordinate first, Coordinate last, Coordinate from, Coordinate to, boolean isPlace) {
    boolean rigid = first.fixed() == last.fixed() && from.fixed() == to.fixed();
    int more = to.value() - from.value();
    boolean fits = rigid && (isPlace || more == last.value() - first.value());
    if (fits) {
      return new Coordinate(Math.max(last.value(), first.value() + more), last.fixed());
    }
    // How far it reaches differs from cell to cell.
    return rigid
        ? new Coordinate(last.value() + Math.max(0, more), last.fixed())
        : Coordinate.fixed(Integer.MAX_VALUE);
  }
}
