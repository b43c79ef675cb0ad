package dev.quire.server.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Paths as the published clients send them, and worse.
final class PathsTest {
  private static Listening server;

  @BeforeAll
  static void start() throws IOException {
    server =
        new Listening(request ->
            Listening.text(
                request.rawPath().length() > 1000
                    ? request.rawPath().length() + " characters"
                    : request.rawPath() + request.rawQuery().map(q -> "?" + q).orElse("")));
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/v1.0/me/drive/root:/a%20b/Book1.xlsx:/workbook/worksheets('Sheet%201')/range(address='A1:B2')",
        "/v1.0/me/drive/root%3A/a%20b/Book1.xlsx%3A/workbook/worksheets%28%27S%27%29",
        "/v1.0/drives/b%21abc/items/01A%215/workbook/worksheets/%7B00000000-0001-0000-0000-000000000000%7D",
        "/v1.0/me/worksheets/{00000000-0001-0000-0000-000000000000}/name",
        "/v1.0/me/drive/root:/a%2Fb:/workbook",
        "/v1.0/me/worksheets/a;b/range",
        "/v1.0/me/worksheets/a%3Bb/range",
        "/v1.0/me/worksheets('It%27%27s')",
        "/v1.0/me/worksheets/%E6%97%A5%E6%9C%AC/range",
        "/v1.0/$batch",
        "/v1.0/me/worksheets/50%25/range",
        "/v1.0/me/worksheets/a%5Cb/range",
        "/v1.0/me/worksheets/a|b^c/range",
        "/v1.0/me/worksheets/say\"x\"/range",
        "/v1.0/me//worksheets",
        "/v1.0/me/worksheets/a+b/range",
        "/v1.0/me/range(address=''It''s%20a%7Cb'%21A1%3AB2')",
        "/v1.0/me/range(address='Sheet1!A1:B2,C3')",
      })
  void pathArrivesAsSent(String path) throws IOException {
    assertEquals(path, server.raw().get(path).body());
  }

  @Test
  void queryArrivesAsSent() throws IOException {
    var path = "/v1.0/me?$filter=name%20eq%20%27Sheet%201%27&$select=id,name&$top=5";
    assertEquals(path, server.raw().get(path).body());
  }

  @ParameterizedTest
  @ValueSource(strings = {"/v1.0/%00", "/v1.0/%2e%2e/x", "/v1.0/a%zz", "/v1.0/..%2fx/../../.."})
  void pathsThatCannotBeTrustedAnswer400InTheUsualShape(String path) throws IOException {
    var reply = server.raw().get(path);
    assertEquals(400, reply.status());
    assertTrue(reply.body().startsWith("{\"error\":{"), reply.body());
  }

  @Test
  void addressOf60000CharactersArrives() throws IOException {
    var reply = server.raw().get("/v1.0/" + "a".repeat(60_000));
    assertEquals("60006 characters", reply.body());
  }

  @Test
  void longerAddressAnswers414InTheUsualShape() throws IOException {
    var reply = server.raw().get("/v1.0/" + "a".repeat(70_000));
    assertEquals(414, reply.status());
    assertTrue(reply.body().contains("\"message\":\"The address is too long.\""), reply.body());
  }

  @Test
  void tooManyHeadersAnswer431InTheUsualShape() throws IOException {
    var reply = server.raw().get("/v1.0/", "x: " + "a".repeat(70_000));
    assertEquals(431, reply.status());
    assertTrue(reply.body().contains("\"innerError\":{"), reply.body());
  }

  @Test
  void garbageAnswers400() throws IOException {
    assertEquals(400, server.raw().send("\u0001\u0002 nothing\r\n\r\n").status());
  }
}
