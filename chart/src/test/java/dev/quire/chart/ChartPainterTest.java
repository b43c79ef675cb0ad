package dev.quire.chart;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.quire.workbook.chart.ChartData;
import dev.quire.workbook.chart.ChartData.Points;
import dev.quire.workbook.chart.ChartData.SeriesValues;
import dev.quire.workbook.chart.Marker;
import dev.quire.workbook.chart.Plot.Grouping;
import dev.quire.workbook.chart.Plot.Kind;
import dev.quire.workbook.chart.Plot.Options;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class ChartPainterTest {
  private static final int WHITE = 0xFFFFFFFF;
  private static final Duration BOUND = Duration.ofSeconds(60);

  private final ChartPainter painter = new ChartPainter();

  private static BufferedImage read(byte[] png) throws IOException {
    return ImageIO.read(new ByteArrayInputStream(png));
  }

  private static long colored(BufferedImage image) {
    return IntStream.range(0, image.getWidth() * image.getHeight())
        .map(i -> image.getRGB(i % image.getWidth(), i / image.getWidth()))
        .filter(rgb -> (rgb >> 16 & 0xFF) != (rgb & 0xFF))
        .count();
  }

  @ParameterizedTest
  @EnumSource
  void everyKindShowsItsColors(Kind kind) throws IOException {
    Sample sample =
        Sample.of(
            Sample.plot(
                kind, Grouping.STANDARD, Options.USUAL, Sample.series(4, Marker.AUTOMATIC)));
    for (int i = 0; i < 4; i++) {
      sample = sample.values("S" + i, List.of(), "0", 3 + i, 5 - i, 4, 6);
    }
    long least = kind == Kind.STOCK ? 0 : 500;
    BufferedImage image = read(sample.png(1));
    assertTrue(colored(image) >= least, kind + " has " + colored(image) + " coloured pixels");
    long inked =
        IntStream.range(0, 480 * 288).filter(i -> image.getRGB(i % 480, i / 480) != WHITE).count();
    assertTrue(inked > 2_000, kind + " has " + inked + " pixels with something on them");
  }

  @Test
  void sameChartGivesTheSameBytes() {
    for (Sample sample : Gallery.all().values()) {
      byte[] first = painter.png(sample.space(), sample.data(), Sample.SIZE, 1);
      byte[] second = new ChartPainter().png(sample.space(), sample.data(), Sample.SIZE, 1);
      assertArrayEquals(first, second);
    }
  }

  @Test
  void severalThreadsMayDrawAtOnce() {
    List<Sample> samples = List.copyOf(Gallery.all().values());
    List<byte[]> alone =
        samples.stream().map(s -> painter.png(s.space(), s.data(), Sample.SIZE, 1)).toList();
    var fresh = new ChartPainter();
    List<byte[]> together =
        samples.parallelStream().map(s -> fresh.png(s.space(), s.data(), Sample.SIZE, 1)).toList();
    for (int i = 0; i < samples.size(); i++) {
      assertArrayEquals(alone.get(i), together.get(i));
    }
  }

  @Test
  void scaleMakesMorePixelsOfTheSame() throws IOException {
    Sample sample = Gallery.of("column-clustered");
    BufferedImage image = read(sample.png(2));
    assertEquals(960, image.getWidth());
    assertEquals(576, image.getHeight());
    assertEquals(WHITE, image.getRGB(10, 10));
  }

  @Test
  void aChartWithoutSeriesIsItsTitleOnWhite() throws IOException {
    Sample empty = Sample.of(Sample.plot(Kind.COLUMN, Grouping.CLUSTERED, Options.USUAL));
    BufferedImage image = read(empty.png(1));
    assertEquals(0, colored(image));
    assertEquals(WHITE, image.getRGB(240, 200));
  }

  @Test
  void centredPicturesHaveWhiteAround() throws IOException {
    Sample sample = Gallery.of("column-clustered");
    var fitting = Fitting.of(Sample.SIZE, 600, 600, Fitting.Mode.FIT_AND_CENTER);
    BufferedImage image = read(painter.png(sample.space(), sample.data(), Sample.SIZE, fitting));
    assertEquals(600, image.getHeight());
    int[] upper = image.getRGB(0, 0, 600, 119, null, 0, 600);
    assertTrue(Arrays.stream(upper).allMatch(rgb -> rgb == WHITE));
    assertTrue(colored(image) > 1_000);
  }

  @ParameterizedTest
  @EnumSource
  void aMillionPointsAreDrawnInBoundedTime(Kind kind) {
    var values = new double[1_000_000];
    double at = 0;
    for (int i = 0; i < values.length; i++) {
      at += Math.floorMod(i * 7_919L, 13) - 6;
      values[i] = at;
    }
    Points points = Sample.numbers("General", values);
    var data = new ChartData(List.of(new SeriesValues("S", List.of(), points, Points.NONE)));
    Sample sample =
        Sample.of(
            Sample.plot(
                kind, Grouping.STANDARD, Options.USUAL, Sample.series(1, Marker.AUTOMATIC)));
    byte[] png = assertTimeout(BOUND, () -> painter.png(sample.space(), data, Sample.SIZE, 1));
    assertTrue(png.length > 0);
  }

  @Test
  void picturesBeyondTheLimitsAreRefused() {
    Sample sample = Gallery.of("pie");
    assertThrows(
        PictureTooLarge.class, () -> painter.png(sample.space(), sample.data(), Sample.SIZE, 20));
    assertThrows(PictureTooLarge.class, () -> new PixelSize(4_097, 1));
    assertThrows(PictureTooLarge.class, () -> new PixelSize(4_096, 4_096));
  }
}
