package dev.quire.chart.look;

import dev.quire.chart.canvas.Box;
import dev.quire.chart.canvas.Paint;
import dev.quire.chart.canvas.Pen;
import dev.quire.chart.font.Fonts;
import dev.quire.engine.numfmt.FormatContext;
import dev.quire.engine.numfmt.NumberFormats;
import dev.quire.engine.value.NumberValue;
import dev.quire.workbook.chart.ChartSpace;
import dev.quire.workbook.chart.ChartText;
import dev.quire.workbook.chart.Fill;
import dev.quire.workbook.chart.Line;
import java.util.Optional;

/// How a chart's formats are drawn: fills become paints, lines pens, fonts letters. What formats
/// leave open looks as [Part] and [Kind] say.
public final class Look {
  /// Drawing units of a point.
  public static final double POINT = 96.0 / 72;

  /// Texts on dark ground, labels on dark shapes.
  public static final int WHITE = 0xFFFFFFFF;

  /// Usual width of thin lines, in points.
  public static final double THIN = 0.75;

  private static final double SMALLEST_TEXT = 1;
  private static final double LARGEST_TEXT = 400;
  private static final double WIDEST_LINE = 1584;

  private final ChartSpace space;
  private final Fonts fonts;
  private final NumberFormats formats = new NumberFormats();
  private final boolean classic;

  /// @param space whose formats are drawn
  /// @param fonts to write with
  public Look(ChartSpace space, Fonts fonts) {
    this.space = space;
    this.fonts = fonts;
    this.classic = space.plots().stream().noneMatch(plot -> plot.analysis().isPresent());
  }

  /// What texts look like when nobody says anything (sizes of classic charts: `objectformatter.cxx`
  /// of LibreOffice, D; of kinds of 2016: O). All are in the body font.
  public enum Kind {
    /// Axis labels, legends, data labels.
    LABEL(new Size(10, 1, false), new Size(9, 1, false)),
    /// Titles of axes.
    AXIS_TITLE(new Size(10, 1, true), new Size(10, 1, false)),
    /// The title of the chart.
    TITLE(new Size(18, 1.2, true), new Size(14, 0, false));

    private final Size classic;
    private final Size newer;

    Kind(Size classic, Size newer) {
      this.classic = classic;
      this.newer = newer;
    }

    /// @param points when the whole chart says nothing
    /// @param part of the size that the whole chart says; 0 when that does not count
    private record Size(double points, double part, boolean bold) {
      double in(ChartText whole) {
        return part > 0 && whole.sizePoints().isPresent()
            ? whole.sizePoints().getAsDouble() * part
            : points;
      }
    }
  }

  /// The automatic colour of a series or of a point that has its own.
  public int accent(int index) {
    return Colors.accent(space.theme(), index);
  }

  /// The colour of a part whose format leaves it open; empty when nothing is drawn.
  public Optional<Integer> automatic(Part part) {
    return part.argb(space.theme(), classic);
  }

  /// Whether what is automatic looks as in classic charts, of kinds that were there before 2016.
  public boolean isClassic() {
    return classic;
  }

  /// Letters for a text that may say something about itself.
  public Lettering letters(ChartText own, Kind kind) {
    ChartText base = space.text();
    Kind.Size usual = classic ? kind.classic : kind.newer;
    int color =
        own.color()
            .or(base::color)
            .map(chosen -> Colors.argb(chosen, 1))
            .or(() -> automatic(Part.TEXT))
            .orElseThrow();
    return new Lettering(
        fonts.font(
            own.name().or(base::name).orElse(space.theme().bodyFont()),
            own.bold().or(base::bold).orElse(usual.bold()),
            own.italic().or(base::italic).orElse(false),
            Math.clamp(own.sizePoints().orElse(usual.in(base)), SMALLEST_TEXT, LARGEST_TEXT)
                * POINT),
        color,
        own.underlined().or(base::underlined).orElse(false));
  }

  /// What fills a shape; empty for nothing.
  ///
  /// @param bounds over which gradients run
  /// @param automatic the colour when the format leaves it open; empty for nothing
  public Optional<Paint> fill(Fill fill, Box bounds, Optional<Integer> automatic) {
    return switch (fill) {
      case Fill.Automatic() -> automatic.map(Paint.Solid::new);
      case Fill.None() -> Optional.empty();
      case Fill.Solid(var color, double opacity) ->
          Optional.of(new Paint.Solid(Colors.argb(color, opacity)));
      case Fill.Gradient gradient -> Optional.of(blend(gradient, bounds));
      case Fill.Pattern(var preset, var front, var back) ->
          Optional.of(
              new Paint.Hatch(Hatches.rows(preset), Colors.argb(front, 1), Colors.argb(back, 1)));
    };
  }

  private static Paint blend(Fill.Gradient gradient, Box bounds) {
    if (gradient.stops().isEmpty()) {
      return new Paint.Solid(WHITE);
    }
    double angle = Math.toRadians(gradient.degrees());
    double reach =
        (Math.abs(Math.cos(angle)) * bounds.width() + Math.abs(Math.sin(angle)) * bounds.height())
            / 2;
    double dx = Math.cos(angle) * reach;
    double dy = Math.sin(angle) * reach;
    return new Paint.Blend(
        gradient.stops().stream()
            .map(stop -> new Paint.Stop(stop.at(), Colors.argb(stop.color(), stop.opacity())))
            .toList(),
        bounds.centerX() - dx,
        bounds.centerY() - dy,
        bounds.centerX() + dx,
        bounds.centerY() + dy);
  }

  /// What a line is drawn with; empty for no line.
  ///
  /// @param automatic the colour when the format leaves it open; empty for no line
  /// @param points usual width
  public Optional<Pen> pen(Line line, Optional<Integer> automatic, double points) {
    return pen(line, automatic, points, line.roundCap());
  }

  /// The same, but always with round ends: lines of series.
  public Optional<Pen> roundPen(Line line, Optional<Integer> automatic, double points) {
    return pen(line, automatic, points, true);
  }

  private Optional<Pen> pen(Line line, Optional<Integer> automatic, double points, boolean round) {
    double width = Math.clamp(line.widthPoints().orElse(points), 0, WIDEST_LINE) * POINT;
    return fill(line.fill(), new Box(0, 0, 1, 1), automatic)
        .map(paint -> new Pen(plain(paint), width, Dashes.of(line.dash(), width, round), round));
  }

  /// Lines are too thin for gradients and hatchings.
  private static Paint plain(Paint paint) {
    return switch (paint) {
      case Paint.Solid solid -> solid;
      case Paint.Blend blend -> new Paint.Solid(blend.stops().getFirst().argb());
      case Paint.Glow glow -> new Paint.Solid(glow.stops().getFirst().argb());
      case Paint.Hatch hatch -> new Paint.Solid(hatch.foreground());
    };
  }

  /// The colour that a paint mostly has.
  public static int color(Paint paint) {
    return ((Paint.Solid) plain(paint)).argb();
  }

  /// A number as a format shows it.
  public String number(double value, String format) {
    return Double.isFinite(value)
        ? formats.format(format).format(new NumberValue(value), FormatContext.EN_US)
        : "";
  }

  /// Whether a format shows dates.
  public boolean isDate(String format) {
    return formats.format(format).isDate();
  }
}
