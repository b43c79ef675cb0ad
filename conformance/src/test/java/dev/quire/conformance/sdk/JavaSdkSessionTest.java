package dev.quire.conformance.sdk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.graph.drives.item.items.item.workbook.createsession.CreateSessionPostRequestBody;
import com.microsoft.kiota.NativeResponseHandler;
import com.microsoft.kiota.ResponseHandlerOption;
import java.util.List;
import java.util.Optional;
import okhttp3.Response;
import org.junit.jupiter.api.Test;

/// Sessions with the Java SDK.
final class JavaSdkSessionTest extends SdkCase {
  @Test
  void sessionSaysWhetherItPersists() {
    for (boolean persistent : List.of(true, false)) {
      var body = new CreateSessionPostRequestBody();
      body.setPersistChanges(persistent);
      var session = book.createSession().post(body);
      assertEquals(persistent, session.getPersistChanges());
      assertFalse(session.getId().isBlank());
    }
  }

  /// The SDK sends only what changed since it last sent an object: the second time, `{}`.
  @Test
  void bodyThatIsPostedASecondTimeOpensASessionThatDoesNotPersist() {
    var body = new CreateSessionPostRequestBody();
    body.setPersistChanges(true);
    var first = book.createSession().post(body);
    var second = book.createSession().post(body);
    assertNotEquals(first.getId(), second.getId());
    assertTrue(first.getPersistChanges());
    assertFalse(second.getPersistChanges());
  }

  @Test
  void closeAnswers204() {
    String session = Sdk.open(book, true);
    var seen = new NativeResponseHandler();
    var option = new ResponseHandlerOption();
    option.setResponseHandler(seen);
    book.closeSession()
        .post(request -> {
          request.headers.add(Sdk.SESSION, session);
          request.options.add(option);
        });
    try (var response = (Response) seen.getValue()) {
      assertEquals(204, response.code());
      assertEquals(0, response.body().contentLength());
    }
  }

  @Test
  void secondCloseAnswers404() {
    String session = Sdk.open(book, true);
    close(session);
    var error = refused(404, () -> close(session)).getError();
    assertEquals("ItemNotFound", error.getCode());
    assertEquals(
        "invalidSessionReCreatable", error.getInnerError().getAdditionalData().get("code"));
    assertFalse(error.getInnerError().getRequestId().isBlank());
  }

  @Test
  void refreshedSessionStaysOpen() {
    String session = Sdk.open(book, false);
    book.refreshSession().post(request -> request.headers.add(Sdk.SESSION, session));
    assertEquals(2.0, valueOfA1(Optional.of(session)));
  }

  @Test
  void closeWithoutASessionAnswers400() {
    refused(400, () -> book.closeSession().post());
  }

  @Test
  void closedSessionReadsNoMore() {
    String session = Sdk.open(book, false);
    close(session);
    refused(404, () -> valueOfA1(Optional.of(session)));
  }

  @Test
  void sessionThatDoesNotPersistIsSeenByNobodyElse() {
    String session = Sdk.open(book, false);
    write(session, 77);
    assertEquals(77.0, valueOfA1(Optional.of(session)));
    assertEquals(2.0, valueOfA1(Optional.empty()));
    close(session);
    assertEquals(2.0, valueOfA1(Optional.empty()));
  }

  @Test
  void sessionThatPersistsIsSeenByEverybody() {
    String one = Sdk.open(book, true);
    String other = Sdk.open(book, true);
    write(one, 77);
    assertEquals(77.0, valueOfA1(Optional.of(other)));
    close(one);
    close(other);
    assertEquals(77.0, valueOfA1(Optional.empty()));
  }

  private void close(String session) {
    book.closeSession().post(request -> request.headers.add(Sdk.SESSION, session));
  }

  private void write(String session, double number) {
    var cell = book.worksheets().byWorkbookWorksheetId("Sheet1").rangeWithAddress("A1");
    sdk.write(cell, Optional.of(session), Sdk.values(List.of(List.of(number))));
  }

  private Object valueOfA1(Optional<String> session) {
    var cell =
        book.worksheets()
            .byWorkbookWorksheetId("Sheet1")
            .rangeWithAddress("A1")
            .get(request -> session.ifPresent(ticket -> request.headers.add(Sdk.SESSION, ticket)));
    return Grids.rows(cell.getValues()).getFirst().getFirst();
  }
}
