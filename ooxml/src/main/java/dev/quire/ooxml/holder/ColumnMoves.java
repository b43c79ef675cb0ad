package dev.quire.ooxml.holder;

import dev.quire.engine.ref.Area;
import dev.quire.engine.ref.Shift;
import dev.quire.ooxml.guard.XlsxLimits;
import dev.quire.ooxml.xml.Ascii;
import dev.quire.ooxml.xml.Tags;
import dev.quire.ooxml.xml.XmlElement;
import dev.quire.ooxml.xml.XmlTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Moves the settings of columns. New columns look like the one to their left, but are not hidden.
final class ColumnMoves {
  private final XmlTree tree;
  private final XlsxLimits limits;

  private record Span(int first, int last, String element, boolean hidden) {
    Span over(int newFirst, int newLast) {
      return new Span(newFirst, newLast, element, hidden);
    }
  }

  private ColumnMoves(XmlTree tree, XlsxLimits limits) {
    this.tree = tree;
    this.limits = limits;
  }

  /// The element `cols` afterwards; empty when nothing is left of it.
  static Optional<byte[]> apply(XmlTree tree, List<Shift> shifts, XlsxLimits limits) {
    List<Shift> columns = shifts.stream().filter(Shift::isWholeColumns).toList();
    return columns.isEmpty()
        ? Optional.of(tree.bytes())
        : new ColumnMoves(tree, limits).apply(columns);
  }

  private Optional<byte[]> apply(List<Shift> shifts) {
    List<Span> spans = new ArrayList<>();
    for (XmlElement each : tree.root().children("col")) {
      int first = each.number("min", 1) - 1;
      int last = each.number("max", 1) - 1;
      spans.add(new Span(first, last, tree.source(each), each.flag("hidden", false)));
    }
    for (Shift each : shifts) {
      spans = moved(spans, each);
    }
    if (spans.isEmpty()) {
      return Optional.empty();
    }
    XmlElement root = tree.root();
    String start = Ascii.string(tree.bytes(), root.span().start(), root.span().content());
    var out = new StringBuilder(start);
    spans.forEach(each -> out.append(print(each)));
    return Optional.of(Ascii.bytes(out.append("</" + root.qualifiedName() + ">").toString()));
  }

  private String print(Span span) {
    return Tags.with(
        span.element,
        Map.of(
            "min", Optional.of(Integer.toString(span.first + 1)),
            "max", Optional.of(Integer.toString(span.last + 1)),
            "hidden", span.hidden ? Optional.of("1") : Optional.empty()),
        limits);
  }

  private static List<Span> moved(List<Span> before, Shift shift) {
    var after = new ArrayList<Span>();
    for (Span each : before) {
      boolean left = each.first < shift.first() && each.last >= shift.first() - 1;
      if (shift.inserts() && left) {
        parted(each, shift, after);
      } else {
        shift
            .reference(new Area(0, each.first, 0, each.last))
            .ifPresent(at -> after.add(each.over(at.firstColumn(), at.lastColumn())));
      }
    }
    return after;
  }

  private static void parted(Span span, Shift shift, List<Span> after) {
    int end = Math.min(span.last + shift.count(), shift.limit() - 1);
    if (!span.hidden) {
      after.add(span.over(span.first, end));
      return;
    }
    after.add(span.over(span.first, shift.first() - 1));
    after.add(new Span(shift.first(), Math.min(shift.last(), end), span.element, false));
    if (end > shift.last()) {
      after.add(span.over(shift.last() + 1, end));
    }
  }
}
