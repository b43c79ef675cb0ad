package dev.quire.ooxml.chart;

import dev.quire.engine.value.BlankValue;
import dev.quire.engine.value.Scalar;
import dev.quire.engine.value.TextValue;
import dev.quire.ooxml.xml.SliceEdits;
import dev.quire.ooxml.xml.XmlElement;
import dev.quire.workbook.chart.ChartData.Points;
import dev.quire.workbook.chart.Series;
import dev.quire.workbook.chart.SeriesData;
import java.util.List;
import java.util.Optional;

/// Brings up to date what a chart remembers of the cells that it shows, for readers that do not
/// calculate. Only done in parts that are written anyway.
final class CachePatch {
  private final SliceEdits edits;
  private final DataWriter writer;

  CachePatch(SliceEdits edits, DataWriter writer) {
    this.edits = edits;
    this.writer = writer;
  }

  /// What a series remembers of sources that have not changed.
  void apply(XmlElement ser, Series before, Series after) {
    same(ser, List.of("tx"), before.name(), after.name());
    same(ser, List.of("cat", "xVal"), before.categories(), after.categories());
    same(ser, List.of("val", "yVal"), before.values(), after.values());
    same(ser, List.of("bubbleSize"), before.sizes(), after.sizes());
  }

  private void same(XmlElement ser, List<String> names, SeriesData before, SeriesData after) {
    if (before.equals(after) && after instanceof SeriesData.Cells) {
      names.stream()
          .flatMap(name -> Nodes.child(ser, name).stream())
          .findFirst()
          .ifPresent(holder -> refresh(holder, after));
    }
  }

  private void refresh(XmlElement holder, SeriesData data) {
    for (String kind : List.of("num", "str")) {
      Optional<XmlElement> cache = Nodes.down(holder, kind + "Ref", kind + "Cache");
      if (cache.isPresent()) {
        boolean numbers = kind.equals("num");
        Points points = writer.points(data);
        if (!DataReader.points(cache.get()).equals(remembered(points, numbers))) {
          edits.replace(cache.get(), writer.cache(kind + "Cache", points, numbers));
        }
      }
    }
  }

  private static List<Scalar> remembered(Points points, boolean numbers) {
    return numbers
        ? points.values()
        : points.texts().stream()
            .<Scalar>map(each -> each.isEmpty() ? BlankValue.BLANK : new TextValue(each))
            .toList();
  }
}
