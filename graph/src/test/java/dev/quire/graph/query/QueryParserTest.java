package dev.quire.graph.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QueryParserTest {
  @Test
  void requestOfTheJavaSdkIsUnderstood() {
    var options =
        parse(
            "$count=true&$filter=index%20eq%20%27a%20b%27&$orderby=index%20desc"
                + "&$select=index,values&$skip=10&$top=5");
    assertTrue(options.count());
    assertEquals(
        Optional.of(
            new Filter.Comparison(
                new Operand.Member("index"),
                Filter.Relation.EQ,
                new Operand.Literal(new Scalar.Text("a b")))),
        options.filter());
    assertEquals(List.of(new Ordering("index", true)), options.orderby());
    assertEquals(List.of("index", "values"), options.select());
    assertEquals(OptionalInt.of(10), options.skip());
    assertEquals(OptionalInt.of(5), options.top());
  }

  @Test
  void expansionMaySelect() {
    assertEquals(
        List.of(
            new Expansion("worksheet", List.of("id", "name")), new Expansion("charts", List.of())),
        parse("$expand=worksheet($select=id,%20name),charts").expand());
  }

  @Test
  void optionNamesMayBeEscapedAndInAnyCase() {
    assertEquals(List.of("id"), parse("%24Select=id").select());
  }

  @Test
  void plusIsABlank() {
    assertEquals(List.of(new Ordering("name", true)), parse("$orderby=name+desc").orderby());
  }

  @Test
  void selectingTwiceShowsOnce() {
    assertEquals(List.of("id", "name"), parse("$select=id,name,id").select());
    assertEquals(List.of(), parse("$select=*").select());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "sessionId=a%3D%3D", "@name.conflictBehavior=fail", "&&", "select=id"})
  void otherPeoplesOptionsAreIgnored(String query) {
    assertEquals(QueryOptions.NONE, parse(query));
    assertEquals(QueryOptions.NONE, QueryParser.parse("POST", Optional.of(query)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "$select=a&$select=b | Query option '$select' was specified more than once, but it must be"
            + " specified at most once.",
        "$search=x | The query parameter '$search' is not supported.",
        "$foo=1 | The query parameter '$foo' is not supported.",
        "$top=-1 | Invalid value '-1' for $top query option found. The $top query option requires a"
            + " non-negative integer value.",
        "$top=99999999999 | Invalid value '99999999999' for $top query option found. The $top query"
            + " option requires a non-negative integer value.",
        "$skip= | Invalid value '' for $skip query option found. The $skip query option requires a"
            + " non-negative integer value.",
        "$count=1 | Invalid value '1' for $count query option found. The $count query option"
            + " requires true or false.",
        "$format=xml | Invalid value 'xml' for $format query option found. The $format query option"
            + " requires json.",
        "$select= | Syntax error at position 0 in ''.",
        "$select=format/font | Syntax error at position 6 in 'format/font'.",
        "$select=a, | Syntax error at position 2 in 'a,'.",
        "$select=a b | Syntax error at position 2 in 'a b'.",
        "$orderby=a up | Syntax error at position 2 in 'a up'.",
        "$expand=a($expand=b) | The query parameter '$expand in $expand' is not supported.",
        "$filter=a eq | Syntax error at position 4 in 'a eq'.",
        "$filter=a eq 'x | Syntax error at position 7 in 'a eq 'x'.",
        "$filter=(a eq 1 | Syntax error at position 7 in '(a eq 1'.",
        "$filter=a eq 1) | Syntax error at position 6 in 'a eq 1)'.",
        "$filter=a eq 1-2 | Syntax error at position 5 in 'a eq 1-2'.",
        "$filter=startswith(a) | Syntax error at position 12 in 'startswith(a)'.",
        "$filter=%zz | The query string has a malformed escape in '%zz'.",
        "$filter=%C3 | The query string has a malformed escape in '%C3'."
      })
  void faultSaysWhat(String query, String message) {
    assertEquals(message, assertThrows(QueryFault.class, () -> parse(query)).getMessage());
  }

  @ParameterizedTest
  @ValueSource(strings = {"POST", "PATCH", "DELETE", "PUT"})
  void optionsAreForReading(String method) {
    assertThrows(
        QueryFault.NotOnThisMethod.class,
        () -> QueryParser.parse(method, Optional.of("$select=id")));
  }

  @Test
  void nestingAndLengthAreLimited() {
    var deep = "$filter=" + "(".repeat(1000) + "a" + ")".repeat(1000);
    assertThrows(QueryFault.TooDeep.class, () -> parse(deep));
    var nots = "$filter=" + "not+".repeat(1000) + "a";
    assertThrows(QueryFault.TooDeep.class, () -> parse(nots));
    var longest = "$filter=" + "a or ".repeat(2000) + "a";
    assertThrows(QueryFault.TooLong.class, () -> parse(longest));
    var wide = "$filter=" + "a or ".repeat(1600) + "a";
    assertFalse(parse(wide).filter().orElseThrow().accepts(name -> new Scalar.Nothing()));
  }

  private static QueryOptions parse(String query) {
    return QueryParser.parse("GET", Optional.of(query));
  }
}
