package dev.quire.conformance.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import dev.quire.conformance.fixture.Ask;
import dev.quire.conformance.fixture.BookFile;
import dev.quire.conformance.fixture.Reply;
import dev.quire.conformance.fixture.Tokens;
import dev.quire.conformance.fixture.User;
import dev.quire.conformance.fixture.WorkbookServer;
import dev.quire.server.token.TokenOrder;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Requests whose token is missing or cannot be trusted (semantics §5).
final class TokenTest {
  @RegisterExtension static final WorkbookServer SERVER = WorkbookServer.graph();

  private final BookFile book = SERVER.book();

  private static Reply refused(Reply reply) {
    reply.refuses(401, "InvalidAuthenticationToken", "");
    String challenge = reply.header("www-authenticate").orElseThrow();
    assertTrue(challenge.startsWith("Bearer"), challenge);
    JsonObject inner = reply.error().getAsJsonObject("innerError");
    assertEquals(List.of("date", "request-id", "client-request-id"), List.copyOf(inner.keySet()));
    return reply;
  }

  private Reply withAuthorization(String value) {
    return SERVER.exchange().send(Ask.get(book.cell("A1")).with("Authorization", value));
  }

  @Test
  void noTokenAnswers401() {
    Reply reply = refused(SERVER.exchange().send(Ask.get(book.cell("A1"))));
    assertEquals("Access token is empty.", reply.message());
  }

  @ParameterizedTest
  @ValueSource(strings = {"Bearer", "Bearer ", "", "Basic YTpi", "bearer\t"})
  void emptyTokenAnswers401(String authorization) {
    assertEquals("Access token is empty.", refused(withAuthorization(authorization)).message());
  }

  @ParameterizedTest
  @ValueSource(strings = {"nonsense", "a.b.c", "..", "e30.e30.e30", "e30.e30."})
  void garbledTokenAnswers401(String token) {
    refused(withAuthorization("Bearer " + token));
  }

  @Test
  void expiredTokenAnswers401() {
    User ann = SERVER.user(TokenOrder.work("ann", Duration.ofMinutes(10)));
    ann.send(Ask.get(book.cell("A1"))).is(200);
    SERVER.wait(Duration.ofMinutes(20));
    refused(ann.send(Ask.get(book.cell("A1"))));
  }

  static Stream<String> forged() throws Exception {
    String good = SERVER.user("ann").token();
    return Stream.of(
        Tokens.withAudience(SERVER, "https://somebody.else"),
        Tokens.withIssuer(SERVER, "https://evil.example"),
        Tokens.notYetValid(SERVER),
        Tokens.unsigned(good),
        Tokens.signedBySomebodyElse(good),
        Tokens.signedWithPublicKeyAsSecret(SERVER, good),
        good.substring(0, good.lastIndexOf('.') + 1),
        good.substring(0, good.length() - 4) + "AAAA");
  }

  @ParameterizedTest
  @MethodSource("forged")
  void forgedTokenAnswers401(String token) {
    refused(withAuthorization("Bearer " + token));
  }

  @Test
  void tokenIsAskedForBeforeAnythingElse() {
    for (Ask ask :
        List.of(
            Ask.get("/v1.0/me/drive/items/nonsense/workbook/nonsense"),
            Ask.post(book.workbook() + "/createSession", "{"),
            Ask.post(book.workbook() + "/closeSession").in("nonsense"),
            Ask.of("DELETE", book.item()))) {
      refused(SERVER.exchange().send(ask));
    }
  }

  @Test
  void wordBearerIgnoresCase() {
    String token = SERVER.user("ann").token();
    withAuthorization("bearer " + token).is(200);
    withAuthorization("BEARER " + token).is(200);
  }

  @Test
  void errorEchoesTheClientRequestId() {
    Reply reply =
        SERVER
            .exchange()
            .send(Ask.get(book.cell("A1")).with("client-request-id", "my-request"))
            .is(401);
    assertEquals("my-request", reply.header("client-request-id").orElseThrow());
    assertEquals(
        "my-request",
        reply.error().getAsJsonObject("innerError").get("client-request-id").getAsString());
  }
}
