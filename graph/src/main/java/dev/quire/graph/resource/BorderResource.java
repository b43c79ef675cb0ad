package dev.quire.graph.resource;

import static dev.quire.graph.resource.ResourceType.resource;

import dev.quire.graph.json.JsonObject;
import dev.quire.workbook.Edit;
import dev.quire.workbook.style.Border;
import dev.quire.workbook.style.Color;
import dev.quire.workbook.style.LineStyle;
import java.util.Optional;

/// `workbookRangeBorder` (semantics §6.6): what files have as one kind of line is a style and a
/// weight here.
final class BorderResource {
  /// The styles of the API.
  enum Style {
    NONE,
    CONTINUOUS,
    DASH,
    DASH_DOT,
    DASH_DOT_DOT,
    DOT,
    DOUBLE,
    SLANT_DASH_DOT
  }

  /// The weights of the API.
  enum Weight {
    HAIRLINE,
    THIN,
    MEDIUM,
    THICK
  }

  static final ResourceType<BorderView> TYPE =
      resource("workbookRangeBorder", BorderView.class)
          .text("id", BorderView::sideIndex)
          .reads("color", (view, out) -> Looks.text(line(view).map(BorderResource::color), out))
          .text("sideIndex", BorderView::sideIndex)
          .reads(
              "style",
              (view, out) ->
                  Looks.text(line(view).map(line -> Wording.of(style(line.line()))), out))
          .reads(
              "weight",
              (view, out) ->
                  Looks.text(line(view).map(line -> Wording.of(weight(line.line()))), out))
          .updates(BorderResource::update)
          .refuses(
              "every range has its borders; PATCH with the style None takes one away", "DELETE");

  private BorderResource() {}

  private static String color(Border line) {
    return line.color().orElse(Color.BLACK).toString();
  }

  private static Optional<Border> line(BorderView view) {
    return view.book().border(view.range().sheet(), view.range().area(), view.place());
  }

  private static Style style(LineStyle line) {
    return switch (line) {
      case NONE -> Style.NONE;
      case HAIR, THIN, MEDIUM, THICK -> Style.CONTINUOUS;
      case DASHED, MEDIUM_DASHED -> Style.DASH;
      case DASH_DOT, MEDIUM_DASH_DOT -> Style.DASH_DOT;
      case DASH_DOT_DOT, MEDIUM_DASH_DOT_DOT -> Style.DASH_DOT_DOT;
      case DOTTED -> Style.DOT;
      case DOUBLE -> Style.DOUBLE;
      case SLANT_DASH_DOT -> Style.SLANT_DASH_DOT;
    };
  }

  private static Weight weight(LineStyle line) {
    return switch (line) {
      case HAIR -> Weight.HAIRLINE;
      case NONE, THIN, DOTTED, DASHED, DASH_DOT, DASH_DOT_DOT -> Weight.THIN;
      case MEDIUM, MEDIUM_DASHED, MEDIUM_DASH_DOT, MEDIUM_DASH_DOT_DOT, SLANT_DASH_DOT ->
          Weight.MEDIUM;
      case THICK, DOUBLE -> Weight.THICK;
    };
  }

  /// The line of a style and a weight. Where files have none, the weight decides and the line is
  /// continuous (observed: Dash with Thick gives a thick continuous line).
  private static LineStyle line(Style style, Weight weight) {
    for (LineStyle line : LineStyle.values()) {
      if (style(line) == style && (style == Style.NONE || weight(line) == weight)) {
        return line;
      }
    }
    return switch (style) {
      case DOUBLE -> LineStyle.DOUBLE;
      case SLANT_DASH_DOT -> LineStyle.SLANT_DASH_DOT;
      default -> line(Style.CONTINUOUS, weight);
    };
  }

  /// A weight or colour alone draws a line where there was none.
  private static Edit update(BorderView view, JsonObject body) {
    Bodies.onlyMembers(body, "color", "style", "weight", "sideIndex", "id");
    Bodies.notNull(body, "color", "style", "weight");
    Bodies.findText(body, "sideIndex")
        .filter(side -> !side.equalsIgnoreCase(view.sideIndex()))
        .ifPresent(_ -> {
          throw new BadArgument("'sideIndex' of a border cannot be changed.");
        });
    Border old = line(view).orElse(Border.NONE);
    Optional<Style> wantedStyle =
        Bodies.findText(body, "style").map(word -> Wording.parse(Style.class, "style", word));
    Optional<Weight> wantedWeight =
        Bodies.findText(body, "weight").map(word -> Wording.parse(Weight.class, "weight", word));
    Optional<Color> wantedColor = Bodies.findColor(body, "color");
    if (wantedStyle.isEmpty() && wantedWeight.isEmpty() && wantedColor.isEmpty()) {
      throw new BadArgument("The body has to have style, weight or color.");
    }
    Style style = wantedStyle.orElseGet(() -> old.isDrawn() ? style(old.line()) : Style.CONTINUOUS);
    Weight weight =
        wantedWeight.orElseGet(
            () -> style(old.line()) == style ? weight(old.line()) : usualWeight(style));
    LineStyle line = line(style, weight);
    Border drawn =
        line == LineStyle.NONE ? Border.NONE : new Border(line, wantedColor.or(old::color));
    RangeView range = view.range();
    return new Edit.DrawBorders(range.sheet(), range.area(), view.place(), drawn);
  }

  private static Weight usualWeight(Style style) {
    return switch (style) {
      case DOUBLE -> Weight.THICK;
      case SLANT_DASH_DOT -> Weight.MEDIUM;
      case NONE, CONTINUOUS, DASH, DASH_DOT, DASH_DOT_DOT, DOT -> Weight.THIN;
    };
  }
}
