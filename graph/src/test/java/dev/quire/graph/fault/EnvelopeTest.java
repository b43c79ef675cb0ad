package dev.quire.graph.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.quire.graph.json.JsonOut;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class EnvelopeTest {
  private static final Instant MOMENT = Instant.parse("2026-04-20T10:48:41.987Z");
  private static final String IDS =
      "\"date\":\"2026-04-20T10:48:41\",\"request-id\":\"r\",\"client-request-id\":\"c\"";

  @Test
  void specificCodeIsOnTopAndRepeatedInside() throws IOException {
    assertEquals(
        "{\"error\":{\"code\":\"GenericFileOpenError\",\"message\":\"The workbook cannot be"
            + " opened.\",\"innerError\":{\"code\":\"internalServerErrorUncategorized\",\"message\":\"An"
            + " unspecified error has occurred.\",\"innerError\":{\"code\":\"GenericFileOpenError\","
            + "\"message\":\"The workbook cannot be opened.\"},"
            + IDS
            + "}}}",
        observed(GraphError.of(ServiceCode.GENERIC_FILE_OPEN_ERROR)));
  }

  @Test
  void publishedCodeIsCapitalisedOnTop() throws IOException {
    assertEquals(
        "{\"error\":{\"code\":\"ItemNotFound\",\"message\":\"There is no worksheet X.\",\"innerError\":"
            + "{\"code\":\"itemNotFound\",\"message\":\"The requested resource doesn't exist.\","
            + IDS
            + "}}}",
        observed(GraphError.of(ErrorCode.ITEM_NOT_FOUND, "There is no worksheet X.")));
  }

  @Test
  void codeWithoutCategoryStandsForItself() throws IOException {
    var error = GraphError.of(ServiceCode.API_NOT_FOUND, "m");
    assertEquals(
        "{\"error\":{\"code\":\"ApiNotFound\",\"message\":\"m\",\"innerError\":{\"code\":\"apiNotFound\","
            + "\"message\":\"m\","
            + IDS
            + "}}}",
        observed(error));
  }

  @Test
  void errorBeforeExcelHasOnlyIdsInside() throws IOException {
    assertEquals(
        "{\"error\":{\"code\":\"UnknownError\",\"message\":\"Bad Request\",\"innerError\":{"
            + IDS
            + "}}}",
        observed(SessionErrors.headerMissing()));
  }

  @Test
  void expiredSessionInvitesANewOne() throws IOException {
    var message =
        "The session specified in the request does not exist or is invalid due to a transient error.";
    assertEquals(
        "{\"error\":{\"code\":\"ItemNotFound\",\"message\":\""
            + message
            + "\",\"innerError\":{\"code\":\"invalidSessionReCreatable\",\"message\":\""
            + message
            + "\","
            + IDS
            + "}}}",
        observed(SessionErrors.reCreatable()));
  }

  @Test
  void documentedShapeHasTheWordOfTheStatusOnTop() throws IOException {
    var envelope = new Envelope(Envelope.Shape.DOCUMENTED, "r", "c", MOMENT);
    var error = GraphError.of(ErrorCode.ITEM_NOT_FOUND, "There is no worksheet X.");
    assertEquals(
        "{\"error\":{\"code\":\"notFound\",\"message\":\"The resource could not be found.\","
            + "\"innerError\":{\"code\":\"itemNotFound\",\"message\":\"There is no worksheet X.\","
            + IDS
            + "}}}",
        written(out -> envelope.write(error, out)));
  }

  @Test
  void statusWithoutAWordKeepsItsCode() throws IOException {
    var envelope = new Envelope(Envelope.Shape.DOCUMENTED, "r", "c", MOMENT);
    assertEquals(
        "{\"error\":{\"code\":\"BadRequest\",\"message\":\"m\",\"target\":\"t\",\"innerError\":{"
            + IDS
            + "}}}",
        written(out -> envelope.write(GraphError.front(414, "BadRequest", "m").at("t"), out)));
  }

  @Test
  void operationErrorHasNoIds() throws IOException {
    var error = GraphError.of(ServiceCode.GENERIC_FILE_OPEN_ERROR);
    assertEquals(
        "{\"code\":\"internalServerError\",\"message\":\"An internal server error occurred while"
            + " processing the request.\",\"innerError\":{\"code\":\"internalServerErrorUncategorized\","
            + "\"message\":\"An unspecified error has occurred.\",\"innerError\":{\"code\":"
            + "\"GenericFileOpenError\",\"message\":\"The workbook cannot be opened.\"}}}",
        written(out -> Envelope.writeOperationError(error, out)));
  }

  private static String observed(GraphError error) throws IOException {
    var envelope = new Envelope(Envelope.Shape.OBSERVED, "r", "c", MOMENT);
    return written(out -> envelope.write(error, out));
  }

  private static String written(JsonOut.Content content) throws IOException {
    var bytes = new ByteArrayOutputStream();
    JsonOut.write(bytes, content);
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
