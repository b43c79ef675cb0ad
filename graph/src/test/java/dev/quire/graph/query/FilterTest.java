package dev.quire.graph.query;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FilterTest {
  private static final Map<String, Scalar> VALUES =
      Map.of(
          "name", new Scalar.Text("It's Sheet 1"),
          "index", new Scalar.Number(3),
          "visible", new Scalar.Flag(true),
          "values", new Scalar.Opaque());
  private static final Row ROW = name -> VALUES.getOrDefault(name, new Scalar.Nothing());

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "index eq 3 | true",
        "index eq 3.0 | true",
        "3 eq index | true",
        "index ne 3 | false",
        "index gt 2 | true",
        "index gt 3 | false",
        "index ge 3 | true",
        "index lt 3e1 | true",
        "index le -3 | false",
        "index EQ 3 | true",
        "name eq 'It''s Sheet 1' | true",
        "name eq 'it''s sheet 1' | false",
        "name gt 'A' | true",
        "startswith(name,'It') | true",
        "startswith(name,'it') | false",
        "endswith( name , '1' ) | true",
        "contains(name,'''s S') | true",
        "contains('abc','b') | true",
        "contains(index,'3') | false",
        "visible | true",
        "not visible | false",
        "visible eq false | false",
        "index | false",
        "note eq null | true",
        "name eq null | false",
        "name ne null | true",
        "note ne null | false",
        "note gt 1 | false",
        "note lt 1 | false",
        "null eq null | true",
        "index eq '3' | false",
        "index ne '3' | true",
        "values eq values | false",
        "visible or index eq 9 and index eq 8 | true",
        "(visible or index eq 9) and index eq 8 | false",
        "not visible or visible | true",
        "not (visible or visible) | false",
        "index eq 3 and startswith(name,'It') and not (index lt 0) | true",
        "nothing eq null | true",
        "order eq null | true"
      })
  void filterAccepts(String text, boolean accepted) {
    assertEquals(accepted, new FilterParser(text).filter().accepts(ROW), text);
  }

  @Test
  void rowsAreSortedByAllKeysAndKeepTheirPlaces() {
    var rows =
        List.of(
            row("b", 1, "first"),
            row("a", 1, "second"),
            row("b", 2, "third"),
            row("a", 1, "fourth"));
    var order =
        Ordering.comparator(List.of(new Ordering("name", false), new Ordering("index", true)));
    assertEquals(List.of("second", "fourth", "third", "first"), sorted(rows, order));
  }

  @Test
  void nothingComesFirst() {
    var rows = List.of(row("b", 1, "x"), Map.<String, Scalar>of("tag", new Scalar.Text("none")));
    var order = Ordering.comparator(List.of(new Ordering("name", false)));
    assertEquals(List.of("none", "x"), sorted(rows, order));
  }

  private static Map<String, Scalar> row(String name, double index, String tag) {
    return Map.of(
        "name", new Scalar.Text(name),
        "index", new Scalar.Number(index),
        "tag", new Scalar.Text(tag));
  }

  private static List<String> sorted(List<Map<String, Scalar>> rows, Comparator<Row> order) {
    return rows.stream()
        .sorted((a, b) -> order.compare(view(a), view(b)))
        .map(row -> ((Scalar.Text) view(row).value("tag")).text())
        .toList();
  }

  private static Row view(Map<String, Scalar> values) {
    return name -> values.getOrDefault(name, new Scalar.Nothing());
  }
}
