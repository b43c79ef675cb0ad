package dev.quire.chart;

import static dev.quire.chart.Sample.options;
import static dev.quire.chart.Sample.plot;
import static dev.quire.chart.Sample.series;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.quire.chart.canvas.Box;
import dev.quire.chart.font.Fonts;
import dev.quire.workbook.chart.Marker;
import dev.quire.workbook.chart.Plot.Grouping;
import dev.quire.workbook.chart.Plot.Kind;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;

/// Columns are as long as their values say, and stand where they belong.
final class ColumnGeometryProperties {
  private static final int BLUE = 0xFF4472C4;
  private static final int ORANGE = 0xFFED7D31;
  private static final double NEAR = 1e-6;
  private static final double LEGEND_KEY = 7;

  private static RecordingCanvas drawn(Sample sample) {
    var canvas = new RecordingCanvas();
    new ChartPage(sample.space(), sample.data(), new Fonts(), canvas)
        .draw(Sample.SIZE.width(), Sample.SIZE.height());
    return canvas;
  }

  private static List<Box> columns(RecordingCanvas canvas, int color) {
    return canvas.filled(color).stream()
        .filter(box -> box.width() != LEGEND_KEY || box.height() != LEGEND_KEY)
        .toList();
  }

  private static Sample chart(Kind kind, Grouping grouping, int gap, int overlap) {
    return Sample.of(plot(kind, grouping, options(gap, overlap), series(2, Marker.NONE)));
  }

  @Example
  void gapIsMeasuredInColumns() {
    var canvas =
        drawn(
            chart(Kind.COLUMN, Grouping.CLUSTERED, 200, -50)
                .values("A", List.of(), "0", 1, 2, 3)
                .values("B", List.of(), "0", 3, 2, 1));
    List<Box> blue = columns(canvas, BLUE);
    List<Box> orange = columns(canvas, ORANGE);
    double width = blue.getFirst().width();
    assertEquals(0.5 * width, orange.getFirst().x() - blue.getFirst().right(), NEAR);
    assertEquals(2 * width, blue.get(1).x() - orange.getFirst().right(), NEAR);
  }

  @Property(tries = 60)
  void heightsFollowValues(
      @ForAll @Size(min = 2, max = 12) List<@DoubleRange(min = 1, max = 1e6) Double> values) {
    double[] numbers = values.stream().mapToDouble(Double::doubleValue).toArray();
    var canvas =
        drawn(
            chart(Kind.COLUMN, Grouping.CLUSTERED, 100, 0)
                .values("A", List.of(), "0", numbers)
                .values("B", List.of(), "0", 0));
    List<Box> columns = columns(canvas, BLUE);
    double most = Arrays.stream(numbers).max().orElseThrow();
    double highest = columns.stream().mapToDouble(Box::height).max().orElseThrow();
    double least = Arrays.stream(numbers).min().orElseThrow();
    boolean fromZero = least < most * 5 / 6;
    assertEquals(numbers.length, columns.size());
    for (int i = 0; fromZero && i < numbers.length; i++) {
      assertEquals(numbers[i] / most, columns.get(i).height() / highest, 1e-3);
    }
  }

  @Property(tries = 60)
  void stackedColumnsStandOnOneAnother(
      @ForAll @Size(min = 3, max = 3) List<@DoubleRange(min = 0.1, max = 100) Double> below,
      @ForAll @Size(min = 3, max = 3) List<@DoubleRange(min = 0.1, max = 100) Double> above) {
    var canvas =
        drawn(
            chart(Kind.COLUMN, Grouping.STACKED, 50, 100)
                .values("A", List.of(), "0", below.stream().mapToDouble(v -> v).toArray())
                .values("B", List.of(), "0", above.stream().mapToDouble(v -> v).toArray()));
    for (int i = 0; i < 3; i++) {
      Box low = columns(canvas, BLUE).get(i);
      Box high = columns(canvas, ORANGE).get(i);
      assertEquals(low.y(), high.bottom(), NEAR);
      assertEquals(low.x(), high.x(), NEAR);
      assertEquals(
          low.height() / below.get(i),
          high.height() / above.get(i),
          1e-3 * low.height() / below.get(i));
    }
  }

  @Example
  void partsOfAHundredPercentFillThePlot() {
    var canvas =
        drawn(
            chart(Kind.BAR, Grouping.PERCENT_STACKED, 50, 100)
                .values("A", List.of(), "0", 1, 50, 7)
                .values("B", List.of(), "0", 3, 50, 1));
    List<Box> blue = columns(canvas, BLUE);
    List<Box> orange = columns(canvas, ORANGE);
    double whole = blue.getFirst().width() + orange.getFirst().width();
    assertEquals(0.25, blue.getFirst().width() / whole, NEAR);
    for (int i = 0; i < blue.size(); i++) {
      assertEquals(whole, blue.get(i).width() + orange.get(i).width(), NEAR);
    }
  }

  @Property(tries = 60)
  void columnsNeverLeaveTheChart(
      @ForAll @Size(min = 1, max = 30) List<@DoubleRange(min = -1e9, max = 1e9) Double> values) {
    var canvas =
        drawn(
            chart(Kind.COLUMN, Grouping.CLUSTERED, 30, 100)
                .values("A", List.of(), "0", values.stream().mapToDouble(v -> v).toArray())
                .values("B", List.of(), "0"));
    for (Box box : columns(canvas, BLUE)) {
      assertTrue(box.x() >= 0 && box.right() <= Sample.SIZE.width(), box::toString);
      assertTrue(box.y() >= 0 && box.bottom() <= Sample.SIZE.height(), box::toString);
    }
  }

  @Property(tries = 60)
  void lettersNeverLeaveTheChart(
      @ForAll @Size(min = 1, max = 40) List<@Size(max = 30) String> names) {
    var canvas =
        drawn(
            chart(Kind.COLUMN, Grouping.CLUSTERED, 30, 100)
                .values(
                    "A", Sample.texts(names.toArray(String[]::new)), "0", new double[names.size()])
                .values("B", List.of(), "0"));
    for (var letters : canvas.letters()) {
      Box box = letters.box();
      assertTrue(box.bottom() <= Sample.SIZE.height() + 1, letters::toString);
      assertTrue(box.y() >= -1, letters::toString);
    }
  }
}
