package dev.quire.graph.resource;

import static dev.quire.graph.resource.ResourceType.resource;

import dev.quire.engine.ref.Area;
import dev.quire.engine.ref.Grid;
import dev.quire.graph.json.JsonObject;
import dev.quire.graph.resource.ResourceType.Ids;
import dev.quire.graph.resource.ResourceType.Plan;
import dev.quire.workbook.Edit;
import dev.quire.workbook.Visibility;
import dev.quire.workbook.Workbook;
import dev.quire.workbook.Workbook.Place;
import java.util.List;
import java.util.OptionalInt;

/// `workbookWorksheet` (semantics §7).
final class WorksheetResource {
  static final ResourceType<SheetView> TYPE =
      resource("workbookWorksheet", SheetView.class)
          .text("id", view -> view.sheet().id())
          .text("name", view -> view.sheet().name())
          .number("position", view -> view.book().position(view.key()))
          .text("visibility", view -> Wording.of(view.sheet().visibility()))
          .lists("charts", ChartResource::charts)
          .leadsTo("protection", SheetProtectionView::new)
          .lists("names", WorksheetResource::names)
          .lists("tables", WorksheetResource::tables)
          .lists("pivotTables", PivotTableResource::of)
          .acts(
              "pivotTables/refreshAll", (view, _, ids) -> PivotTableResource.refreshAll(view, ids))
          .calls("range", WorksheetResource::range)
          .calls("cell", WorksheetResource::cell)
          .calls("usedRange", WorksheetResource::usedRange)
          .updates(WorksheetResource::update)
          .creates(
              "tables",
              (view, arguments, ids) ->
                  TableEdits.add(address -> place(view, address), arguments, ids))
          .acts(
              "tables/add",
              (view, arguments, ids) ->
                  TableEdits.add(address -> place(view, address), arguments, ids))
          .creates("charts", ChartResource::add)
          .acts("charts/add", ChartResource::add)
          .creates(
              "names",
              (view, arguments, _) ->
                  NamedItemResource.create(OptionalInt.of(view.key()), arguments))
          .acts(
              "names/add",
              (view, arguments, _) ->
                  NamedItemResource.add(view.book(), OptionalInt.of(view.key()), arguments))
          .acts(
              "names/addFormulaLocal",
              (view, arguments, _) ->
                  NamedItemResource.addFormula(OptionalInt.of(view.key()), arguments))
          .deletes(view -> new Edit.DeleteWorksheet(view.key()))
          .refuses("the body has no member for the source of a pivot table", "POST pivotTables");

  private WorksheetResource() {}

  static Plan add(WorkbookView workbook, Arguments arguments, Ids ids) {
    Bodies.onlyMembers(arguments.inBody(), "name");
    String id = ids.get();
    return Plan.creating(
        new Edit.AddWorksheet(arguments.findText("name"), id),
        after ->
            new SheetView(
                after,
                after
                    .findWorksheet(id)
                    .orElseThrow(() -> new NoSuchEntity("worksheet", id))
                    .key()));
  }

  private static Edit update(SheetView view, JsonObject body) {
    Bodies.onlyMembers(body, "name", "position", "visibility", "id");
    Bodies.notNull(body, "name", "position", "visibility");
    Bodies.findText(body, "id")
        .filter(id -> !id.equalsIgnoreCase(view.sheet().id()))
        .ifPresent(_ -> {
          throw new BadArgument("'id' of a worksheet cannot be changed.");
        });
    int last = view.book().tabs().size() - 1;
    var position = Bodies.findInteger(body, "position");
    position.ifPresent(place -> {
      if (place < 0 || place > last) {
        throw new BadArgument("'position' has to be from 0 to %d, not %d.".formatted(last, place));
      }
    });
    return new Edit.UpdateWorksheet(
        view.key(),
        Bodies.findText(body, "name"),
        position,
        Bodies.findText(body, "visibility")
            .map(word -> Wording.parse(Visibility.class, "visibility", word)));
  }

  private static Place place(SheetView view, String address) {
    return new Place(view.key(), Addresses.resolve(view.book(), view.key(), address));
  }

  private static Listing names(SheetView view) {
    Workbook book = view.book();
    OptionalInt scope = OptionalInt.of(view.key());
    List<NameView> views =
        book.names().stream()
            .filter(name -> name.sheet().equals(scope) && WorkbookResource.isListed(name))
            .map(name -> new NameView(book, name))
            .toList();
    return Listing.of(views, key -> WorkbookResource.findName(book, scope, key));
  }

  private static Listing tables(SheetView view) {
    return WorkbookResource.tables(
        view.book(),
        view.book().tables().stream().filter(table -> table.sheet() == view.key()).toList());
  }

  private static Target range(SheetView view, Arguments arguments) {
    Area area =
        arguments
            .findText("address")
            .filter(address -> !address.isBlank())
            .map(address -> Addresses.resolve(view.book(), view.key(), address))
            .orElse(Area.SHEET);
    return new Target.One(new RangeView(view.book(), view.key(), area));
  }

  private static Target cell(SheetView view, Arguments arguments) {
    int row = arguments.integer("row");
    int column = arguments.integer("column");
    if (!Grid.contains(row, column)) {
      throw new BadArgument(
          "Row %d, column %d is not on a worksheet of %d rows and %d columns, counted from 0."
              .formatted(row, column, Grid.ROWS, Grid.COLUMNS));
    }
    return new Target.One(new RangeView(view.book(), view.key(), Area.cell(row, column)));
  }

  private static Target usedRange(SheetView view, Arguments arguments) {
    boolean valuesOnly = arguments.findFlag("valuesOnly").orElse(false);
    return new Target.One(
        new RangeView(view.book(), view.key(), view.book().usedArea(view.key(), valuesOnly)));
  }
}
