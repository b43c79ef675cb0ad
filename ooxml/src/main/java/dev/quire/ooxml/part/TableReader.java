package dev.quire.ooxml.part;

import dev.quire.engine.ref.A1;
import dev.quire.engine.ref.Area;
import dev.quire.ooxml.guard.XlsxFault;
import dev.quire.ooxml.xml.XmlElement;
import dev.quire.ooxml.xml.XmlTree;
import dev.quire.workbook.FilterCriteria;
import dev.quire.workbook.Table;
import dev.quire.workbook.Table.TableColumn;
import dev.quire.workbook.Table.TableStyle;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Reads a table part (ECMA-376 part 1, §18.5).
public final class TableReader {
  private TableReader() {}

  /// The table, which lies on the worksheet with this key.
  ///
  /// @param differentials what formats that filters name say of colours
  public static Table read(XmlTree tree, int sheet, List<Differential> differentials) {
    XmlElement root = tree.root();
    int number = root.number("id", 0);
    Area area =
        A1.parse(root.attributeOr("ref", ""))
            .orElseThrow(() -> new XlsxFault.Damaged(tree.part(), 0, "a table without area"));
    List<TableColumn> columns = columns(tree, area);
    var filters = new TableFilterReader(differentials);
    return new Table(
        root.attribute(Namespaces.REVISION, "uid").orElseGet(() -> PartId.of(tree.part())),
        number,
        Xstring.decode(root.attribute("displayName").orElse(root.attributeOr("name", ""))),
        sheet,
        area,
        root.number("headerRowCount", 1) > 0,
        root.number("totalsRowCount", 0) > 0,
        root.child("autoFilter").isPresent(),
        style(root),
        columns,
        filters(root, columns, filters),
        filters.sort(root, area));
  }

  private static Map<Integer, FilterCriteria> filters(
      XmlElement root, List<TableColumn> columns, TableFilterReader reader) {
    Map<Integer, FilterCriteria> byId = new HashMap<>();
    reader
        .filters(root)
        .forEach((place, criteria) -> {
          if (place >= 0 && place < columns.size()) {
            byId.put(columns.get(place).id(), criteria);
          }
        });
    return byId;
  }

  private static TableStyle style(XmlElement root) {
    return root.child("tableStyleInfo")
        .map(each ->
            new TableStyle(
                each.attributeOr("name", ""),
                each.flag("showFirstColumn", false),
                each.flag("showLastColumn", false),
                each.flag("showRowStripes", false),
                each.flag("showColumnStripes", false)))
        .orElse(new TableStyle("", false, false, false, false));
  }

  private static List<TableColumn> columns(XmlTree tree, Area area) {
    var columns = new ArrayList<TableColumn>();
    for (XmlElement list : tree.root().children("tableColumns")) {
      for (XmlElement each : list.children("tableColumn")) {
        columns.add(
            new TableColumn(each.number("id", 0), Xstring.decode(each.attributeOr("name", ""))));
      }
    }
    if (columns.size() != area.columns()) {
      throw new XlsxFault.Damaged(
          tree.part(), 0, "%d columns over %s".formatted(columns.size(), area));
    }
    return columns;
  }
}
