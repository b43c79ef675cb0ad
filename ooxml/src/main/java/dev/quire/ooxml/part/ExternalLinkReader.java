package dev.quire.ooxml.part;

import dev.quire.engine.cells.CellEditor;
import dev.quire.engine.cells.SheetCells;
import dev.quire.engine.ref.A1;
import dev.quire.engine.ref.Area;
import dev.quire.engine.value.ArrayValue;
import dev.quire.engine.value.BlankValue;
import dev.quire.engine.value.ErrorValue;
import dev.quire.engine.value.LogicalValue;
import dev.quire.engine.value.NumberValue;
import dev.quire.engine.value.Scalar;
import dev.quire.engine.value.TextValue;
import dev.quire.ooxml.xml.XmlElement;
import dev.quire.workbook.ExternalBook;
import dev.quire.workbook.ExternalBook.ExternalName;
import dev.quire.workbook.ExternalBook.ExternalSheet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/// Reads what a workbook remembers of another one, or of a link to another program (ECMA-376 part
/// 1, §18.14). Nothing is ever fetched from where the link leads.
final class ExternalLinkReader {
  private static final int MOST_ITEM_VALUES = 1 << 20;

  /// A sheet of which nothing is remembered (O).
  private static final SheetCells LOST = SheetCells.lost();

  private ExternalLinkReader() {}

  static ExternalBook read(String part, PackageParts parts) {
    XmlElement root = parts.tree(part).root();
    Optional<XmlElement> book = root.child("externalBook");
    if (book.isPresent()) {
      String target =
          parts
              .relationships(part)
              .find(relationshipId(book.get()))
              .map(Relationship::target)
              .orElse("");
      return new ExternalBook(target, sheets(book.get()), names(book.get()));
    }
    return new ExternalBook("", List.of(), items(root));
  }

  private static String relationshipId(XmlElement book) {
    return book.attribute(Namespaces.RELATIONSHIPS, "id")
        .or(() -> book.attribute(Namespaces.STRICT_RELATIONSHIPS, "id"))
        .orElse("");
  }

  private static List<ExternalSheet> sheets(XmlElement book) {
    Map<Integer, SheetCells> data = new HashMap<>();
    for (XmlElement set : book.children("sheetDataSet")) {
      for (XmlElement sheet : set.children("sheetData")) {
        data.put(sheet.number("sheetId", -1), cells(sheet));
      }
    }
    var sheets = new ArrayList<ExternalSheet>();
    for (XmlElement list : book.children("sheetNames")) {
      for (XmlElement name : list.children("sheetName")) {
        sheets.add(
            new ExternalSheet(
                Xstring.decode(name.attributeOr("val", "")),
                data.getOrDefault(sheets.size(), LOST)));
      }
    }
    return sheets;
  }

  /// The cells that Excel remembers of a sheet. All others are blank; but if the sheet could not be
  /// had when the links were last refreshed, only an empty `cell` is blank, and what is not
  /// mentioned is `#REF!` (O).
  private static SheetCells cells(XmlElement sheet) {
    boolean lost = sheet.flag("refreshError", false);
    CellEditor cells = (lost ? LOST : SheetCells.EMPTY).edit();
    Optional<Area> known = Optional.empty();
    for (XmlElement row : sheet.children("row")) {
      for (XmlElement cell : row.children("cell")) {
        Optional<Area> place = A1.parse(cell.attributeOr("r", "")).filter(Area::isCell);
        String text = cell.child("v").map(XmlElement::text).orElse("");
        if (place.isPresent()) {
          Area at = place.get();
          cells.set(at.firstRow(), at.firstColumn(), scalar(cell.attributeOr("t", "n"), text));
          known = Optional.of(known.map(at::boundingBox).orElse(at));
        }
      }
    }
    SheetCells sealed = cells.seal();
    return lost ? known.map(sealed::lostOutside).orElse(LOST) : sealed;
  }

  private static List<ExternalName> names(XmlElement book) {
    var names = new ArrayList<ExternalName>();
    for (XmlElement list : book.children("definedNames")) {
      for (XmlElement each : list.children("definedName")) {
        int sheet = each.number("sheetId", -1);
        String formula = each.attributeOr("refersTo", "");
        names.add(
            new ExternalName(
                Xstring.decode(each.attributeOr("name", "")),
                sheet < 0 ? OptionalInt.empty() : OptionalInt.of(sheet),
                formula.startsWith("=") ? formula.substring(1) : formula,
                Optional.empty()));
      }
    }
    return names;
  }

  /// Items of `ddeLink` and `oleLink`, the latter in a later extension of the format.
  private static List<ExternalName> items(XmlElement root) {
    var items = new ArrayList<ExternalName>();
    for (XmlElement link : root.children()) {
      for (XmlElement list : link.children()) {
        for (XmlElement item : list.children()) {
          String name = Xstring.decode(item.attributeOr("name", ""));
          item.child("values")
              .flatMap(ExternalLinkReader::values)
              .ifPresent(values ->
                  items.add(new ExternalName(name, OptionalInt.empty(), "", Optional.of(values))));
        }
      }
    }
    return items;
  }

  private static Optional<ArrayValue> values(XmlElement element) {
    List<XmlElement> values = element.children("value");
    int rows = element.number("rows", 1);
    int columns = element.number("cols", 1);
    if (rows < 1 || columns < 1 || (long) rows * columns > MOST_ITEM_VALUES) {
      return Optional.empty();
    }
    return Optional.of(
        ArrayValue.of(
            rows,
            columns,
            (row, column) -> {
              int at = row * columns + column;
              return at < values.size() ? value(values.get(at)) : BlankValue.BLANK;
            }));
  }

  private static Scalar value(XmlElement element) {
    return scalar(
        element.attributeOr("t", "n"), element.child("val").map(XmlElement::text).orElse(""));
  }

  private static Scalar scalar(String type, String text) {
    return switch (type) {
      case "str" -> new TextValue(Xstring.decode(text));
      case "b" -> LogicalValue.of(XmlElement.isTrue(text.strip()));
      case "e" -> ErrorValue.find(text.strip()).orElse(ErrorValue.VALUE);
      case "nil" -> BlankValue.BLANK;
      default -> number(text.strip());
    };
  }

  private static Scalar number(String text) {
    try {
      return text.isEmpty() ? BlankValue.BLANK : NumberValue.of(Double.parseDouble(text));
    } catch (NumberFormatException notANumber) {
      return ErrorValue.VALUE;
    }
  }
}
