package dev.quire.graph.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.quire.graph.edm.EdmModel;
import dev.quire.graph.edm.TypeRef;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QueryResolverTest {
  private static final QueryResolver RESOLVER = new QueryResolver(EdmModel.bundled());
  private static final TypeRef TABLES = new TypeRef("workbookTable", true);

  @Test
  void namesAreSpelledAsInTheModel() {
    var options =
        resolve("$select=ID,Name&$expand=WORKSHEET($select=NAME)&$orderby=NAME&$filter=SHOWTOTALS");
    assertEquals(List.of("id", "name"), options.select());
    assertEquals(List.of(new Expansion("worksheet", List.of("name"))), options.expand());
    assertEquals(List.of(new Ordering("name", false)), options.orderby());
    assertEquals(Optional.of(new Filter.Truth(new Operand.Member("showTotals"))), options.filter());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "$select=nam",
        "$expand=name",
        "$expand=worksheet($select=nam)",
        "$orderby=worksheet",
        "$filter=x eq 1",
        "$filter=not (name eq 'a' or contains(x,'b'))"
      })
  void unknownNamesAreRefused(String query) {
    assertThrows(QueryFault.UnknownProperty.class, () -> resolve(query));
  }

  @Test
  void faultNamesTheType() {
    var fault = assertThrows(QueryFault.UnknownProperty.class, () -> resolve("$select=nam"));
    assertEquals(
        "Could not find a property named 'nam' on type 'microsoft.graph.workbookTable'.",
        fault.getMessage());
  }

  @Test
  void openTypesAndAnnotationsMayBeAskedForAnything() {
    var items = new TypeRef("driveItem", true);
    var options =
        QueryParser.parse("GET", Optional.of("$select=Id,image,@microsoft.graph.downloadUrl"));
    assertEquals(
        List.of("id", "image", "@microsoft.graph.downloadUrl"),
        RESOLVER.resolve(options, items).select());
  }

  private static QueryOptions resolve(String query) {
    return RESOLVER.resolve(QueryParser.parse("GET", Optional.of(query)), TABLES);
  }
}
