package dev.quire.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.quire.workbook.chart.ChartData;
import dev.quire.workbook.chart.ChartSpace;
import dev.quire.workbook.chart.ChartTheme;
import dev.quire.workbook.chart.ChartType;
import dev.quire.workbook.chart.Legend;
import dev.quire.workbook.chart.NewChart;
import dev.quire.workbook.chart.NewChart.SeriesSource;
import dev.quire.workbook.chart.Scene;
import dev.quire.workbook.chart.SeriesData;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// Charts with depth show their sides in the right light, and hide what is behind.
final class DepthTest {
  private static final int BLUE = 0x4472C4;
  private static final int ORANGE = 0xED7D31;
  private static final double RIGHT = 0.66;
  private static final double LEFT = 0.82;
  private static final double TOP = 0.84;

  private static Sample chart(ChartType type, double[]... series) {
    var source =
        new SeriesSource(SeriesData.NONE, SeriesData.NONE, SeriesData.NONE, SeriesData.NONE);
    ChartSpace space =
        NewChart.of(type, Collections.nCopies(series.length, source), ChartTheme.OFFICE);
    Sample sample =
        new Sample(space, new ChartData(List.of())).legend(false, Legend.Position.BOTTOM);
    for (double[] values : series) {
      sample = sample.values("S", List.of(), "General", values);
    }
    return sample;
  }

  private static Sample seen(Sample sample, int tilt, int turn) {
    Scene scene = sample.space().scene().orElseThrow();
    return sample.withSpace(space ->
        Spaces.withScene(
            space,
            new Scene(
                tilt,
                turn,
                scene.rightAngles(),
                scene.depthPercent(),
                scene.heightPercent(),
                scene.perspective(),
                scene.floor(),
                scene.sideWall(),
                scene.backWall())));
  }

  private static int shaded(int rgb, double light) {
    int mixed = 0;
    for (int shift = 0; shift < 24; shift += 8) {
      mixed |= (int) Math.round((rgb >> shift & 0xFF) * light) << shift;
    }
    return mixed;
  }

  private static long pixels(Sample sample, int rgb) throws IOException {
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(sample.png(1)));
    return IntStream.range(0, image.getWidth() * image.getHeight())
        .filter(i -> (image.getRGB(i % image.getWidth(), i / image.getWidth()) & 0xFFFFFF) == rgb)
        .count();
  }

  @ParameterizedTest
  @EnumSource(names = {"COLUMN_CLUSTERED_3D", "BAR_CLUSTERED_3D", "COLUMN_3D"})
  void boxShowsItsFrontItsTopAndItsRightSide(ChartType type) throws IOException {
    Sample sample = chart(type, new double[] {3, 5});
    long front = pixels(sample, BLUE);
    assertTrue(front > 1_000, type + " front " + front);
    assertTrue(pixels(sample, shaded(BLUE, TOP)) > 100);
    assertTrue(pixels(sample, shaded(BLUE, RIGHT)) > 100);
    assertEquals(0, pixels(sample, shaded(BLUE, LEFT)));
  }

  @Test
  void viewerOnTheLeftSeesTheLeftSide() throws IOException {
    Sample sample = seen(chart(ChartType.COLUMN_3D, new double[] {3, 5}), 15, -20);
    assertTrue(pixels(sample, shaded(BLUE, LEFT)) > 100);
    assertEquals(0, pixels(sample, shaded(BLUE, RIGHT)));
  }

  @ParameterizedTest
  @CsvSource({"5, 2, true", "2, 5, false"})
  void frontSeriesHidesALowerOneBehind(double front, double back, boolean hidden)
      throws IOException {
    Sample sample =
        seen(chart(ChartType.COLUMN_3D, new double[] {front}, new double[] {back}), 0, 0);
    assertEquals(hidden, pixels(sample, ORANGE) == 0);
    assertTrue(pixels(sample, BLUE) > 1_000);
  }

  @Test
  void conesAndPyramidsAreAThirdToAHalfOfTheirColumn() throws IOException {
    long column = colored(chart(ChartType.COLUMN_CLUSTERED_3D, new double[] {5, 5, 5}));
    for (ChartType type : List.of(ChartType.CONE_COL_CLUSTERED, ChartType.PYRAMID_COL_CLUSTERED)) {
      long pointed = colored(chart(type, new double[] {5, 5, 5}));
      assertTrue(pointed > column / 3 && pointed < column * 6 / 10, type + " " + pointed);
    }
  }

  private static long colored(Sample sample) throws IOException {
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(sample.png(1)));
    return IntStream.range(0, image.getWidth() * image.getHeight())
        .map(i -> image.getRGB(i % image.getWidth(), i / image.getWidth()))
        .filter(rgb -> (rgb >> 16 & 0xFF) != (rgb & 0xFF))
        .count();
  }

  @Test
  void pieSeenAslantIsLowerThanWideAndShowsItsEdge() throws IOException {
    Sample sample = chart(ChartType.PIE_3D, new double[] {1, 1});
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(sample.png(1)));
    long wide =
        IntStream.range(0, 480)
            .filter(x -> IntStream.range(0, 288).anyMatch(y -> isColored(image.getRGB(x, y))))
            .count();
    long high =
        IntStream.range(0, 288)
            .filter(y -> IntStream.range(0, 480).anyMatch(x -> isColored(image.getRGB(x, y))))
            .count();
    assertTrue(wide > 200 && high < wide * 0.75, wide + " x " + high);
    assertTrue(high > wide * 0.55, "the edge adds to half of the width: " + wide + " x " + high);
  }

  private static boolean isColored(int rgb) {
    return (rgb >> 16 & 0xFF) != (rgb & 0xFF);
  }

  @Test
  void manyPointsAreDrawnFlat() throws IOException {
    double[] values = IntStream.range(0, 6_000).mapToDouble(i -> i % 7).toArray();
    Sample deep = chart(ChartType.COLUMN_CLUSTERED_3D, values);
    assertTrue(colored(deep) > 10_000);
    assertEquals(0, pixels(deep, shaded(BLUE, RIGHT)));
  }
}
