package dev.quire.conformance.surface;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.quire.conformance.fixture.Ask;
import dev.quire.conformance.fixture.Reply;
import dev.quire.conformance.fixture.WorkbookServer;
import dev.quire.conformance.surface.Coverage.State;
import dev.quire.graph.edm.EdmModel;
import dev.quire.graph.edm.TypeRef;
import java.io.ByteArrayInputStream;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// `$metadata` and `$openapi`: exactly what is served, to anybody.
final class DocumentTest {
  @RegisterExtension static final WorkbookServer SERVER = WorkbookServer.graph();
  private static final Pattern TYPE = Pattern.compile("Type=\"(?:Collection\\()?graph\\.(\\w+)");
  private static final Pattern DEFINED =
      Pattern.compile("<(?:Entity|Complex|Enum)Type Name=\"(\\w+)");
  private static final Set<String> METHODS = Set.of("get", "post", "patch", "delete");

  private final Coverage coverage = new Coverage();

  private static Reply document(String name) {
    return SERVER.exchange().send(Ask.get("/v1.0/" + name)).is(200);
  }

  @Test
  void metadataIsAModelInWhichNoTypeIsMissing() {
    Reply metadata = document("$metadata");
    assertEquals("application/xml", metadata.header("content-type").orElse(""));
    EdmModel.load(new ByteArrayInputStream(metadata.body()));
    assertTrue(names(DEFINED, metadata.text()).containsAll(names(TYPE, metadata.text())));
  }

  private static Set<String> names(Pattern pattern, String text) {
    var names = new HashSet<String>();
    Matcher matcher = pattern.matcher(text);
    while (matcher.find()) {
      names.add(matcher.group(1));
    }
    return names;
  }

  @Test
  void metadataHasTheOperationsThatAreServedAndNoOthers() {
    EdmModel model = EdmModel.load(new ByteArrayInputStream(document("$metadata").body()));
    for (Operation each : Operation.all()) {
      boolean isCall = each.kind().equals("action") || each.kind().equals("function");
      boolean many = each.owner().startsWith("Collection(");
      String owner = each.owner().replaceAll("Collection\\((.*)\\)", "$1");
      if (isCall) {
        boolean listed = !model.overloads(new TypeRef(owner, many), each.name()).isEmpty();
        assertEquals(coverage.state(each) == State.SERVED, listed, each.id());
      }
      if (each.kind().equals("get-property") && each.hasPath()) {
        boolean listed =
            model.findType(owner).flatMap(type -> type.findProperty(each.name())).isPresent();
        boolean byMistake = listed && coverage.state(each) == State.NOT_YET;
        boolean isOfSession = owner.equals("workbookOperation");
        assertFalse(byMistake && !isOfSession, each.id());
      }
    }
  }

  @Test
  void everyPathOfOpenApiKnowsTheSession() {
    JsonObject openApi = document("$openapi").json();
    assertEquals("3.1.0", openApi.get("openapi").getAsString());
    JsonObject session =
        openApi
            .getAsJsonObject("components")
            .getAsJsonObject("parameters")
            .getAsJsonObject("session");
    assertEquals("workbook-session-id", session.get("name").getAsString());
    assertEquals("header", session.get("in").getAsString());
    for (Map.Entry<String, JsonElement> path : openApi.getAsJsonObject("paths").entrySet()) {
      assertTrue(
          path.getValue()
              .getAsJsonObject()
              .get("parameters")
              .toString()
              .contains("#/components/parameters/session"),
          path.getKey());
    }
  }

  /// Ids are unique, places in braces are declared, references lead somewhere.
  @Test
  void openApiIsWhole() {
    JsonObject openApi = document("$openapi").json();
    var ids = new HashSet<String>();
    for (Map.Entry<String, JsonElement> path : openApi.getAsJsonObject("paths").entrySet()) {
      JsonObject item = path.getValue().getAsJsonObject();
      for (String method : item.keySet()) {
        if (METHODS.contains(method)) {
          assertTrue(
              ids.add(item.getAsJsonObject(method).get("operationId").getAsString()),
              path.getKey());
        }
      }
      Matcher places = Pattern.compile("\\{([^}]+)}").matcher(path.getKey());
      while (places.find()) {
        String name = places.group(1);
        assertTrue(
            name.equals("drive-id")
                || name.equals("item-id")
                || item.get("parameters").toString().contains("\"name\":\"" + name + "\""),
            path.getKey());
      }
    }
    Matcher references =
        Pattern.compile("\"#/components/(\\w+)/(\\w+)\"").matcher(openApi.toString());
    JsonObject components = openApi.getAsJsonObject("components");
    while (references.find()) {
      assertTrue(
          components.getAsJsonObject(references.group(1)).has(references.group(2)),
          references.group());
    }
  }

  /// What is served of an operation is described at the path where its type is told.
  @Test
  void openApiHasAsManyOperationsAsAreServed() {
    String text = document("$openapi").text();
    for (Operation each : Operation.all()) {
      if (each.owner().equals("workbookFunctions") && each.kind().equals("action")) {
        boolean described = text.contains("/workbook/functions/" + each.name() + "\"");
        assertEquals(coverage.state(each) == State.SERVED, described, each.id());
      }
    }
    JsonObject paths = document("$openapi").json().getAsJsonObject("paths");
    String range =
        "/drives/{drive-id}/items/{item-id}/workbook/worksheets/{workbookWorksheet-id}"
            + "/range(address='{address}')";
    assertTrue(paths.getAsJsonObject(range).has("patch"));
    assertTrue(paths.has(range + "/format/font"));
    assertTrue(
        paths.has(range + "/resizedRange(deltaRows={deltaRows},deltaColumns={deltaColumns})"));
  }

  @Test
  void documentsAreForReading() {
    Reply reply = SERVER.exchange().send(Ask.post("/v1.0/$metadata", "{}")).is(405);
    assertEquals("GET, HEAD, OPTIONS", reply.header("allow").orElse(""));
    SERVER.exchange().send(Ask.get("/beta/$metadata")).is(200);
  }
}
