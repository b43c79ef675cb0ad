package dev.quire.chart.look;

import dev.quire.workbook.chart.ChartTheme;
import dev.quire.workbook.style.Color;
import java.util.Optional;

/// Parts of a chart whose colour its formats may leave open, and the colour that they then have.
///
/// In classic charts that is the style number 2 of Excel 2007, in all versions of Excel: since 2013
/// it says everything when it makes a chart, so only its older files and those of libraries leave
/// something open. Lines of grids and axes are the dark colour with a tint of 75 %, as LibreOffice
/// found out as well (`objectformatter.cxx`, D). Kinds that came in 2016 look as charts made since.
public enum Part {
  /// The background.
  AREA(light()),
  /// The frame of the whole.
  FRAME(dark(0.75), grey(0xD9)),
  /// Major gridlines.
  GRID(dark(0.75), grey(0xD9)),
  /// Minor gridlines.
  MINOR_GRID(dark(0.5), grey(0xF2)),
  /// An axis of categories or dates, and what divides its outer levels.
  AXIS(dark(0.75), grey(0xD9)),
  /// A value axis beside categories.
  VALUE_AXIS(dark(0.75), nothing()),
  /// Axes of charts that measure both ways.
  MEASURED_AXIS(dark(0.75)),
  /// Lines from points to the axis.
  DROP_LINE(dark(1)),
  /// Lines from the smallest to the greatest value.
  RANGE_LINE(dark(1)),
  /// Between a slice and its label or its second pie, from one column of a waterfall to the next:
  /// their formats are not read.
  LEADER_LINE(grey(0xBF)),
  /// Lines of a contour chart through its points: their formats are not read.
  MESH(grey(0xD9)),
  /// Error bars, and the whiskers of boxes.
  ERROR_BAR(dark(1), grey(0x59)),
  /// Trendlines.
  TREND_LINE(dark(1)),
  /// A bar from an opening to a higher closing.
  UP_BAR(dark(0.05)),
  /// A bar from an opening to a lower closing.
  DOWN_BAR(dark(0.95)),
  /// The edge of both.
  UP_DOWN_EDGE(dark(1)),
  /// Texts.
  TEXT(dark(1), grey(0x59));

  private final Tone classic;
  private final Tone newer;

  /// Newer kinds have no such part, or the same.
  Part(Tone classic) {
    this(classic, classic);
  }

  Part(Tone classic, Tone newer) {
    this.classic = classic;
    this.newer = newer;
  }

  /// Finds a colour in a theme; empty for nothing to be drawn.
  private interface Tone {
    Optional<Color> in(ChartTheme theme);
  }

  private static Tone dark(double tint) {
    return theme -> Optional.of(Colors.tinted(theme.dark(), tint));
  }

  private static Tone light() {
    return theme -> Optional.of(theme.light());
  }

  private static Tone grey(int level) {
    return _ -> Optional.of(new Color(level << 16 | level << 8 | level));
  }

  private static Tone nothing() {
    return _ -> Optional.empty();
  }

  /// Its colour as `0xAARRGGBB`; empty when nothing is drawn.
  Optional<Integer> argb(ChartTheme theme, boolean isClassic) {
    return (isClassic ? classic : newer).in(theme).map(color -> Colors.argb(color, 1));
  }
}
