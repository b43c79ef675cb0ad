package dev.quire.graph.resource;

import static dev.quire.graph.resource.ResourceType.resource;

import dev.quire.graph.json.JsonObject;
import dev.quire.graph.resource.ResourceType.Plan;
import dev.quire.workbook.Edit;
import dev.quire.workbook.FilterCriteria;
import java.util.HashMap;
import java.util.Optional;

/// `workbookFilter`: the filter of one column of a table (semantics §8).
final class FilterResource {
  private static final int MOST_ITEMS = 500;
  private static final int MOST_PERCENT = 100;

  /// What cannot be done with a filter that is only kept.
  static final String UNKNOWN = "applying anew a filter that the file has and Quire does not know";

  static final ResourceType<FilterView> TYPE =
      resource("workbookFilter", FilterView.class)
          .reads("criteria", (view, out) -> FilterCriteriaJson.write(view.criteria(), out))
          .acts("apply", FilterResource::apply)
          .acts("clear", (view, _, _) -> plan(view, Optional.empty()))
          .acts(
              "applyValuesFilter",
              (view, a, _) -> plan(view, FilterCriteriaJson.values(a.inBody())))
          .acts(
              "applyCustomFilter",
              (view, a, _) -> plan(view, FilterCriteriaJson.custom(a.inBody())))
          .acts("applyTopItemsFilter", (view, a, _) -> plan(view, extreme(a, true, false)))
          .acts("applyTopPercentFilter", (view, a, _) -> plan(view, extreme(a, true, true)))
          .acts("applyBottomItemsFilter", (view, a, _) -> plan(view, extreme(a, false, false)))
          .acts("applyBottomPercentFilter", (view, a, _) -> plan(view, extreme(a, false, true)))
          .acts(
              "applyDynamicFilter",
              (view, a, ids) -> plan(view, FilterCriteriaJson.dynamic(a.inBody(), ids.now())))
          .acts(
              "applyCellColorFilter",
              (view, a, _) -> plan(view, FilterCriteriaJson.colored(a.inBody(), true)))
          .acts(
              "applyFontColorFilter",
              (view, a, _) -> plan(view, FilterCriteriaJson.colored(a.inBody(), false)))
          .acts(
              "applyIconFilter",
              (view, a, _) -> plan(view, FilterCriteriaJson.withIcon(a.inBody())))
          .updates(FilterResource::update)
          .refuses(
              "every column of a table has it; its action clear lets all rows through", "DELETE");

  private FilterResource() {}

  private static Plan apply(FilterView view, Arguments arguments, ResourceType.Ids ids) {
    Bodies.onlyMembers(arguments.inBody(), "criteria");
    return plan(view, FilterCriteriaJson.criteria(arguments.inBody(), ids.now()));
  }

  private static Edit update(FilterView view, JsonObject body, ResourceType.Ids ids) {
    Bodies.onlyMembers(body, "criteria");
    return edit(view, Optional.of(FilterCriteriaJson.criteria(body, ids.now())));
  }

  private static FilterCriteria extreme(Arguments arguments, boolean top, boolean percent) {
    String name = percent ? "percent" : "count";
    Bodies.onlyMembers(arguments.inBody(), name);
    int most = percent ? MOST_PERCENT : MOST_ITEMS;
    int count = arguments.integer(name);
    if (count < 1 || count > most) {
      throw new BadArgument("'%s' has to be from 1 to %d, not %d.".formatted(name, most, count));
    }
    return new FilterCriteria.Extreme(top, percent, count);
  }

  private static Plan plan(FilterView view, FilterCriteria criteria) {
    return plan(view, Optional.of(criteria));
  }

  private static Plan plan(FilterView view, Optional<FilterCriteria> criteria) {
    return Plan.silent(edit(view, criteria));
  }

  /// Rows that several filters hide together stay hidden when one of them goes, as far as the
  /// others hide them; what that is cannot be told of a filter that Quire does not know.
  private static Edit edit(FilterView view, Optional<FilterCriteria> criteria) {
    var table = view.column().owner().table();
    var filters = new HashMap<>(table.filters());
    int column = view.column().column().id();
    boolean shows = filters.remove(column) != null;
    if (shows && filters.containsValue(new FilterCriteria.Unknown())) {
      throw new NotServed(UNKNOWN);
    }
    criteria.ifPresent(given -> filters.put(column, given));
    return new Edit.FilterTable(table.id(), filters);
  }
}
