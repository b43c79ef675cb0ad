package dev.quire.chart;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringReader;
import java.time.Duration;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Assertions;

/// Whatever a chart says, there is a picture of it, and soon.
final class RandomChartsProperties {
  private static final Duration SOON = Duration.ofSeconds(30);

  private final ChartPainter painter = new ChartPainter();

  @Property(tries = 150)
  void everyChartHasAPicture(@ForAll long seed) {
    var charts = new RandomCharts(seed);
    Sample chart = charts.next();
    PixelSize size = charts.size();
    byte[] png =
        Assertions.assertTimeout(SOON, () -> painter.png(chart.space(), chart.data(), size, 1));
    assertTrue(png.length > 0);
  }

  @Property(tries = 150)
  void everyChartWithDepthHasAPicture(@ForAll long seed) {
    var charts = new RandomCharts(seed);
    Sample chart = charts.nextDeep();
    PixelSize size = charts.size();
    byte[] png =
        Assertions.assertTimeout(SOON, () -> painter.png(chart.space(), chart.data(), size, 1));
    assertTrue(png.length > 0);
    assertDoesNotThrow(() -> read(painter.svg(chart.space(), chart.data(), size)));
  }

  /// A waterfall of numbers whose sum overflows.
  @Example
  void sumThatOverflowsHasAPicture() {
    everyChartWithDepthHasAPicture(142_778);
  }

  @Property(tries = 60)
  void everySvgIsXml(@ForAll long seed) {
    var charts = new RandomCharts(seed);
    Sample chart = charts.next();
    String svg = painter.svg(chart.space(), chart.data(), charts.size());
    assertDoesNotThrow(() -> read(svg));
  }

  private static void read(String svg) throws XMLStreamException {
    var factory = XMLInputFactory.newFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    var reader = factory.createXMLStreamReader(new StringReader(svg));
    while (reader.hasNext()) {
      reader.next();
    }
  }
}
