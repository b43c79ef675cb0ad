package dev.quire.ooxml.patch;

import dev.quire.engine.cells.SheetCells;
import dev.quire.engine.ref.Grid;
import dev.quire.ooxml.guard.XlsxLimits;
import dev.quire.ooxml.part.Numbers;
import dev.quire.ooxml.xml.Tags;
import dev.quire.ooxml.xml.XmlElement;
import dev.quire.ooxml.xml.XmlTree;
import dev.quire.workbook.ColumnSpan;
import dev.quire.workbook.Sizes;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Writes the settings of columns anew where they are hidden, shown or styled otherwise; widths and
/// whatever else the file says of a column go with it.
final class ColumnsPatch {
  /// The width of a column that nobody has set, in characters of the standard font.
  private static final String STANDARD_WIDTH = "9.140625";

  private final SheetPlan plan;
  private final XlsxLimits limits;
  private final String prefix;
  private final int[] source = new int[Grid.COLUMNS];
  private final int[] style = new int[Grid.COLUMNS];
  private final boolean[] hidden = new boolean[Grid.COLUMNS];

  /// Widths that are not those of the file; 0 for the others.
  private final double[] widths = new double[Grid.COLUMNS];

  ColumnsPatch(SheetPlan plan, XlsxLimits limits, String prefix) {
    this.plan = plan;
    this.limits = limits;
    this.prefix = prefix;
    Arrays.fill(source, -1);
    Arrays.fill(style, SheetCells.NO_STYLE);
  }

  /// The settings for a sheet that had none.
  String fresh() {
    return write(List.of());
  }

  /// The settings in place of these.
  String rewrite(byte[] written) {
    XmlTree tree = XmlTree.read("cols", written, limits);
    List<XmlElement> elements = tree.root().children("col");
    for (int at = 0; at < elements.size(); at++) {
      int first = elements.get(at).number("min", 1) - 1;
      int last = Math.min(elements.get(at).number("max", 1), Grid.COLUMNS);
      Arrays.fill(source, Math.clamp(first, 0, last), last, at);
    }
    return write(elements.stream().map(tree::source).toList());
  }

  private String write(List<String> elements) {
    for (ColumnSpan each : plan.current().layout().columns()) {
      Arrays.fill(style, each.first(), each.last() + 1, each.style());
      Arrays.fill(hidden, each.first(), each.last() + 1, each.hidden());
      each.widthChars()
          .ifPresent(width -> Arrays.fill(widths, each.first(), each.last() + 1, width));
    }
    for (ColumnSpan each : plan.base().layout().columns()) {
      each.widthChars()
          .ifPresent(width -> {
            for (int column = each.first(); column <= each.last(); column++) {
              widths[column] = widths[column] == width ? 0 : widths[column];
            }
          });
    }
    var out = new StringBuilder();
    int first = 0;
    for (int at = 1; at <= Grid.COLUMNS; at++) {
      if (at == Grid.COLUMNS || !isLike(first, at)) {
        out.append(column(elements, first, at - 1));
        first = at;
      }
    }
    return out.isEmpty() ? "" : "<%scols>%s</%scols>".formatted(prefix, out, prefix);
  }

  private boolean isLike(int one, int other) {
    return source[one] == source[other]
        && style[one] == style[other]
        && hidden[one] == hidden[other]
        && widths[one] == widths[other];
  }

  private String column(List<String> elements, int first, int last) {
    boolean known = source[first] >= 0;
    boolean sized = widths[first] > 0;
    if (!known && !hidden[first] && !sized && style[first] == SheetCells.NO_STYLE) {
      return "";
    }
    Map<String, Optional<String>> changes = new HashMap<>();
    changes.put("min", Optional.of(Integer.toString(first + 1)));
    changes.put("max", Optional.of(Integer.toString(last + 1)));
    changes.put("hidden", hidden[first] ? Optional.of("1") : Optional.empty());
    boolean styled = style[first] != SheetCells.NO_STYLE;
    changes.put("style", styled ? Optional.of(Integer.toString(style[first])) : Optional.empty());
    if (sized) {
      changes.put("width", Optional.of(Numbers.print(widths[first])));
      if (widths[first] != Sizes.COLUMN_CHARS) {
        changes.put("customWidth", Optional.of("1"));
      }
    }
    String element =
        known
            ? elements.get(source[first])
            : "<%scol min=\"1\" max=\"1\" width=\"%s\"/>".formatted(prefix, STANDARD_WIDTH);
    return Tags.with(element, changes, limits);
  }
}
