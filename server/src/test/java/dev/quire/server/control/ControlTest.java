package dev.quire.server.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.quire.graph.exchange.GraphRequest;
import dev.quire.graph.exchange.Headers;
import dev.quire.server.clock.DevelopmentClock;
import dev.quire.server.http.Answers;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The control pages as a function, without a server around them.
final class ControlTest {
  private static final InstantSource START =
      InstantSource.fixed(Instant.parse("2026-11-23T10:00:00Z"));

  private final DevelopmentClock clock = new DevelopmentClock(START);
  private final ControlPages pages =
      new ControlPages(Map.of("clock", new ClockControl(clock)), "secret", new Answers(clock));

  private record Reply(int status, String body) {}

  private Reply send(String method, String path, String authorization, String body)
      throws IOException {
    var request =
        new GraphRequest(
            method,
            path,
            Optional.empty(),
            Headers.of(Map.of("authorization", List.of(authorization))),
            new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)),
            "http://localhost",
            "id",
            "127.0.0.1");
    var answer = pages.answer(request);
    var out = new ByteArrayOutputStream();
    answer.body().writeTo(out);
    return new Reply(answer.status(), out.toString(StandardCharsets.UTF_8));
  }

  private Reply order(String body) throws IOException {
    return send("POST", "/.quire/clock", "Bearer secret", body);
  }

  @Test
  void clockIsShownMovedAndPutBack() throws IOException {
    var shown = send("GET", "/.quire/clock", "Bearer secret", "");
    assertEquals(200, shown.status());
    assertTrue(shown.body().contains("2026-11-23T10:00:00Z"), shown.body());
    assertTrue(order("{\"advance\":\"PT6M\"}").body().contains("2026-11-23T10:06:00Z"));
    assertTrue(order("{\"advance\":\"PT1H\"}").body().contains("PT1H6M"));
    assertTrue(order("{\"reset\":true}").body().contains("PT0S"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Bearer", "Bearer wrong", "Bearer secret2", "secret"})
  void withoutTheSecretNothingIsToldOrChanged(String authorization) throws IOException {
    assertEquals(401, send("GET", "/.quire/clock", authorization, "").status());
    assertEquals(401, send("GET", "/.quire/nothing", authorization, "").status());
    var order = send("POST", "/.quire/clock", authorization, "{\"advance\":\"PT6M\"}");
    assertEquals(401, order.status());
    assertEquals(Duration.ZERO, clock.offset());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "{}",
        "{\"advance\":6}",
        "{\"advance\":\"6m\"}",
        "{\"advance\":\"PT-1M\"}",
        "{\"advance\":\"P9999999D\"}",
        "{\"reset\":false}",
        "{\"advance\":\"PT1M\",\"reset\":true}"
      })
  void ordersThatMakeNoSenseAnswer400AndChangeNothing(String body) throws IOException {
    assertEquals(400, order(body).status());
    assertEquals(Duration.ZERO, clock.offset());
  }

  @Test
  void unknownControlAnswers404AndOtherMethods405() throws IOException {
    assertEquals(404, send("GET", "/.quire/faults", "Bearer secret", "").status());
    assertEquals(404, send("GET", "/.quire", "Bearer secret", "").status());
    assertEquals(405, send("PUT", "/.quire/clock", "Bearer secret", "").status());
  }

  @Test
  void listenersHearOfEveryChange() {
    var heard = new ArrayList<Duration>();
    clock.onChange(() -> heard.add(clock.offset()));
    clock.advance(Duration.ofMinutes(6));
    clock.reset();
    assertEquals(List.of(Duration.ofMinutes(6), Duration.ZERO), heard);
  }

  @Test
  void clockNeverRunsBackwardsByAStep() {
    assertThrows(IllegalArgumentException.class, () -> clock.advance(Duration.ofSeconds(-1)));
    assertThrows(IllegalArgumentException.class, () -> clock.advance(Duration.ofDays(4000)));
    clock.advance(Duration.ofDays(3000));
    assertThrows(IllegalArgumentException.class, () -> clock.advance(Duration.ofDays(3000)));
    assertEquals(Duration.ofDays(3000), clock.offset());
  }
}
