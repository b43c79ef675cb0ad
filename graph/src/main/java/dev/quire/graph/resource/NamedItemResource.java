package dev.quire.graph.resource;

import static dev.quire.graph.resource.ResourceType.resource;

import dev.quire.engine.value.ErrorValue;
import dev.quire.engine.value.LogicalValue;
import dev.quire.engine.value.NumberValue;
import dev.quire.engine.value.ReferenceValue;
import dev.quire.engine.value.Value;
import dev.quire.graph.json.JsonOut;
import java.util.Optional;

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
          .calls("range", (view, _) -> new Target.One(range(view)));

  private NamedItemResource() {}

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
