package dev.quire.graph.resource;

import dev.quire.graph.json.JsonObject;
import dev.quire.graph.resource.ResourceType.Ids;
import dev.quire.graph.resource.ResourceType.Plan;
import dev.quire.workbook.Edit;
import dev.quire.workbook.Table;
import dev.quire.workbook.Table.TableStyle;
import dev.quire.workbook.Workbook;
import dev.quire.workbook.Workbook.Place;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/// Makes tables and changes their settings (semantics §8).
final class TableEdits {
  /// TableStyleLight1–21, Medium1–28, Dark1–11.
  private static final Pattern BUILT_IN =
      Pattern.compile(
          "TableStyle(Light([1-9]|1\\d|2[01])|Medium([1-9]|1\\d|2[0-8])|Dark([1-9]|1[01]))");

  private TableEdits() {}

  /// @param place finds the cells of an address, in the workbook or on a worksheet
  static Plan add(Function<String, Place> place, Arguments arguments, Ids ids) {
    Bodies.onlyMembers(arguments.inBody(), "address", "hasHeaders");
    Place cells = place.apply(arguments.text("address"));
    boolean hasHeaders =
        arguments
            .findFlag("hasHeaders")
            .orElseThrow(() -> new BadArgument("The argument 'hasHeaders' is missing."));
    String id = ids.get();
    return Plan.creating(
        new Edit.AddTable(cells.sheet(), cells.area(), hasHeaders, id),
        after ->
            new TableView(
                after, after.findTable(id).orElseThrow(() -> new NoSuchEntity("table", id))));
  }

  static Edit update(TableView view, JsonObject body) {
    Bodies.onlyMembers(
        body,
        "name",
        "showHeaders",
        "showTotals",
        "showFilterButton",
        "style",
        "highlightFirstColumn",
        "highlightLastColumn",
        "showBandedRows",
        "showBandedColumns",
        "id",
        "legacyId");
    for (String name : body.names()) {
      Bodies.notNull(body, name);
    }
    Table table = view.table();
    same(body, "id", table.id());
    same(body, "legacyId", Integer.toString(table.legacyId()));
    return new Edit.UpdateTable(
        table.id(),
        Bodies.findText(body, "name"),
        Bodies.findFlag(body, "showHeaders"),
        Bodies.findFlag(body, "showTotals"),
        Bodies.findFlag(body, "showFilterButton"),
        style(view.book(), table.style(), body));
  }

  private static void same(JsonObject body, String name, String value) {
    Bodies.findText(body, name)
        .filter(text -> !text.equalsIgnoreCase(value))
        .ifPresent(_ -> {
          throw new BadArgument("'%s' of a table cannot be changed.".formatted(name));
        });
  }

  private static Optional<TableStyle> style(Workbook book, TableStyle before, JsonObject body) {
    var style =
        new TableStyle(
            Bodies.findText(body, "style").map(name -> known(book, name)).orElse(before.name()),
            Bodies.findFlag(body, "highlightFirstColumn").orElse(before.firstColumn()),
            Bodies.findFlag(body, "highlightLastColumn").orElse(before.lastColumn()),
            Bodies.findFlag(body, "showBandedRows").orElse(before.bandedRows()),
            Bodies.findFlag(body, "showBandedColumns").orElse(before.bandedColumns()));
    return Optional.of(style).filter(changed -> !changed.equals(before));
  }

  /// A built-in style, or one of the file's own that a table has.
  private static String known(Workbook book, String name) {
    boolean isOwn = book.tables().stream().anyMatch(table -> table.style().name().equals(name));
    if (!BUILT_IN.matcher(name).matches() && !isOwn) {
      throw new BadArgument("'style' has to be a table style, not '%s'.".formatted(name));
    }
    return name;
  }
}
