package dev.quire.graph.resource;

import static dev.quire.graph.resource.ResourceType.resource;

import dev.quire.graph.json.JsonObject;
import dev.quire.graph.resource.ResourceType.Ids;
import dev.quire.graph.resource.ResourceType.Plan;
import dev.quire.workbook.CalculationMode;
import dev.quire.workbook.CalculationScope;
import dev.quire.workbook.Edit;

/// `workbookApplication`: calculation mode, and calculation on demand (semantics §12).
final class ApplicationResource {
  static final ResourceType<ApplicationView> TYPE =
      resource("workbookApplication", ApplicationView.class)
          .text("calculationMode", view -> Wording.of(view.book().calculationMode()))
          .updates((_, body) -> update(body))
          .acts("calculate", ApplicationResource::calculate)
          .refuses("every workbook is calculated; PATCH changes when", "DELETE");

  private ApplicationResource() {}

  private static Edit update(JsonObject body) {
    Bodies.onlyMembers(body, "calculationMode");
    String word =
        Bodies.findText(body, "calculationMode")
            .orElseThrow(() -> new BadArgument("The body has to have 'calculationMode'."));
    return new Edit.SetCalculationMode(
        Wording.parse(CalculationMode.class, "calculationMode", word));
  }

  private static Plan calculate(ApplicationView view, Arguments arguments, Ids ids) {
    var scope =
        Wording.parse(CalculationScope.class, "calculationType", arguments.text("calculationType"));
    return Plan.silent(new Edit.Calculate(scope));
  }
}
