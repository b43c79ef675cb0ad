package dev.quire.chart;

/// A picture that would need too much memory. Expected, so without a stack trace.
public final class PictureTooLarge extends RuntimeException {
  private static final long serialVersionUID = 1;

  /// @param width that was asked for, in pixels
  /// @param height that was asked for
  PictureTooLarge(double width, double height) {
    super(
        "A picture of %.0f x %.0f pixels is too large: at most %d a side and %d in all."
            .formatted(width, height, PixelSize.LONGEST, PixelSize.MOST_PIXELS),
        null,
        false,
        false);
  }
}
