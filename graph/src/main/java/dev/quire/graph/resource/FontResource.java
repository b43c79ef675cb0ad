package dev.quire.graph.resource;

import static dev.quire.graph.resource.ResourceType.resource;

import dev.quire.graph.json.JsonObject;
import dev.quire.workbook.Edit;
import dev.quire.workbook.style.Color;
import dev.quire.workbook.style.Font;
import dev.quire.workbook.style.LookChange;
import dev.quire.workbook.style.Underline;
import java.util.ArrayList;
import java.util.Optional;
import java.util.function.Function;

/// `workbookRangeFont` (semantics §6.6).
final class FontResource {
  private static final String[] MEMBERS = {"bold", "color", "italic", "name", "size", "underline"};
  private static final int LONGEST_NAME = 31;
  private static final double MOST_POINTS = 409;

  static final ResourceType<FormatView> TYPE =
      resource("workbookRangeFont", FormatView.class)
          .reads("bold", (view, out) -> Looks.flag(shared(view, Font::bold), out))
          .reads("color", (view, out) -> Looks.text(shared(view, FontResource::color), out))
          .reads("italic", (view, out) -> Looks.flag(shared(view, Font::italic), out))
          .reads("name", (view, out) -> Looks.text(shared(view, Font::name), out))
          .reads("size", (view, out) -> Looks.number(shared(view, Font::sizePoints), out))
          .reads(
              "underline",
              (view, out) -> Looks.text(shared(view, font -> Wording.of(font.underline())), out))
          .updates(FontResource::update)
          .refuses("every range has a font; PATCH changes it", "DELETE");

  private FontResource() {}

  private static <T> Optional<T> shared(FormatView view, Function<Font, T> property) {
    return Looks.shared(view.range(), look -> property.apply(look.font()));
  }

  private static String color(Font font) {
    return font.color().orElse(Color.BLACK).toString();
  }

  private static Edit update(FormatView view, JsonObject body) {
    Bodies.onlyMembers(body, MEMBERS);
    Bodies.notNull(body, MEMBERS);
    var changes = new ArrayList<LookChange>();
    Bodies.findFlag(body, "bold").ifPresent(bold -> changes.add(new LookChange.Bold(bold)));
    Bodies.findFlag(body, "italic").ifPresent(italic -> changes.add(new LookChange.Italic(italic)));
    Bodies.findColor(body, "color")
        .ifPresent(color -> changes.add(new LookChange.FontColor(color)));
    Bodies.findText(body, "name").ifPresent(name -> changes.add(name(name)));
    Bodies.findNumber(body, "size").ifPresent(points -> changes.add(size(points)));
    Bodies.findText(body, "underline")
        .map(word -> Wording.parse(Underline.class, "underline", word))
        .ifPresent(underline -> changes.add(new LookChange.Underlined(underline)));
    return Bodies.formatting(view.range(), changes);
  }

  private static LookChange name(String name) {
    if (name.isBlank() || name.length() > LONGEST_NAME) {
      throw new BadArgument(
          "'name' of a font has to have 1 to %d characters.".formatted(LONGEST_NAME));
    }
    return new LookChange.FontName(name);
  }

  private static LookChange size(double points) {
    if (points < 1 || points > MOST_POINTS) {
      throw new BadArgument(
          "'size' has to be from 1 to %.0f points, not %s.".formatted(MOST_POINTS, points));
    }
    return new LookChange.FontSize(points);
  }
}
