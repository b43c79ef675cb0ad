package dev.quire.workbook.encoding;

import static dev.quire.workbook.encoding.EditForms.WHOLE_NUMBER_OR_NONE;
import static dev.quire.workbook.encoding.Forms.AREA;
import static dev.quire.workbook.encoding.Forms.FLAG;
import static dev.quire.workbook.encoding.Forms.INTEGER;
import static dev.quire.workbook.encoding.Forms.TEXT;
import static dev.quire.workbook.encoding.Forms.grid;
import static dev.quire.workbook.encoding.Forms.list;
import static dev.quire.workbook.encoding.Forms.optional;
import static dev.quire.workbook.encoding.Forms.word;
import static dev.quire.workbook.encoding.Records.record;

import dev.quire.workbook.DateGroup;
import dev.quire.workbook.DatePeriod;
import dev.quire.workbook.Edit;
import dev.quire.workbook.FilterCriteria;
import dev.quire.workbook.IconSet;
import dev.quire.workbook.Table.TableStyle;
import dev.quire.workbook.TableSort;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The forms of changes to tables. They never change once they have been in a release.
final class TableForms {
  private static final Form<TableStyle> STYLE =
      record(
          TEXT.at(TableStyle::name),
          FLAG.at(TableStyle::firstColumn),
          FLAG.at(TableStyle::lastColumn),
          FLAG.at(TableStyle::bandedRows),
          FLAG.at(TableStyle::bandedColumns),
          TableStyle::new);

  private static final Form<FilterCriteria.Values> VALUES =
      record(
          list(TEXT).at(FilterCriteria.Values::texts),
          FLAG.at(FilterCriteria.Values::blanks),
          FilterCriteria.Values::new);

  private static final Form<DateGroup> DATE_GROUP =
      list(INTEGER).as(DateGroup::parts, TableForms::dateGroup);

  private static final Form<FilterCriteria.Values> VALUES_AND_DATES =
      record(
          list(TEXT).at(FilterCriteria.Values::texts),
          FLAG.at(FilterCriteria.Values::blanks),
          list(DATE_GROUP).at(FilterCriteria.Values::dates),
          FilterCriteria.Values::new);

  private static final Form<FilterCriteria.Custom> CUSTOM =
      record(
          TEXT.at(FilterCriteria.Custom::first),
          optional(TEXT).at(FilterCriteria.Custom::second),
          FLAG.at(FilterCriteria.Custom::both),
          FilterCriteria.Custom::new);

  private static final Form<FilterCriteria.Extreme> EXTREME =
      record(
          FLAG.at(FilterCriteria.Extreme::top),
          FLAG.at(FilterCriteria.Extreme::percent),
          INTEGER.at(FilterCriteria.Extreme::count),
          FilterCriteria.Extreme::new);

  private static final Form<FilterCriteria.Colored> COLORED =
      record(
          LookForms.COLOR.at(FilterCriteria.Colored::color),
          FLAG.at(FilterCriteria.Colored::background),
          FilterCriteria.Colored::new);

  private static final Form<FilterCriteria.WithIcon> WITH_ICON =
      record(
          word(IconSet.class).at(FilterCriteria.WithIcon::set),
          WHOLE_NUMBER_OR_NONE.at(FilterCriteria.WithIcon::index),
          FilterCriteria.WithIcon::new);

  private static final Form<Long> LONG = Form.of(RecordOutput::bits, RecordInput::bits);

  private static final Form<FilterCriteria.During> DURING =
      record(
          word(DatePeriod.class).at(FilterCriteria.During::period),
          EditForms.INSTANT.at(FilterCriteria.During::asked),
          LONG.at(FilterCriteria.During::first),
          LONG.at(FilterCriteria.During::after),
          FilterCriteria.During::new);

  /// Begins with a number that tells which kind it is; a number is never given to another kind.
  private static final Form<FilterCriteria> CRITERIA =
      Form.of(TableForms::write, TableForms::criteria);

  private record Filter(int column, FilterCriteria criteria) {}

  private static final Form<Filter> FILTER =
      record(INTEGER.at(Filter::column), CRITERIA.at(Filter::criteria), Filter::new);

  private static final Form<Map<Integer, FilterCriteria>> FILTERS =
      list(FILTER).as(TableForms::inOrder, TableForms::byColumn);

  private static final Form<TableSort> SORT =
      record(
          list(RangeForms.KEY).at(TableSort::keys), FLAG.at(TableSort::matchCase), TableSort::new);

  static final Form<Edit.AddTable> ADD_TABLE =
      record(
          INTEGER.at(Edit.AddTable::sheet),
          AREA.at(Edit.AddTable::area),
          FLAG.at(Edit.AddTable::hasHeaders),
          TEXT.at(Edit.AddTable::id),
          Edit.AddTable::new);

  static final Form<Edit.UpdateTable> UPDATE_TABLE =
      record(
          TEXT.at(Edit.UpdateTable::table),
          optional(TEXT).at(Edit.UpdateTable::name),
          optional(FLAG).at(Edit.UpdateTable::showHeaders),
          optional(FLAG).at(Edit.UpdateTable::showTotals),
          optional(FLAG).at(Edit.UpdateTable::showFilterButton),
          optional(STYLE).at(Edit.UpdateTable::style),
          Edit.UpdateTable::new);

  static final Form<Edit.DeleteTable> DELETE_TABLE =
      record(
          TEXT.at(Edit.DeleteTable::table),
          FLAG.at(Edit.DeleteTable::keepsCells),
          Edit.DeleteTable::new);

  static final Form<Edit.AddTableRows> ADD_TABLE_ROWS =
      record(
          TEXT.at(Edit.AddTableRows::table),
          WHOLE_NUMBER_OR_NONE.at(Edit.AddTableRows::index),
          grid(ValueForms.ENTRY).at(Edit.AddTableRows::values),
          Edit.AddTableRows::new);

  static final Form<Edit.DeleteTableRow> DELETE_TABLE_ROW =
      record(
          TEXT.at(Edit.DeleteTableRow::table),
          INTEGER.at(Edit.DeleteTableRow::index),
          Edit.DeleteTableRow::new);

  static final Form<Edit.AddTableColumn> ADD_TABLE_COLUMN =
      record(
          TEXT.at(Edit.AddTableColumn::table),
          WHOLE_NUMBER_OR_NONE.at(Edit.AddTableColumn::index),
          optional(TEXT).at(Edit.AddTableColumn::name),
          Edit.AddTableColumn::new);

  static final Form<Edit.RenameTableColumn> RENAME_TABLE_COLUMN =
      record(
          TEXT.at(Edit.RenameTableColumn::table),
          INTEGER.at(Edit.RenameTableColumn::column),
          TEXT.at(Edit.RenameTableColumn::name),
          Edit.RenameTableColumn::new);

  static final Form<Edit.DeleteTableColumn> DELETE_TABLE_COLUMN =
      record(
          TEXT.at(Edit.DeleteTableColumn::table),
          INTEGER.at(Edit.DeleteTableColumn::column),
          Edit.DeleteTableColumn::new);

  static final Form<Edit.FilterTable> FILTER_TABLE =
      record(
          TEXT.at(Edit.FilterTable::table),
          FILTERS.at(Edit.FilterTable::filters),
          Edit.FilterTable::new);

  static final Form<Edit.SortTable> SORT_TABLE =
      record(
          TEXT.at(Edit.SortTable::table),
          optional(SORT).at(Edit.SortTable::sort),
          Edit.SortTable::new);

  private TableForms() {}

  /// By column, so that equal filters are written alike.
  private static List<Filter> inOrder(Map<Integer, FilterCriteria> filters) {
    return filters.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(each -> new Filter(each.getKey(), each.getValue()))
        .toList();
  }

  private static Map<Integer, FilterCriteria> byColumn(List<Filter> filters) {
    var byColumn = new HashMap<Integer, FilterCriteria>();
    filters.forEach(each -> byColumn.put(each.column(), each.criteria()));
    return byColumn;
  }

  private static DateGroup dateGroup(List<Integer> parts) {
    if (!DateGroup.exists(parts)) {
      throw new UnreadableRecord("it has a filter with a date that does not exist");
    }
    return new DateGroup(parts);
  }

  private static void write(RecordOutput out, FilterCriteria criteria) {
    switch (criteria) {
      case FilterCriteria.Unknown _ -> out.octet(0);
      case FilterCriteria.Values values -> {
        boolean dated = !values.dates().isEmpty();
        out.octet(dated ? 9 : 1);
        (dated ? VALUES_AND_DATES : VALUES).write(values, out);
      }
      case FilterCriteria.Custom custom -> {
        out.octet(2);
        CUSTOM.write(custom, out);
      }
      case FilterCriteria.Extreme extreme -> {
        out.octet(3);
        EXTREME.write(extreme, out);
      }
      case FilterCriteria.Average(boolean above) -> out.octet(above ? 4 : 5);
      case FilterCriteria.Colored colored -> {
        out.octet(6);
        COLORED.write(colored, out);
      }
      case FilterCriteria.WithIcon icon -> {
        out.octet(7);
        WITH_ICON.write(icon, out);
      }
      case FilterCriteria.During during -> {
        out.octet(8);
        DURING.write(during, out);
      }
    }
  }

  private static FilterCriteria criteria(RecordInput in) {
    return switch (in.octet()) {
      case 0 -> new FilterCriteria.Unknown();
      case 1 -> VALUES.read(in);
      case 2 -> CUSTOM.read(in);
      case 3 -> EXTREME.read(in);
      case 4 -> new FilterCriteria.Average(true);
      case 5 -> new FilterCriteria.Average(false);
      case 6 -> COLORED.read(in);
      case 7 -> WITH_ICON.read(in);
      case 8 -> DURING.read(in);
      case 9 -> VALUES_AND_DATES.read(in);
      default -> throw new UnreadableRecord("it has an unknown kind of filter");
    };
  }
}
