package dev.quire.graph.resource;

import dev.quire.graph.path.PathPrinter;
import dev.quire.workbook.NamedItem;
import dev.quire.workbook.Workbook;

/// A defined name.
record NameView(Workbook book, NamedItem name) implements View {
  @Override
  public NameView in(Workbook later) {
    return later
        .findName(name.sheet(), name.name())
        .filter(found -> found.sheet().equals(name.sheet()))
        .map(found -> new NameView(later, found))
        .orElseThrow(() -> new NoSuchEntity("name", name.name()));
  }

  @Override
  public String type() {
    return "workbookNamedItem";
  }

  @Override
  public String path() {
    String owner =
        name.sheet().isPresent() ? new SheetView(book, name.sheet().getAsInt()).path() : "";
    return owner + "/names(%27" + PathPrinter.key(name.name()) + "%27)";
  }
}
