package dev.quire.graph.resource;

import static dev.quire.graph.resource.ResourceType.resource;

import dev.quire.graph.resource.ResourceType.Plan;
import dev.quire.workbook.Edit;
import dev.quire.workbook.RangeSort;

/// `workbookRangeSort` (semantics §6.5). A range does not remember how it was sorted, so there is
/// nothing to read.
final class RangeSortResource {
  static final ResourceType<RangeSortView> TYPE =
      resource("workbookRangeSort", RangeSortView.class)
          .acts("apply", RangeSortResource::apply)
          .refuses("it is only the way to its action apply", "PATCH", "DELETE");

  private RangeSortResource() {}

  private enum Orientation {
    ROWS,
    COLUMNS
  }

  private static Plan apply(RangeSortView view, Arguments arguments, ResourceType.Ids ids) {
    RangeView range = view.range();
    boolean byColumns =
        arguments
            .findText("orientation")
            .map(word -> Wording.parse(Orientation.class, "orientation", word))
            .filter(Orientation.COLUMNS::equals)
            .isPresent();
    int lines = byColumns ? range.area().rows() : range.area().columns();
    var sort =
        new RangeSort(
            SortFields.of(arguments, lines),
            arguments.findFlag("matchCase").orElse(false),
            arguments.findFlag("hasHeaders").orElse(false),
            byColumns);
    return Plan.silent(new Edit.SortRange(range.sheet(), range.area(), sort));
  }
}
