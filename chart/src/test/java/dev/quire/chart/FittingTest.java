package dev.quire.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.quire.chart.Fitting.Mode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class FittingTest {
  private static final PixelSize NATURAL = new PixelSize(480, 288);

  @ParameterizedTest
  @CsvSource({
    "0, 0, FIT, 480, 288, 1, 0, 0",
    "960, 0, FIT, 960, 576, 2, 0, 0",
    "0, 144, FILL, 240, 144, 0.5, 0, 0",
    "480, 480, FIT, 480, 288, 1, 0, 0",
    "240, 960, FIT, 240, 144, 0.5, 0, 0",
    "480, 480, FIT_AND_CENTER, 480, 480, 1, 0, 96",
    "960, 288, FIT_AND_CENTER, 960, 288, 1, 240, 0",
    "480, 576, FILL, 480, 576, 2, -240, 0",
    "960, 288, FILL, 960, 288, 2, 0, -144"
  })
  void chartComesIntoThePicture(
      int width,
      int height,
      Mode mode,
      int pictureWidth,
      int pictureHeight,
      double scale,
      double left,
      double top) {
    assertEquals(
        new Fitting(new PixelSize(pictureWidth, pictureHeight), scale, left, top),
        Fitting.of(NATURAL, width, height, mode));
  }

  @Test
  void sizesBeyondTheLimitAreRefused() {
    assertThrows(PictureTooLarge.class, () -> Fitting.of(NATURAL, 5_000, 100, Mode.FIT_AND_CENTER));
    assertThrows(
        PictureTooLarge.class, () -> Fitting.of(new PixelSize(1, 4_000), 4_000, 0, Mode.FIT));
    assertThrows(IllegalArgumentException.class, () -> Fitting.of(NATURAL, -1, 0, Mode.FIT));
  }
}
