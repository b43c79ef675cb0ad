package dev.quire.chart;

/// How a chart of its own size comes into a picture of another one.
///
/// @param picture size of the picture
/// @param scale how much larger than itself the chart is drawn
/// @param left pixels between the left edge of the picture and the chart; negative when it is cut
/// @param top the same from above
public record Fitting(PixelSize picture, double scale, double left, double top) {

  /// What happens when the asked width and height have another shape than the chart.
  public enum Mode {
    /// The chart keeps its shape, and the picture is no larger than that.
    FIT,
    /// The chart keeps its shape, in the middle of a white picture of the asked size.
    FIT_AND_CENTER,
    /// The chart keeps its shape and fills the picture; what stands over is cut off.
    FILL
  }

  /// @param natural size of the chart
  /// @param width asked for, in pixels; 0 for as the height says, or the chart's own
  /// @param height asked for, in pixels; 0 for as the width says, or the chart's own
  /// @throws PictureTooLarge when the picture would be beyond the limits
  public static Fitting of(PixelSize natural, int width, int height, Mode mode) {
    if (width < 0 || height < 0) {
      throw new IllegalArgumentException("a picture of " + width + " x " + height + " pixels");
    }
    if (width == 0 || height == 0) {
      double scale =
          width > 0
              ? (double) width / natural.width()
              : height > 0 ? (double) height / natural.height() : 1;
      return scaled(natural, scale);
    }
    double across = (double) width / natural.width();
    double down = (double) height / natural.height();
    return switch (mode) {
      case FIT -> scaled(natural, Math.min(across, down));
      case FIT_AND_CENTER -> centered(natural, width, height, Math.min(across, down));
      case FILL -> centered(natural, width, height, Math.max(across, down));
    };
  }

  private static Fitting scaled(PixelSize natural, double scale) {
    return new Fitting(size(natural.width() * scale, natural.height() * scale), scale, 0, 0);
  }

  private static Fitting centered(PixelSize natural, int width, int height, double scale) {
    return new Fitting(
        size(width, height),
        scale,
        Math.rint((width - natural.width() * scale) / 2),
        Math.rint((height - natural.height() * scale) / 2));
  }

  private static PixelSize size(double width, double height) {
    if (width > PixelSize.LONGEST + 1 || height > PixelSize.LONGEST + 1) {
      throw new PictureTooLarge(width, height);
    }
    return new PixelSize(
        (int) Math.max(1, Math.round(width)), (int) Math.max(1, Math.round(height)));
  }
}
