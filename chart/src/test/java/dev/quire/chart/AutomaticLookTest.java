package dev.quire.chart;

import static dev.quire.chart.Sample.category;
import static dev.quire.chart.Sample.options;
import static dev.quire.chart.Sample.plot;
import static dev.quire.chart.Sample.series;
import static dev.quire.chart.Sample.texts;
import static dev.quire.chart.Sample.value;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.quire.workbook.chart.Axes;
import dev.quire.workbook.chart.Axis;
import dev.quire.workbook.chart.ChartText;
import dev.quire.workbook.chart.ChartTheme;
import dev.quire.workbook.chart.ChartTitle;
import dev.quire.workbook.chart.Fill;
import dev.quire.workbook.chart.Legend;
import dev.quire.workbook.chart.Line;
import dev.quire.workbook.chart.Marker;
import dev.quire.workbook.chart.Marker.Symbol;
import dev.quire.workbook.chart.Plot.Grouping;
import dev.quire.workbook.chart.Plot.Kind;
import dev.quire.workbook.chart.Series;
import dev.quire.workbook.chart.ShapeFormat;
import dev.quire.workbook.style.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What charts look like that leave their formats open: each time beside one that says the same.
final class AutomaticLookTest {
  private static final int BLACK = 0x000000;
  private static final int LINES = 0x868686;
  private static final int LINES_SINCE_2013 = 0xD9D9D9;

  private static Sample columns() {
    return Sample.of(plot(Kind.COLUMN, Grouping.CLUSTERED, options(150, 0), series(0)))
        .legend(true, Legend.Position.RIGHT)
        .titled("Sales")
        .values("North", texts("a", "b", "c"), "General", 3, 5, 4);
  }

  private static Sample points(Kind kind, Series series) {
    return Sample.of(plot(kind, Grouping.STANDARD, options(true, false), series))
        .values("North", texts("a", "b", "c"), "General", 3, 5, 4);
  }

  private static long count(Sample sample, int rgb) throws IOException {
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(sample.png(1)));
    int[] all = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    return Arrays.stream(all).filter(pixel -> (pixel & 0xFFFFFF) == rgb).count();
  }

  private static ChartText text(double points, boolean bold) {
    return new ChartText(
        Optional.of("Calibri"),
        OptionalDouble.of(points),
        Optional.of(bold),
        Optional.of(false),
        Optional.of(false),
        Optional.of(Color.BLACK));
  }

  private static Line hair(int rgb) {
    return new Line(
        new Fill.Solid(new Color(rgb), 1), OptionalDouble.of(0.75), Line.Dash.SOLID, false);
  }

  private static void assertLooksLike(Sample said, Sample automatic) {
    assertArrayEquals(said.png(2), automatic.png(2));
  }

  private static Axis named(Axis axis, double degrees) {
    return axis.withTitle(Sample.title("Axis", degrees));
  }

  @Test
  void linesAreGreyAndTextsBlack() throws IOException {
    assertTrue(count(columns(), LINES) > 1_500, "frame and gridlines");
    assertTrue(count(columns(), BLACK) > 50, "texts");
    assertEquals(0, count(columns(), LINES_SINCE_2013));
  }

  @Test
  void linesAreAsIfTheyWereSaid() {
    Line grey = hair(LINES);
    ShapeFormat area = new ShapeFormat(new Fill.Solid(Color.WHITE, 1), grey);
    assertLooksLike(
        columns()
            .axes(
                category().withLine(grey),
                value().withLine(grey).withMajorGridlines(Optional.of(grey)))
            .withSpace(space -> space.withArea(area)),
        columns());
  }

  @Test
  void textsAreAsIfTheyWereSaid() {
    Sample open = columns().axes(named(category(), 0), named(value(), -90));
    Sample said =
        open.axes(said(named(category(), 0)), said(named(value(), -90)))
            .withSpace(space ->
                space
                    .withTitle(space.title().withFont(text(18, true)))
                    .withLegend(space.legend().withText(text(10, false))));
    assertLooksLike(said, open);
  }

  private static Axis said(Axis axis) {
    return axis.withText(text(10, false)).withTitle(axis.title().withFont(text(10, true)));
  }

  @Test
  void titleIsAFifthLargerThanTheTextOfTheWholeChart() {
    Sample whole = columns().withSpace(space -> space.withText(text(20, true)));
    assertLooksLike(
        whole.withSpace(space -> space.withTitle(space.title().withFont(text(24, true)))), whole);
  }

  @Test
  void titlesAreInTheBodyFont() {
    ChartTheme office = ChartTheme.OFFICE;
    ChartTheme other =
        new ChartTheme(
            office.accents(), office.dark(), office.light(), "Courier New", office.bodyFont());
    assertLooksLike(columns().withSpace(space -> Spaces.withTheme(space, other)), columns());
  }

  @ParameterizedTest
  @CsvSource({
    "0, DIAMOND",
    "1, SQUARE",
    "2, TRIANGLE",
    "3, X",
    "4, STAR",
    "5, CIRCLE",
    "6, PLUS",
    "7, DOT",
    "8, DASH",
    "9, DIAMOND"
  })
  void eachSeriesHasAMarkOfItsOwn(int index, Symbol symbol) {
    var mark = new Marker(symbol, OptionalInt.of(7), ShapeFormat.AUTOMATIC);
    for (Kind kind : new Kind[] {Kind.LINE, Kind.SCATTER, Kind.RADAR}) {
      assertLooksLike(
          points(kind, series(index, mark, false)),
          points(kind, series(index, Marker.AUTOMATIC, false)));
    }
  }

  @Test
  void linesOfSeriesAreTwoAndAQuarterPointsWide() {
    Line wide =
        new Line(
            new Fill.Solid(ChartTheme.OFFICE.accents().getFirst(), 1),
            OptionalDouble.of(2.25),
            Line.Dash.SOLID,
            true);
    Series open = series(0, Marker.NONE, false);
    for (Kind kind : new Kind[] {Kind.LINE, Kind.SCATTER}) {
      assertLooksLike(
          points(kind, open.withFormat(new ShapeFormat(Fill.AUTOMATIC, wide))), points(kind, open));
    }
  }

  @Test
  void kindsOf2016LookAsBefore() throws IOException {
    for (String newer : new String[] {"waterfall", "histogram"}) {
      assertEquals(0, count(Gallery.of(newer), LINES), newer);
      assertTrue(count(Gallery.of(newer), LINES_SINCE_2013) > 300, newer);
    }
  }

  @Test
  void axisThatIsNotShownKeepsItsTitle() {
    Sample hidden = columns().axes(category().hidden(), value());
    Sample titled = hidden.axes(category().hidden().withTitle(Sample.title("Month", 0)), value());
    assertFalse(Arrays.equals(hidden.png(1), titled.png(1)));
    Axes axes = titled.space().axes();
    ChartTitle title = axes.category().orElseThrow().title();
    assertLooksLike(
        titled,
        titled.axes(category().hidden().withTitle(title.withFont(text(10, true))), value()));
  }
}
