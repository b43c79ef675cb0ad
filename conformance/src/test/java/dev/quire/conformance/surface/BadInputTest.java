package dev.quire.conformance.surface;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.quire.conformance.fixture.Ask;
import dev.quire.conformance.fixture.BookFile;
import dev.quire.conformance.fixture.CommentedBook;
import dev.quire.conformance.fixture.Reply;
import dev.quire.conformance.fixture.RichBook;
import dev.quire.conformance.fixture.User;
import dev.quire.conformance.fixture.WorkbookServer;
import dev.quire.conformance.surface.Coverage.State;
import dev.quire.graph.edm.EdmModel;
import dev.quire.graph.edm.Parameter;
import dev.quire.graph.edm.Property;
import dev.quire.graph.edm.TypeRef;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Bad input for every action and every property that is served, made from the entity model: values
/// of a wrong type, null where it means nothing, what is missing, too long or out of range. Each is
/// refused with a 4xx that names the field, and the file stays as it was.
final class BadInputTest {
  @RegisterExtension static final WorkbookServer SERVER = WorkbookServer.graph();
  private static final EdmModel MODEL = EdmModel.bundled();
  private static final EdmModel BETA = EdmModel.beta();

  /// Values with which an action does something, by parameter.
  private static final Map<String, String> GOOD =
      Map.ofEntries(
          Map.entry("name", "\"Fresh\""),
          Map.entry("reference", "\"=1\""),
          Map.entry("formula", "\"=1\""),
          Map.entry("comment", "\"why\""),
          Map.entry("address", "\"E1:F2\""),
          Map.entry("hasHeaders", "true"),
          Map.entry("index", "0"),
          Map.entry("shift", "\"Down\""),
          Map.entry("applyTo", "\"All\""),
          Map.entry("across", "false"),
          Map.entry("calculationType", "\"Full\""),
          Map.entry("count", "1"),
          Map.entry("percent", "10"),
          Map.entry("criteria1", "\">1\""),
          Map.entry("criteria2", "\"<9\""),
          Map.entry("oper", "\"And\""),
          Map.entry("fields", "[{\"key\":0}]"),
          Map.entry("matchCase", "false"),
          Map.entry("method", "\"PinYin\""),
          Map.entry("type", "\"Line\""),
          Map.entry("sourceData", "\"A1:C5\""),
          Map.entry("seriesBy", "\"Auto\""),
          Map.entry("startCell", "\"A1\""),
          Map.entry("endCell", "\"B2\""),
          Map.entry("color", "\"#FF0000\""),
          Map.entry("persistChanges", "true"));

  /// Members with which POST to a collection makes something.
  private static final Map<String, Map<String, String>> CREATIONS =
      Map.of(
          "comments", Map.of("cellAddress", "\"Other!F6\"", "content", "\"Hi\""),
          "replies", Map.of("content", "\"Hi\""),
          "changes", Map.of("type", "\"setTitle\"", "title", "\"Look\""),
          "tables", Map.of("address", "\"Other!H1:I2\"", "hasHeaders", "true"),
          "names", Map.of("name", "\"Fresh\"", "value", "\"=1\""),
          "charts", Map.of("type", "\"Line\"", "sourceData", "\"A1:C5\"", "seriesBy", "\"Auto\""),
          "columns", Map.of("index", "1"),
          "rows", Map.of("values", "[[1,2,3]]"));

  /// Words of their own kind that parameters of a type do not take.
  private static final Map<String, List<String>> BAD =
      Map.of(
          "Edm.String", List.of("5", "true", "{}", "[]", "[\"a\"]"),
          "Edm.Boolean", List.of("\"yes\"", "1", "{}", "[true]"),
          "Edm.Int32", List.of("\"x\"", "1.5", "1e12", "true", "{}", "[1]"),
          "Edm.Double", List.of("\"x\"", "true", "{}", "[1]"),
          "Edm.Untyped", List.of("{\"nonsense\":1}"));

  private final User ann = SERVER.user("ann");
  private final BookFile book = SERVER.book("Rich.xlsx", RichBook.full());
  private final Coverage coverage = new Coverage();

  BadInputTest() {
    String charts = book.workbook() + "/worksheets/It%27s/charts";
    String chart = "{\"type\":\"3DColumn\",\"sourceData\":\"A1:C5\",\"seriesBy\":\"Auto\"}";
    ann.send(Ask.post(charts + "/add", chart)).is(201);
    ann.send(Ask.patch(charts + "/Chart%201", "{\"name\":\"Chart1\"}")).is(200);
  }

  /// A request that must be refused.
  ///
  /// @param field what the message has to name
  private record Bad(Operation operation, String body, String field) {}

  @TestFactory
  Stream<DynamicTest> actionsRefuseIt() {
    return served("action")
        .filter(each -> !each.owner().equals("workbookFunctions"))
        .map(each -> test(each, ofAction(each)));
  }

  @TestFactory
  Stream<DynamicTest> changesRefuseIt() {
    return served("update").map(each -> test(each, ofUpdate(each)));
  }

  @TestFactory
  Stream<DynamicTest> creationsRefuseIt() {
    return served("create").map(each -> test(each, ofCreation(each)));
  }

  @TestFactory
  Stream<DynamicTest> bodiesThatAreNoObjectsAreRefused() {
    return Stream.concat(served("action"), Stream.concat(served("update"), served("create")))
        .filter(each -> !each.name().endsWith("Session") || each.name().equals("createSession"))
        .map(each ->
            DynamicTest.dynamicTest(
                each.id(),
                () -> {
                  for (String body : List.of("[]", "5", "\"x\"", "{", "{\"a\":1}}", "{\"a\" 1}")) {
                    assertRefused(new Bad(each, body, ""));
                  }
                }));
  }

  /// Of beta too; tasks of replies are left out, as those of comments are the same.
  private Stream<Operation> served(String kind) {
    return Stream.concat(Operation.all().stream(), Operation.beta().stream())
        .filter(each -> each.kind().equals(kind) && coverage.state(each) == State.SERVED)
        .filter(each -> !each.owner().equals("workbookCommentReply"));
  }

  private DynamicTest test(Operation operation, List<Bad> bad) {
    return DynamicTest.dynamicTest(
        operation.id() + " × " + bad.size(), () -> bad.forEach(this::assertRefused));
  }

  private void assertRefused(Bad bad) {
    int before = digest();
    String version = "/" + bad.operation().version() + "/";
    String path = book.workbook().replace("/v1.0/", version) + filled(bad.operation().below());
    Reply reply = ann.send(Ask.of(bad.operation().http(), path).json(bad.body()));
    String what = bad.operation().id() + " " + bad.body() + " gave " + reply.text();
    assertTrue(reply.status() >= 400 && reply.status() < 500, what);
    assertTrue(reply.message().contains(bad.field()), what);
    assertEquals(before, digest(), what);
  }

  /// A digest of the file with every change that was acknowledged.
  private int digest() {
    return Arrays.hashCode(ann.send(Ask.get(book.item() + "/content")).is(200).body());
  }

  private static String filled(String path) {
    return path.replace("/worksheets/Sheet1/names/", "/names/")
        .replace("Sheet1", "It%27s")
        .replace("Table1", "Sales")
        .replace("Column1", "Amount")
        .replace("Name1", "Everything")
        .replace("'A1:B2'", "'E5:F6'")
        .replace("It%27s/tasks", "Other/tasks")
        .replace("{comment-id}", key(CommentedBook.THREAD))
        .replace("{reply-id}", key(CommentedBook.ANSWER))
        .replace("{task-id}", key(CommentedBook.TASK));
  }

  private static String key(String id) {
    return id.replace("{", "%7B").replace("}", "%7D");
  }

  private static List<Bad> ofAction(Operation operation) {
    boolean many = operation.owner().startsWith("Collection(");
    String owner = operation.owner().replaceAll("Collection\\((.*)\\)", "$1");
    var action = MODEL.overloads(new TypeRef(owner, many), operation.name()).getFirst();
    var bad = new ArrayList<Bad>();
    for (Parameter parameter : action.parameters()) {
      for (String value : values(parameter.type())) {
        bad.add(new Bad(operation, body(action.parameters(), parameter, value), parameter.name()));
      }
      boolean hasUsual =
          List.of(
                      "applyTo",
                      "across",
                      "matchCase",
                      "method",
                      "oper",
                      "orientation",
                      "persistChanges")
                  .contains(parameter.name())
              || operation.name().equals("apply") && parameter.name().equals("hasHeaders");
      if (!parameter.nullable() && !hasUsual) {
        bad.add(new Bad(operation, body(action.parameters(), parameter, "null"), parameter.name()));
        bad.add(new Bad(operation, body(action.parameters(), parameter, ""), parameter.name()));
      }
    }
    if (!operation.name().equals("createSession")) { // takes what clients of all ages send
      bad.add(new Bad(operation, "{\"nonsense\":1}", "nonsense"));
    }
    return action.parameters().isEmpty() ? List.of() : bad;
  }

  /// @param value empty to leave the parameter out
  private static String body(List<Parameter> parameters, Parameter meant, String value) {
    boolean isOfRows = parameters.size() == 2 && parameters.getFirst().name().equals("index");
    if (isOfRows && meant.name().equals("index")) {
      return "{\"index\":%s,\"values\":[[1,2,3]]}".formatted(value);
    }
    return parameters.stream()
        .filter(each -> !each.equals(meant) || !value.isEmpty())
        .filter(each -> each.equals(meant) || GOOD.containsKey(each.name()))
        .map(each ->
            "\"%s\":%s".formatted(each.name(), each.equals(meant) ? value : GOOD.get(each.name())))
        .collect(Collectors.joining(",", "{", "}"));
  }

  /// Each member gets bad values beside others that would do.
  private static List<Bad> ofCreation(Operation operation) {
    var bad = new ArrayList<Bad>();
    Map<String, String> good = CREATIONS.getOrDefault(operation.name(), Map.of());
    for (Property property : properties(operation)) {
      for (String value : values(property.type())) {
        var members = new TreeMap<>(good);
        members.put(property.name(), value);
        bad.add(new Bad(operation, object(members), property.name()));
      }
    }
    var members = new TreeMap<>(good);
    members.put("nonsense", "1");
    bad.add(new Bad(operation, object(members), "nonsense"));
    return bad;
  }

  private static String object(Map<String, String> members) {
    return members.entrySet().stream()
        .map(each -> "\"%s\":%s".formatted(each.getKey(), each.getValue()))
        .collect(Collectors.joining(",", "{", "}"));
  }

  private static List<Property> properties(Operation operation) {
    EdmModel model = operation.version().equals("beta") ? BETA : MODEL;
    return model.findType(operation.returns()).orElseThrow().properties();
  }

  private static List<Bad> ofUpdate(Operation operation) {
    var bad = new ArrayList<Bad>();
    for (Property property : properties(operation)) {
      for (String value : values(property.type())) {
        bad.add(
            new Bad(operation, "{\"%s\":%s}".formatted(property.name(), value), property.name()));
      }
    }
    bad.add(new Bad(operation, "{\"nonsense\":1}", "nonsense"));
    bad.add(new Bad(operation, "{}", ""));
    return bad;
  }

  private static List<String> values(TypeRef type) {
    List<String> known = type.collection() ? null : BAD.get(type.name());
    return known == null ? List.of("5", "\"x\"", "true") : known;
  }
}
