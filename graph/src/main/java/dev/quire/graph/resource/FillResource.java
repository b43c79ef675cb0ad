package dev.quire.graph.resource;

import static dev.quire.graph.resource.ResourceType.resource;

import dev.quire.graph.json.JsonObject;
import dev.quire.graph.resource.ResourceType.Plan;
import dev.quire.workbook.Edit;
import dev.quire.workbook.style.Color;
import dev.quire.workbook.style.LookChange;
import java.util.List;
import java.util.Optional;

/// `workbookRangeFill` (semantics §6.6). Cells without a fill read as white.
final class FillResource {
  static final ResourceType<FormatView> TYPE =
      resource("workbookRangeFill", FormatView.class)
          .reads(
              "color",
              (view, out) ->
                  Looks.text(
                      Looks.shared(
                          view.range(), look -> look.fill().orElse(Color.WHITE).toString()),
                      out))
          .updates(FillResource::update)
          .acts("clear", (view, _, _) -> Plan.silent(fill(view, Optional.empty())))
          .refuses("every range has a fill, which its action clear takes away", "DELETE");

  private FillResource() {}

  private static Edit update(FormatView view, JsonObject body) {
    Bodies.onlyMembers(body, "color");
    Bodies.notNull(body, "color");
    Color color =
        Bodies.findColor(body, "color")
            .orElseThrow(() -> new BadArgument("The body has to have 'color', as #RRGGBB."));
    return fill(view, Optional.of(color));
  }

  private static Edit fill(FormatView view, Optional<Color> color) {
    RangeView range = view.range();
    return new Edit.FormatCells(range.sheet(), range.area(), List.of(new LookChange.Filled(color)));
  }
}
