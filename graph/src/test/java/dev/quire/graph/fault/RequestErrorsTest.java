package dev.quire.graph.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.quire.graph.edm.EdmModel;
import dev.quire.graph.json.JsonFault;
import dev.quire.graph.json.JsonReader;
import dev.quire.graph.path.PathFault;
import dev.quire.graph.path.PathParser;
import dev.quire.graph.query.QueryFault;
import dev.quire.graph.query.QueryParser;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RequestErrorsTest {
  private static final PathParser PARSER = new PathParser(EdmModel.bundled());

  @Test
  void keyPredicateOnRangeIsTheObservedBadRequest() {
    var path = "/v1.0/me/drive/items/1/workbook/worksheets/S/range('address=A1:B1')";
    var fault = assertThrows(PathFault.class, () -> PARSER.parse("PATCH", path));
    assertEquals(
        GraphError.front(
            400,
            "BadRequest",
            "The request URI is not valid. The segment 'range' cannot include key predicates,"
                + " however it may end with empty parenthesis."),
        RequestErrors.of(fault));
  }

  @Test
  void tooLongIsUriTooLong() {
    var path = "/v1.0/" + "a".repeat(PathParser.MAX_CHARS);
    var fault = assertThrows(PathFault.class, () -> PARSER.parse("GET", path));
    assertEquals(414, RequestErrors.of(fault).status());
    var query = Optional.of("a".repeat(QueryParser.MAX_CHARS + 1));
    var queryFault = assertThrows(QueryFault.class, () -> QueryParser.parse("GET", query));
    assertEquals(414, RequestErrors.of(queryFault).status());
  }

  @Test
  void bodyOverTheLimitIsPayloadTooLarge() {
    var error = RequestErrors.of(bodyFault("[1,2,3]"));
    assertEquals(413, error.status());
    assertEquals("RequestPayloadSizeLimitExceeded", error.code());
    assertEquals("payloadTooLargeUncategorized", error.details().getFirst().code());
  }

  @Test
  void brokenBodyIsABadRequest() {
    assertEquals("BadRequest", RequestErrors.of(bodyFault("[1")).code());
  }

  @Test
  void errorsOfTheDriveHaveOnlyIdsInside() {
    var drive =
        List.of(
            RequestErrors.tokenMissing(),
            RequestErrors.accessDenied("m"),
            RequestErrors.itemNotFound("m"),
            RequestErrors.notAWorkbook(),
            RequestErrors.throttled("app"));
    assertEquals(List.of(401, 403, 404, 403, 429), drive.stream().map(GraphError::status).toList());
    assertEquals(List.of(), drive.stream().flatMap(error -> error.details().stream()).toList());
  }

  @Test
  void operationThatIsNotServedIsNamed() {
    var error = RequestErrors.notServed("workbookChart/image");
    assertEquals(501, error.status());
    assertEquals(
        "workbookChart/image is part of the API but is not served here yet.", error.message());
  }

  private static JsonFault bodyFault(String body) {
    var reader = new JsonReader(new JsonReader.Limits(5, 100, 3));
    var bytes = body.getBytes(StandardCharsets.UTF_8);
    return assertThrows(JsonFault.class, () -> reader.read(new ByteArrayInputStream(bytes)));
  }
}
