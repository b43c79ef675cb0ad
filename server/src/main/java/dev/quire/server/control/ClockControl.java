package dev.quire.server.control;

import dev.quire.server.clock.DevelopmentClock;
import dev.quire.server.http.Json;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Map;

/// Moves the clock: `{"advance":"PT6M"}` forward, `{"reset":true}` back to the system's time.
public record ClockControl(DevelopmentClock clock) implements Control {
  @Override
  public Map<String, Object> state() {
    return Map.of("now", clock.instant().toString(), "offset", clock.offset().toString());
  }

  @Override
  public void change(Map<String, Object> order) throws OrderRefused {
    var step = Json.text(order, "advance");
    if (order.size() == 1 && step.isPresent()) {
      advance(step.get());
    } else if (order.size() == 1 && Boolean.TRUE.equals(order.get("reset"))) {
      clock.reset();
    } else {
      throw new OrderRefused("Send {\"advance\":\"PT6M\"} or {\"reset\":true}.");
    }
  }

  private void advance(String step) throws OrderRefused {
    try {
      clock.advance(Duration.parse(step));
    } catch (DateTimeParseException garbled) {
      throw new OrderRefused("Not an ISO 8601 duration such as PT6M: " + step);
    } catch (IllegalArgumentException refused) {
      throw new OrderRefused(String.valueOf(refused.getMessage()));
    }
  }
}
