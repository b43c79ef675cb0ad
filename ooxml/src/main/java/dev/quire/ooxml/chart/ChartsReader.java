package dev.quire.ooxml.chart;

import dev.quire.ooxml.guard.XlsxFault;
import dev.quire.ooxml.part.PackageParts;
import dev.quire.ooxml.part.Relationship;
import dev.quire.ooxml.part.WorkbookLayout;
import dev.quire.ooxml.xml.XmlElement;
import dev.quire.workbook.SheetLayout;
import dev.quire.workbook.WorkbookBuilder;
import dev.quire.workbook.chart.Chart;
import dev.quire.workbook.chart.ChartSpace;
import dev.quire.workbook.chart.SheetCharts.Drawn;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Lets the charts of a workbook be read when somebody asks for them. A chart that cannot be read
/// is listed without plots.
public final class ChartsReader {
  private static final String DATA_NAME = "_xlchart.";

  private final PackageParts parts;
  private final Map<String, Integer> sheets;
  private final DrawingColors colors;
  private final Map<String, String> dataNames;

  private ChartsReader(
      PackageParts parts,
      Map<String, Integer> sheets,
      DrawingColors colors,
      Map<String, String> dataNames) {
    this.parts = parts;
    this.sheets = sheets;
    this.colors = colors;
    this.dataNames = dataNames;
  }

  /// Tells a builder where charts are to be found.
  ///
  /// @param keys key of the worksheet at each tab
  /// @param theme root of the theme, if there is one
  public static void read(
      WorkbookLayout layout,
      List<OptionalInt> keys,
      WorkbookBuilder builder,
      Optional<XmlElement> theme) {
    Map<String, Integer> sheets = new HashMap<>();
    for (int tab = 0; tab < keys.size(); tab++) {
      if (keys.get(tab).isPresent()) {
        String name = layout.sheets().get(tab).name().toLowerCase(Locale.ROOT);
        sheets.put(name, keys.get(tab).getAsInt());
      }
    }
    PackageParts parts = layout.parts().afresh();
    DrawingColors colors = DrawingColors.of(theme);
    builder.chartTheme(colors.theme());
    List<Integer> drawn =
        IntStream.range(0, keys.size())
            .filter(tab -> keys.get(tab).isPresent() && isDrawnOn(layout, tab))
            .boxed()
            .toList();
    if (drawn.isEmpty()) {
      return;
    }
    var reader = new ChartsReader(parts, Map.copyOf(sheets), colors, dataNames(layout));
    for (int tab : drawn) {
      String part = layout.sheets().get(tab).part();
      builder.charts(keys.get(tab).getAsInt(), sizes -> reader.drawn(part, tab, sizes));
    }
  }

  private static boolean isDrawnOn(WorkbookLayout layout, int tab) {
    String part = layout.sheets().get(tab).part();
    return layout.parts().relationships(part).first("drawing").isPresent();
  }

  /// Names that Excel makes up for the data of charts of 2016.
  private static Map<String, String> dataNames(WorkbookLayout layout) {
    Map<String, String> names = new HashMap<>();
    for (XmlElement list : Nodes.children(layout.workbook().root(), "definedNames")) {
      for (XmlElement each : Nodes.children(list, "definedName")) {
        String name = each.attributeOr("name", "");
        if (name.startsWith(DATA_NAME)) {
          names.put(name, each.text());
        }
      }
    }
    return Map.copyOf(names);
  }

  /// @param tab zero-based place of the worksheet among all tabs
  private Drawn drawn(String sheet, int tab, SheetLayout sizes) {
    try {
      return SheetDrawing.of(parts.afresh(), sheet)
          .map(drawing -> drawn(drawing, tab, sizes))
          .orElse(new Drawn(List.of(), 1));
    } catch (XlsxFault damaged) {
      // A drawing that is no XML shows nothing; saving passes it on untouched or says what is
      // wrong.
      return new Drawn(List.of(), 1);
    }
  }

  private Drawn drawn(SheetDrawing drawing, int tab, SheetLayout sizes) {
    var charts = new ArrayList<Chart>();
    var ids = new HashSet<String>();
    for (SheetDrawing.Located each : drawing.charts()) {
      int shape = each.properties().map(named -> named.number("id", 0)).orElse(0);
      // copied charts may share an identity, and broken files the number of a shape
      String id =
          Stream.of(
                  each.properties().flatMap(ChartsReader::creationId),
                  Optional.of(madeUpId(tab, shape)),
                  Optional.of(madeUpId(tab, shape + (charts.size() + 1 << 16))))
              .flatMap(Optional::stream)
              .filter(ids::add)
              .findFirst()
              .orElse(drawing.part() + charts.size());
      charts.add(
          new Chart(
              id,
              each.properties().map(named -> named.attributeOr("name", "")).orElse(""),
              FrameReader.frame(each.anchor(), sizes),
              space(each)));
    }
    return new Drawn(charts, drawing.lastShape());
  }

  private ChartSpace space(SheetDrawing.Located located) {
    Optional<String> part = located.reference().map(Relationship::target);
    try {
      return part.filter(parts::has)
          .map(name -> parts.afresh().tree(name).root())
          .map(root ->
              located.isClassic()
                  ? new ChartReader(colors, sheets, Unsaid.in(parts.afresh())).read(root)
                  : new NewerChartReader(colors, new DataReader(sheets), dataNames).read(root))
          .orElseGet(() -> ChartReader.unknown(colors.theme()));
    } catch (XlsxFault damaged) {
      return ChartReader.unknown(colors.theme());
    }
  }

  /// The identity that programs since 2016 give to shapes ([MS-ODRAWXML] 2.11.1).
  private static Optional<String> creationId(XmlElement named) {
    return Nodes.child(named, "extLst").stream()
        .flatMap(list -> Nodes.children(list, "ext").stream())
        .flatMap(each -> Nodes.child(each, "creationId").stream())
        .flatMap(each -> each.attribute("id").stream())
        .findFirst();
  }

  /// What Excel takes for the identity of a shape that has none (semantics §3, O).
  private static String madeUpId(int tab, int shape) {
    return "{00000000-0008-0000-%02X%02X-0000%02X%02X%02X%02X}"
        .formatted(
            tab & 0xFF,
            tab >>> 8 & 0xFF,
            shape & 0xFF,
            shape >>> 8 & 0xFF,
            shape >>> 16 & 0xFF,
            shape >>> 24 & 0xFF);
  }
}
