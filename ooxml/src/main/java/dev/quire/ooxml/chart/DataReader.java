package dev.quire.ooxml.chart;

import dev.quire.engine.ref.A1;
import dev.quire.engine.ref.Area;
import dev.quire.engine.value.BlankValue;
import dev.quire.engine.value.ErrorValue;
import dev.quire.engine.value.NumberValue;
import dev.quire.engine.value.Scalar;
import dev.quire.engine.value.TextValue;
import dev.quire.ooxml.xml.XmlElement;
import dev.quire.workbook.chart.SeriesData;
import dev.quire.workbook.chart.SeriesData.SheetArea;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Reads where values and texts of charts come from (ECMA-376 part 1, 21.2.2.119 and others).
final class DataReader {
  /// More points than a series can have are not remembered.
  private static final int MOST_POINTS = 1 << 20;

  private final Map<String, Integer> sheets;

  /// @param sheets keys of worksheets by their names in lower case
  DataReader(Map<String, Integer> sheets) {
    this.sheets = sheets;
  }

  /// What a child such as `val` or `cat` holds.
  SeriesData data(XmlElement holder, String name) {
    return Nodes.child(holder, name).map(this::source).orElse(SeriesData.NONE);
  }

  /// The text that `tx` below an element holds.
  SeriesData text(XmlElement holder) {
    return Nodes.child(holder, "tx").map(this::source).orElse(SeriesData.NONE);
  }

  /// What a dimension of a chart of 2016 holds ([MS-ODRAWXML] 2.24.3, `CT_NumericDimension`).
  ///
  /// @param names what a formula that is one of these stands for
  SeriesData dimension(XmlElement dimension, Map<String, String> names) {
    String text = Nodes.child(dimension, "f").map(XmlElement::text).orElse("").strip();
    if (text.isEmpty()) {
      return Nodes.child(dimension, "v").map(each -> literal(each.text())).orElse(SeriesData.NONE);
    }
    String meant = names.getOrDefault(text, text);
    if (meant.contains(ErrorValue.REF.word())) {
      return SeriesData.LOST;
    }
    Optional<XmlElement> level = Nodes.child(dimension, "lvl");
    return areas(meant)
        .<SeriesData>map(SeriesData.Cells::new)
        .orElseGet(() ->
            new SeriesData.Formula(
                text,
                level.map(each -> remembered(each, dimension)).orElse(List.of()),
                level.flatMap(each -> each.attribute("formatCode")).orElse("General")));
  }

  private static List<Scalar> remembered(XmlElement level, XmlElement dimension) {
    boolean numbers = dimension.name().startsWith("num");
    List<Scalar> values = new ArrayList<>();
    for (XmlElement each : Nodes.children(level, "pt")) {
      int at = Math.min(each.number("idx", values.size()), MOST_POINTS);
      while (values.size() < at) {
        values.add(BlankValue.BLANK);
      }
      values.add(numbers ? number(each.text()) : new TextValue(each.text()));
    }
    return values;
  }

  /// A text with paragraphs and runs.
  static SeriesData literal(XmlElement rich) {
    return literal(flat(rich));
  }

  private SeriesData source(XmlElement holder) {
    for (XmlElement each : holder.children()) {
      switch (each.name()) {
        case "numRef", "strRef", "multiLvlStrRef" -> {
          return reference(each);
        }
        case "numLit", "strLit" -> {
          return new SeriesData.Literals(points(each), format(each));
        }
        case "v" -> {
          return literal(each.text());
        }
        case "rich" -> {
          return literal(each);
        }
        default -> {} // an extension
      }
    }
    return SeriesData.NONE;
  }

  private static SeriesData literal(String text) {
    return text.isEmpty()
        ? SeriesData.NONE
        : new SeriesData.Literals(List.of(new TextValue(text)), "General");
  }

  /// A text with paragraphs and runs, without its looks.
  static String flat(XmlElement rich) {
    var lines = new ArrayList<String>();
    for (XmlElement paragraph : Nodes.children(rich, "p")) {
      var line = new StringBuilder();
      for (XmlElement run : paragraph.children()) {
        switch (run.name()) {
          case "r", "fld" -> Nodes.child(run, "t").ifPresent(t -> line.append(t.text()));
          case "br" -> line.append('\n');
          default -> {} // looks
        }
      }
      lines.add(line.toString());
    }
    return String.join("\n", lines);
  }

  private SeriesData reference(XmlElement reference) {
    String text = Nodes.child(reference, "f").map(XmlElement::text).orElse("").strip();
    if (text.contains(ErrorValue.REF.word())) {
      return SeriesData.LOST;
    }
    Optional<List<SheetArea>> areas = areas(text);
    if (areas.isPresent()) {
      return new SeriesData.Cells(areas.get());
    }
    Optional<XmlElement> cache =
        reference.children().stream().filter(each -> each.name().endsWith("Cache")).findFirst();
    List<Scalar> cached =
        cache
            .map(each -> Nodes.child(each, "lvl").orElse(each))
            .map(DataReader::points)
            .orElse(List.of());
    return new SeriesData.Formula(text, cached, cache.map(DataReader::format).orElse("General"));
  }

  private static String format(XmlElement cache) {
    return Nodes.child(cache, "formatCode")
        .map(XmlElement::text)
        .filter(each -> !each.isEmpty())
        .orElse("General");
  }

  /// What a part remembers of some cells.
  static List<Scalar> points(XmlElement cache) {
    boolean numbers = cache.name().startsWith("num");
    List<XmlElement> points = Nodes.children(cache, "pt");
    int said = Nodes.whole(cache, "ptCount", points.size());
    int last = points.stream().mapToInt(each -> each.number("idx", 0)).max().orElse(-1);
    // a count is a claim; points that nobody wrote cost memory only where others follow
    int count = Math.min(Math.max(last + 1, Math.min(said, MOST_POINTS)), MOST_POINTS);
    if (points.isEmpty() && count > 1024) {
      count = 0;
    }
    List<Scalar> values = new ArrayList<>(Collections.nCopies(count, BlankValue.BLANK));
    for (XmlElement each : points) {
      int at = each.number("idx", 0);
      if (at < count) {
        String text = Nodes.child(each, "v").map(XmlElement::text).orElse("");
        values.set(at, numbers ? number(text) : new TextValue(text));
      }
    }
    return values;
  }

  private static Scalar number(String text) {
    var number = Nodes.number(text);
    if (number.isPresent()) {
      return new NumberValue(number.getAsDouble());
    }
    return ErrorValue.find(text.strip()).<Scalar>map(error -> error).orElse(BlankValue.BLANK);
  }

  /// `Sheet1!$A$1:$A$5`, or several of them in parentheses.
  private Optional<List<SheetArea>> areas(String text) {
    boolean several = text.startsWith("(") && text.endsWith(")");
    String list = several ? text.substring(1, text.length() - 1) : text;
    var areas = new ArrayList<SheetArea>();
    for (String each : split(list)) {
      int bang = each.lastIndexOf('!');
      if (bang < 1) {
        return Optional.empty();
      }
      Optional<Area> area = A1.parse(each.substring(bang + 1).strip());
      Integer sheet = sheets.get(unquoted(each.substring(0, bang).strip()));
      if (area.isEmpty() || sheet == null) {
        return Optional.empty();
      }
      areas.add(new SheetArea(sheet, area.get()));
    }
    return areas.isEmpty() ? Optional.empty() : Optional.of(areas);
  }

  /// The pieces between commas that are not within quotes.
  private static List<String> split(String list) {
    var pieces = new ArrayList<String>();
    int from = 0;
    boolean quoted = false;
    for (int at = 0; at < list.length(); at++) {
      char c = list.charAt(at);
      quoted ^= c == '\'';
      if (c == ',' && !quoted) {
        pieces.add(list.substring(from, at));
        from = at + 1;
      }
    }
    pieces.add(list.substring(from));
    return pieces;
  }

  private static String unquoted(String name) {
    boolean quoted = name.length() > 1 && name.startsWith("'") && name.endsWith("'");
    String plain = quoted ? name.substring(1, name.length() - 1).replace("''", "'") : name;
    return plain.toLowerCase(Locale.ROOT);
  }
}
