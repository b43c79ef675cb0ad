package dev.quire.graph.resource;

import static dev.quire.graph.resource.ResourceType.resource;

import dev.quire.engine.value.ErrorValue;
import dev.quire.engine.value.LogicalValue;
import dev.quire.engine.value.NumberValue;
import dev.quire.engine.value.ReferenceValue;
import dev.quire.engine.value.Value;
import dev.quire.graph.json.JsonObject;
import dev.quire.graph.json.JsonOut;
import dev.quire.graph.resource.ResourceType.Plan;
import dev.quire.workbook.Edit;
import dev.quire.workbook.Workbook;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// `workbookNamedItem` (semantics §9).
final class NamedItemResource {
  static final ResourceType<NameView> TYPE =
      resource("workbookNamedItem", NameView.class)
          .text("name", view -> view.name().name())
          .text("comment", view -> view.name().comment().orElse(""))
          .text("scope", view -> view.name().sheet().isPresent() ? "Worksheet" : "Workbook")
          .text("type", NamedItemResource::type)
          .reads("value", NamedItemResource::value)
          .flag("visible", view -> view.name().visible())
          .mayLeadTo("worksheet", NamedItemResource::worksheet)
          .calls("range", (view, _) -> new Target.One(range(view)))
          .updates(NamedItemResource::update)
          .deletes(view -> new Edit.DeleteName(view.name().sheet(), view.name().name()));

  private NamedItemResource() {}

  /// Names are created from a formula or a range (semantics §9).
  static Plan add(Workbook book, OptionalInt sheet, Arguments arguments) {
    Bodies.onlyMembers(arguments.inBody(), "name", "reference", "comment");
    return created(sheet, arguments, NameFormulas.reference(book, arguments.inBody()));
  }

  static Plan addFormula(OptionalInt sheet, Arguments arguments) {
    Bodies.onlyMembers(arguments.inBody(), "name", "formula", "comment");
    String formula = arguments.text("formula");
    if (!formula.startsWith("=") || formula.length() < 2) {
      throw new BadArgument("'formula' has to begin with '=', not '%s'.".formatted(formula));
    }
    return created(sheet, arguments, formula.substring(1));
  }

  /// POST to a collection of names, with the members of a name.
  static Plan create(OptionalInt sheet, Arguments arguments) {
    Bodies.onlyMembers(arguments.inBody(), "name", "value", "comment", "visible");
    Plan plan = created(sheet, arguments, NameFormulas.value(arguments.inBody()));
    Optional<Boolean> visible = arguments.findFlag("visible");
    if (visible.isEmpty()) {
      return plan;
    }
    var hide =
        new Edit.UpdateName(
            sheet, arguments.text("name"), Optional.empty(), Optional.empty(), visible);
    return new Plan(new Edit.Several(List.of(plan.edit(), hide)), plan.status(), plan.shown());
  }

  private static Plan created(OptionalInt sheet, Arguments arguments, String formula) {
    String name = arguments.text("name");
    Optional<String> comment = arguments.findText("comment").filter(text -> !text.isEmpty());
    return Plan.creating(
        new Edit.AddName(sheet, name, formula, comment),
        after ->
            WorkbookResource.findName(after, sheet, name)
                .orElseThrow(() -> new NoSuchEntity("name", name)));
  }

  /// `visible` and `comment`, as documented, and the formula behind `value`.
  private static Edit update(NameView view, JsonObject body) {
    Bodies.onlyMembers(body, "visible", "comment", "value");
    Bodies.notNull(body, "visible", "value");
    return new Edit.UpdateName(
        view.name().sheet(),
        view.name().name(),
        Bodies.find(body, "value").map(_ -> NameFormulas.value(body)),
        body.find("comment").isPresent()
            ? Optional.of(Bodies.findText(body, "comment").orElse(""))
            : Optional.empty(),
        Bodies.findFlag(body, "visible"));
  }

  private static String type(NameView view) {
    return switch (meaning(view)) {
      case ReferenceValue _ -> "Range";
      case NumberValue _ -> "Double";
      case LogicalValue _ -> "Boolean";
      case ErrorValue _ -> "Error";
      default -> "String";
    };
  }

  /// A reference and a formula are shown as formula text without `=`, a constant as itself.
  private static void value(NameView view, JsonOut out) {
    switch (meaning(view)) {
      case NumberValue(double number) when isConstant(view) -> out.number(number);
      case LogicalValue logical when isConstant(view) -> out.flag(logical.truth());
      default -> out.text(view.book().nameFormula(view.name()));
    }
  }

  private static boolean isConstant(NameView view) {
    return view.name().formula().map(template -> template.isConstant()).orElse(false);
  }

  private static Value meaning(NameView view) {
    return view.book().meaning(view.name());
  }

  /// A name of the whole workbook belongs to no worksheet.
  private static Optional<View> worksheet(NameView view) {
    return view.name().sheet().isPresent()
        ? Optional.of(new SheetView(view.book(), view.name().sheet().getAsInt()))
        : Optional.empty();
  }

  private static RangeView range(NameView view) {
    return view.book()
        .place(view.name())
        .map(place -> new RangeView(view.book(), place.sheet(), place.area()))
        .orElseThrow(() ->
            new BadReference(
                "The name '%s' does not stand for a range.".formatted(view.name().name())));
  }
}
