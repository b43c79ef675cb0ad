package dev.quire.chart;

/// The size of a picture.
///
/// @param width in pixels, at least 1 and at most [#LONGEST]
/// @param height in pixels, as wide
public record PixelSize(int width, int height) {
  /// The longest side that a picture may have.
  public static final int LONGEST = 4_096;

  /// The most pixels that a picture may have: 16 megapixels.
  public static final int MOST_PIXELS = 16_000_000;

  /// @throws PictureTooLarge when it is beyond the limits
  public PixelSize {
    if (width < 1 || height < 1) {
      throw new IllegalArgumentException("a picture of " + width + " x " + height + " pixels");
    }
    if (width > LONGEST || height > LONGEST || width * height > MOST_PIXELS) {
      throw new PictureTooLarge(width, height);
    }
  }
}
