package dev.quire.ooxml.patch;

import dev.quire.engine.ref.A1;
import dev.quire.engine.ref.Area;
import dev.quire.ooxml.part.DateGroups;
import dev.quire.ooxml.part.DatePeriods;
import dev.quire.ooxml.part.FilterOperators;
import dev.quire.ooxml.part.IconSets;
import dev.quire.ooxml.part.Xstring;
import dev.quire.ooxml.xml.Tags;
import dev.quire.workbook.DateGroup;
import dev.quire.workbook.FilterCriteria;
import dev.quire.workbook.Icon;
import dev.quire.workbook.IconSet;
import dev.quire.workbook.RangeSort;
import dev.quire.workbook.Table;
import dev.quire.workbook.Table.TableColumn;
import dev.quire.workbook.Table.TableStyle;
import dev.quire.workbook.Workbook;
import dev.quire.workbook.style.Color;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Pieces of a table part (ECMA-376 part 1, §18.5).
final class TablePart {
  private static final String ALTERNATIVE =
      """
      <mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" \
      xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main">\
      <mc:Choice Requires="x14"><x14:%s%s/></mc:Choice><mc:Fallback/></mc:AlternateContent>\
      """;

  private static final Pattern SUBTOTAL = Pattern.compile("SUBTOTAL\\((10[1-9]|11[01]),.*\\)");
  private static final Map<String, String> FUNCTIONS =
      Map.of(
          "101", "average",
          "102", "countNums",
          "103", "count",
          "104", "max",
          "105", "min",
          "107", "stdDev",
          "109", "sum",
          "110", "var");

  private final Function<String, String> qualified;
  private final Formats formats;

  /// Gives colours a differential format.
  interface Formats {
    /// Numbers that tell colours apart, for pieces that are compared and not written.
    Formats COMPARED = (color, background) -> 2 * color.rgb() + (background ? 1 : 0);

    /// The number of the format.
    int numberOf(Color color, boolean background);
  }

  /// @param qualified gives an element its name with the prefix of the part
  /// @param formats where colours are written
  TablePart(Function<String, String> qualified, Formats formats) {
    this.qualified = qualified;
    this.formats = formats;
  }

  /// The part of a table that the file does not have yet.
  ///
  /// @param strict whether the file has the namespaces of ISO/IEC 29500 Strict
  String whole(Table table, Workbook book, boolean strict) {
    var out = new StringBuilder(NewParts.DECLARATION);
    out.append("<table xmlns=\"").append(NewParts.main(strict)).append('"');
    out.append(" xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\"");
    out.append(" mc:Ignorable=\"xr\"");
    out.append(" xmlns:xr=\"http://schemas.microsoft.com/office/spreadsheetml/2014/revision\"");
    out.append(Tags.attribute("xr:uid", table.id()));
    attributes(table)
        .forEach((name, value) -> value.ifPresent(text -> out.append(Tags.attribute(name, text))));
    out.append('>').append(autoFilter(table, _ -> Optional.empty())).append(sortState(table));
    out.append("<tableColumns").append(Tags.attribute("count", "" + table.columns().size()));
    out.append('>');
    for (int at = 0; at < table.columns().size(); at++) {
      out.append(column(table, book, at));
    }
    return out.append("</tableColumns>").append(style(table.style())).append("</table>").toString();
  }

  /// The attributes of the root, empty where one is not to be there.
  static Map<String, Optional<String>> attributes(Table table) {
    Map<String, Optional<String>> all = new TreeMap<>();
    all.put("id", Optional.of(Integer.toString(table.legacyId())));
    all.put("name", Optional.of(Xstring.encode(table.name())));
    all.put("displayName", Optional.of(Xstring.encode(table.name())));
    all.put("ref", Optional.of(A1.print(table.area())));
    all.put("headerRowCount", table.showHeaders() ? Optional.empty() : Optional.of("0"));
    all.put("totalsRowCount", table.showTotals() ? Optional.of("1") : Optional.empty());
    all.put("totalsRowShown", table.showTotals() ? Optional.empty() : Optional.of("0"));
    return all;
  }

  /// A column as a new one is written.
  String column(Table table, Workbook book, int at) {
    TableColumn column = table.columns().get(at);
    var out = new StringBuilder("<").append(qualified.apply("tableColumn"));
    out.append(Tags.attribute("id", Integer.toString(column.id())));
    out.append(Tags.attribute("name", Xstring.encode(column.name())));
    totals(table, book, at)
        .forEach((name, value) -> value.ifPresent(text -> out.append(Tags.attribute(name, text))));
    return out.append("/>").toString();
  }

  /// What a column says of its cell in the totals row, as far as that is a text or one of Excel's
  /// own totals.
  static Map<String, Optional<String>> totals(Table table, Workbook book, int at) {
    Map<String, Optional<String>> all = new TreeMap<>();
    all.put("totalsRowLabel", Optional.empty());
    all.put("totalsRowFunction", Optional.empty());
    if (!table.showTotals()) {
      return all;
    }
    int row = table.area().lastRow();
    int column = table.area().firstColumn() + at;
    Optional<String> formula = book.formulaForFile(table.sheet(), row, column);
    if (formula.isPresent()) {
      Matcher subtotal = SUBTOTAL.matcher(formula.get());
      if (subtotal.matches()) {
        all.put("totalsRowFunction", Optional.ofNullable(FUNCTIONS.get(subtotal.group(1))));
      }
    } else {
      String label = book.text(table.sheet(), row, column);
      all.put(
          "totalsRowLabel",
          label.isEmpty() ? Optional.empty() : Optional.of(Xstring.encode(label)));
    }
    return all;
  }

  /// The filter; nothing without a header or without buttons.
  ///
  /// @param known source of the filter of a column that the model does not know, by its id
  String autoFilter(Table table, Function<Integer, Optional<String>> known) {
    if (!table.showHeaders() || !table.showFilterButton() && table.filters().isEmpty()) {
      return "";
    }
    Area all = table.area();
    int last = all.lastRow() - (table.showTotals() ? 1 : 0);
    String ref = A1.print(new Area(all.firstRow(), all.firstColumn(), last, all.lastColumn()));
    var columns = new StringBuilder();
    for (int at = 0; at < table.columns().size(); at++) {
      int id = table.columns().get(at).id();
      FilterCriteria criteria = table.filters().get(id);
      if (criteria instanceof FilterCriteria.Unknown) {
        columns.append(known.apply(id).orElse(""));
      } else if (criteria != null) {
        columns.append(element("filterColumn", Tags.attribute("colId", "" + at), of(criteria)));
      }
    }
    return element("autoFilter", Tags.attribute("ref", ref), columns.toString());
  }

  private String of(FilterCriteria criteria) {
    return switch (criteria) {
      case FilterCriteria.Values values -> values(values);
      case FilterCriteria.Custom custom -> custom(custom);
      case FilterCriteria.Extreme(boolean top, boolean percent, int count) ->
          element(
              "top10",
              Tags.attribute("top", top ? "1" : "0")
                  + Tags.attribute("percent", percent ? "1" : "0")
                  + Tags.attribute("val", Integer.toString(count)),
              "");
      case FilterCriteria.Average(boolean above) ->
          element(
              "dynamicFilter", Tags.attribute("type", above ? "aboveAverage" : "belowAverage"), "");
      case FilterCriteria.During during ->
          element(
              "dynamicFilter",
              Tags.attribute("type", DatePeriods.type(during.period()))
                  + (during.after() == 0
                      ? ""
                      : Tags.attribute("val", Long.toString(during.first()))
                          + Tags.attribute("maxVal", Long.toString(during.after()))),
              "");
      case FilterCriteria.Colored(Color color, boolean background) ->
          element(
              "colorFilter",
              format(color, background) + (background ? "" : Tags.attribute("cellColor", "0")),
              "");
      case FilterCriteria.WithIcon(IconSet set, OptionalInt index) ->
          ofSet(
              set,
              "iconFilter",
              Tags.attribute("iconSet", IconSets.of(set))
                  + (index.isPresent() ? Tags.attribute("iconId", "" + index.getAsInt()) : ""));
      case FilterCriteria.Unknown _ -> "";
    };
  }

  private String format(Color color, boolean background) {
    return Tags.attribute("dxfId", Integer.toString(formats.numberOf(color, background)));
  }

  private String values(FilterCriteria.Values values) {
    var out = new StringBuilder();
    for (String each : values.texts()) {
      out.append(element("filter", Tags.attribute("val", Xstring.encode(each)), ""));
    }
    for (DateGroup each : values.dates()) {
      out.append(element("dateGroupItem", DateGroups.attributes(each), ""));
    }
    return element("filters", values.blanks() ? Tags.attribute("blank", "1") : "", out.toString());
  }

  private String custom(FilterCriteria.Custom custom) {
    String conditions = condition(custom.first()) + custom.second().map(this::condition).orElse("");
    boolean and = custom.both() && custom.second().isPresent();
    return element("customFilters", and ? Tags.attribute("and", "1") : "", conditions);
  }

  private String condition(String text) {
    FilterOperators operator = FilterOperators.of(text);
    String word =
        operator == FilterOperators.EQUAL ? "" : Tags.attribute("operator", operator.word());
    return element(
        "customFilter", word + Tags.attribute("val", Xstring.encode(operator.operand(text))), "");
  }

  /// How the table was sorted, if it was.
  String sortState(Table table) {
    if (table.sort().isEmpty() || table.body().isEmpty()) {
      return "";
    }
    Area body = table.body().get();
    var conditions = new StringBuilder();
    for (RangeSort.Key each : table.sort().get().keys()) {
      int column = body.firstColumn() + each.offset();
      String ref = A1.print(new Area(body.firstRow(), column, body.lastRow(), column));
      String attributes =
          (each.ascending() ? "" : Tags.attribute("descending", "1"))
              + Tags.attribute("ref", ref)
              + by(each.on());
      conditions.append(
          each.on() instanceof RangeSort.On.OfIcon(Icon icon)
              ? ofSet(icon.set(), "sortCondition", attributes)
              : element("sortCondition", attributes, ""));
    }
    boolean matchCase = table.sort().get().matchCase();
    return element(
        "sortState",
        (matchCase ? Tags.attribute("caseSensitive", "1") : "")
            + Tags.attribute("ref", A1.print(body)),
        conditions.toString());
  }

  private String by(RangeSort.On on) {
    return switch (on) {
      case RangeSort.On.Content _ -> "";
      case RangeSort.On.CellColor(Color color) ->
          Tags.attribute("sortBy", "cellColor") + format(color, true);
      case RangeSort.On.FontColor(Color color) ->
          Tags.attribute("sortBy", "fontColor") + format(color, false);
      case RangeSort.On.OfIcon(Icon icon) ->
          Tags.attribute("sortBy", "icon")
              + Tags.attribute("iconSet", IconSets.of(icon.set()))
              + Tags.attribute("iconId", Integer.toString(icon.index()));
    };
  }

  /// An element that names a set of icons. Excel 2007 would refuse a file with a set that it does
  /// not know, so those of 2010 are in an alternative that it passes over.
  private String ofSet(IconSet set, String name, String attributes) {
    return set.isOfOld() ? element(name, attributes, "") : ALTERNATIVE.formatted(name, attributes);
  }

  String style(TableStyle style) {
    String name = style.name().isEmpty() ? "" : Tags.attribute("name", style.name());
    return element(
        "tableStyleInfo",
        name
            + Tags.attribute("showFirstColumn", style.firstColumn() ? "1" : "0")
            + Tags.attribute("showLastColumn", style.lastColumn() ? "1" : "0")
            + Tags.attribute("showRowStripes", style.bandedRows() ? "1" : "0")
            + Tags.attribute("showColumnStripes", style.bandedColumns() ? "1" : "0"),
        "");
  }

  private String element(String name, String attributes, String content) {
    return Tags.element(qualified.apply(name), attributes, content);
  }
}
