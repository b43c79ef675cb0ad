package dev.quire.engine.formula;

import dev.quire.engine.ref.Area;
import dev.quire.engine.value.NumberValue;
import dev.quire.engine.value.Scalar;
import dev.quire.engine.value.TextValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// What a pivot table shows on its sheet: which items of which fields each row and each column of
/// its values stands for.
///
/// @param area the whole report
/// @param top rows of headings above the values
/// @param left columns of headings beside the values
/// @param data the fields that are summed up, in order
/// @param rows what the rows of values stand for, from the top
/// @param columns what the columns of values stand for, from the left
public record PivotReport(
    Area area, int top, int left, List<DataField> data, List<Line> rows, List<Line> columns) {
  /// A field that is summed up.
  ///
  /// @param caption as the report calls it: `Sum of Sales`
  /// @param source the field of the source: `Sales`
  public record DataField(String caption, String source) {}

  /// A row or a column.
  ///
  /// @param items the items that it is limited to, by field; none for the grand total
  /// @param data which data field it shows; 0 where there is one
  public record Line(Map<String, Scalar> items, int data) {
    /// Copies the items.
    public Line {
      items = Map.copyOf(items);
    }
  }

  /// Copies the lists.
  public PivotReport {
    data = List.copyOf(data);
    rows = List.copyOf(rows);
    columns = List.copyOf(columns);
  }

  /// The same report elsewhere.
  public PivotReport at(Area moved) {
    return new PivotReport(moved, top, left, data, rows, columns);
  }

  /// The cell that shows a data field for some items, as rows and columns from the corner of the
  /// report; empty when the report shows no such cell.
  ///
  /// @param dataField caption or source of a data field, in any case
  /// @param items the items asked for, by field; fields in any case
  public Optional<int[]> find(String dataField, Map<String, Scalar> items) {
    Optional<Integer> number = number(dataField);
    if (number.isEmpty()) {
      return Optional.empty();
    }
    Map<String, Scalar> wanted = folded(items);
    for (int row = 0; row < rows.size(); row++) {
      for (int column = 0; column < columns.size(); column++) {
        if (shows(rows.get(row), columns.get(column), number.get(), wanted)) {
          return Optional.of(new int[] {top + row, left + column});
        }
      }
    }
    return Optional.empty();
  }

  private Optional<Integer> number(String name) {
    for (int at = 0; at < data.size(); at++) {
      if (data.get(at).caption().strip().equalsIgnoreCase(name.strip())) {
        return Optional.of(at);
      }
    }
    List<Integer> bySource = new ArrayList<>();
    for (int at = 0; at < data.size(); at++) {
      if (data.get(at).source().equalsIgnoreCase(name.strip())) {
        bySource.add(at);
      }
    }
    return bySource.stream().findFirst();
  }

  private boolean shows(Line row, Line column, int number, Map<String, Scalar> wanted) {
    if (data.size() > 1 && row.data() + column.data() != number) {
      return false;
    }
    var shown = folded(row.items());
    shown.putAll(folded(column.items()));
    return shown.size() == wanted.size()
        && wanted.entrySet().stream()
            .allMatch(each ->
                Optional.ofNullable(shown.get(each.getKey()))
                    .filter(item -> same(each.getValue(), item))
                    .isPresent());
  }

  private static Map<String, Scalar> folded(Map<String, Scalar> items) {
    var folded = new LinkedHashMap<String, Scalar>();
    items.forEach((field, item) -> folded.put(field.strip().toLowerCase(Locale.ROOT), item));
    return folded;
  }

  private static boolean same(Scalar wanted, Scalar shown) {
    if (wanted instanceof NumberValue(double a) && shown instanceof NumberValue(double b)) {
      return a == b;
    }
    return text(wanted).equalsIgnoreCase(text(shown));
  }

  private static String text(Scalar value) {
    return value instanceof TextValue(String text)
        ? text.strip()
        : value instanceof NumberValue(double number)
            ? PlainNumberText.INSTANCE.text(number)
            : value.toString();
  }
}
