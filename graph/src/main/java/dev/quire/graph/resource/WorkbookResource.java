package dev.quire.graph.resource;

import static dev.quire.graph.resource.ResourceType.resource;

import dev.quire.workbook.NamedItem;
import dev.quire.workbook.Table;
import dev.quire.workbook.Workbook;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// `workbook`: the way to everything else.
final class WorkbookResource {
  static final ResourceType<WorkbookView> TYPE =
      resource("workbook", WorkbookView.class)
          .leadsTo("application", view -> new ApplicationView(view.book()))
          .leadsTo("functions", view -> new FunctionsView(view.book()))
          .lists("worksheets", view -> worksheets(view.book()))
          .lists("comments", view -> CommentResource.list(view.book()))
          .lists("names", view -> names(view.book()))
          .lists("tables", view -> tables(view.book()))
          .creates("worksheets", WorksheetResource::add)
          .acts("worksheets/add", WorksheetResource::add)
          .creates(
              "tables",
              (view, arguments, ids) ->
                  TableEdits.add(address -> Addresses.place(view.book(), address), arguments, ids))
          .acts(
              "tables/add",
              (view, arguments, ids) ->
                  TableEdits.add(address -> Addresses.place(view.book(), address), arguments, ids))
          .creates(
              "names",
              (_, arguments, _) -> NamedItemResource.create(OptionalInt.empty(), arguments))
          .acts(
              "names/add",
              (view, arguments, _) ->
                  NamedItemResource.add(view.book(), OptionalInt.empty(), arguments))
          .acts(
              "names/addFormulaLocal",
              (_, arguments, _) -> NamedItemResource.addFormula(OptionalInt.empty(), arguments))
          .refuses(
              "the workbook is the file: rename or delete the item of the drive", "PATCH", "DELETE")
          .refuses("the body has no member for the cell; /beta has cellAddress", "POST comments");

  private WorkbookResource() {}

  private static Listing worksheets(Workbook book) {
    List<SheetView> views =
        book.tabs().stream().map(tab -> new SheetView(book, tab.key())).toList();
    return Listing.of(
        views, key -> book.findWorksheet(key).map(sheet -> new SheetView(book, sheet.key())));
  }

  private static Listing names(Workbook book) {
    List<NameView> views =
        book.names().stream()
            .filter(name -> name.sheet().isEmpty() && isListed(name))
            .map(name -> new NameView(book, name))
            .toList();
    return Listing.of(views, key -> findName(book, OptionalInt.empty(), key));
  }

  static Optional<View> findName(Workbook book, OptionalInt sheet, String key) {
    return book.findName(sheet, key)
        .filter(name -> name.sheet().equals(sheet))
        .map(name -> new NameView(book, name));
  }

  /// Names that Excel keeps for itself, such as the area of a filter, are not shown to anybody.
  static boolean isListed(NamedItem name) {
    return !name.name().startsWith("_xlnm.") || name.visible();
  }

  private static Listing tables(Workbook book) {
    return tables(book, book.tables());
  }

  static Listing tables(Workbook book, List<Table> tables) {
    List<TableView> views = tables.stream().map(table -> new TableView(book, table)).toList();
    return Listing.of(
        views,
        key ->
            book.findTable(key).filter(tables::contains).map(table -> new TableView(book, table)));
  }
}
