package dev.quire.graph.path;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.quire.graph.Reference;
import dev.quire.graph.edm.EdmModel;
import dev.quire.graph.edm.Operation;
import dev.quire.graph.edm.Parameter;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// The parser against every request that clients and documents are known to make.
class SurfaceTest {
  private static final EdmModel MODEL = EdmModel.bundled();
  private static final PathParser PARSER = new PathParser(MODEL);
  private static final String WORKBOOK = "/v1.0/me/drive/items/01AB%21112/workbook";

  @Test
  void everyTemplateOfTheJavaSdkHasARoute() throws IOException {
    int templates = 0;
    for (var row : Reference.table("sdk-templates.tsv")) {
      var method = row[0].startsWith("POST") ? "POST" : "GET";
      var path = "/v1.0/drives/b%21x%20y/items/root%3A%2FA%20B%2FBook.xlsx%3A/workbook";
      path += asSentBySdk(row[1]);
      var route = PARSER.parse(method, path);
      assertTrue(route.reachesWorkbook(), path);
      assertTrue(missing(route).isEmpty(), path);
      assertPrintable(method, route);
      templates++;
    }
    assertEquals(1442, templates);
  }

  @Test
  void everyOperationHasARouteOfItsType() throws IOException {
    int pathless = 0;
    for (var row : Reference.table("operations.tsv")) {
      if (row[6].startsWith("(no path)")) {
        pathless++;
        continue;
      }
      var example = row[6].equals("(root)") ? "" : row[6];
      var route = PARSER.parse(row[2], WORKBOOK + example);
      assertOperation(row, route);
      assertPrintable(row[2], route);
    }
    assertEquals(2, pathless, "members of a function result, which is no place to go on from");
  }

  private static void assertOperation(String[] row, Route route) {
    var kind = row[1];
    var what = String.join(" ", row[0], kind, row[3]);
    switch (kind) {
      case "function" ->
          assertCalls(row, assertInstanceOf(Segment.FunctionCall.class, route.last()).function());
      case "action" ->
          assertCalls(row, assertInstanceOf(Segment.ActionCall.class, route.last()).action());
      case "get-property" -> assertInstanceOf(Segment.PropertyAccess.class, route.last(), what);
      case "collection-count" -> assertInstanceOf(Segment.Count.class, route.last(), what);
      case "create" -> assertTrue(route.type().orElseThrow().collection(), what);
      default -> {} // the type says it all
    }
    if (!kind.equals("delete") && !kind.equals("create")) {
      var returns = row[5].equals("-") ? "" : row[5].replace("?", "");
      assertEquals(returns, route.type().map(Object::toString).orElse(""), what);
    }
  }

  private static void assertCalls(String[] row, Operation operation) {
    assertEquals(row[0], operation.binding().toString());
    assertEquals(row[3], operation.name());
    var names = operation.parameters().stream().map(Parameter::name).toList();
    var expected =
        Pattern.compile(", ")
            .splitAsStream(row[4])
            .filter(parameter -> !parameter.isEmpty())
            .map(parameter -> parameter.substring(0, parameter.indexOf(':')))
            .toList();
    assertEquals(expected, names);
  }

  /// Documented lines that cannot work, with the reason why.
  private static final Map<String, String> BROKEN =
      Map.of(
          "/worksheets/{id|name}/range(address='<address>'/entireRow",
          "the closing parenthesis is missing");

  @Test
  void everyDocumentedSpellingOfAnOperationIsUnderstood() throws IOException {
    int understood = 0;
    for (var row : Reference.table("documented-spellings.tsv")) {
      var path = WORKBOOK + asDocumented(row[1]);
      if (row[2].isEmpty() || BROKEN.containsKey(row[1])) {
        continue;
      }
      var route = PARSER.parse(row[0], path);
      var operation = row[2].split(" ");
      if (operation[1].equals("function") || operation[1].equals("action")) {
        assertEquals(operation[2], lastCall(route), row[1]);
      }
      understood++;
    }
    assertEquals(287, understood);
  }

  @Test
  void documentedLinesOutsideTheModelAreRefused() throws IOException {
    for (var row : Reference.table("documented-spellings.tsv")) {
      // `visibleView/itemAt` and the like: no such operation, whoever documents it
      if (row[2].isEmpty() || BROKEN.containsKey(row[1])) {
        var path = WORKBOOK + asDocumented(row[1]);
        assertThrows(PathFault.class, () -> PARSER.parse(row[0], path), path);
      }
    }
  }

  private static String lastCall(Route route) {
    return switch (route.last()) {
      case Segment.FunctionCall call -> signature(call.function());
      case Segment.ActionCall call -> signature(call.action());
      default -> route.last().toString();
    };
  }

  private static String signature(Operation operation) {
    return operation.parameters().stream()
        .map(Parameter::name)
        .collect(Collectors.joining(",", operation.name() + "(", ")"));
  }

  private static void assertPrintable(String method, Route route) {
    var printed = PathPrinter.path(route);
    assertEquals(route, PARSER.parse(method, printed), printed);
  }

  private static List<Parameter> missing(Route route) {
    return route.last() instanceof Segment.FunctionCall call ? call.missing() : List.of();
  }

  /// Values and escapes as the kiota generator's clients send them.
  private static String asSentBySdk(String template) {
    return template
        .replaceAll("'\\{[A-Za-z]+}'", "'%27It%27%27s%27%21A1%3AB2'")
        .replaceAll("\\{[A-Za-z]+%2Did}", "Sheet%201%20%26%20%27x%27")
        .replace("{valuesOnly}", "true")
        .replaceAll("\\{[A-Za-z]+1?}", "-2");
  }

  private static String asDocumented(String path) {
    return path.replace("address={address}", "address='A1:B2'")
        .replace("key={operation-id}", "key='9'")
        .replace("'<address>'", "'Sheet1!A1:B2'")
        .replace("<address>", "Sheet1!A1:B2")
        .replaceAll("\\{(n|index|row|column)}", "3")
        .replaceAll("=n\\b", "=3");
  }
}
