package dev.quire.server.service;

import dev.quire.server.control.Control;
import dev.quire.session.Incident;
import dev.quire.session.Sessions;
import java.util.Locale;
import java.util.Map;

/// What happened to acknowledged changes: recoveries, conflicts, damage. Only to be looked at.
record IncidentControl(Sessions sessions) implements Control {
  @Override
  public Map<String, Object> state() {
    return Map.of("incidents", sessions.incidents().stream().map(IncidentControl::fields).toList());
  }

  private static Map<String, Object> fields(Incident incident) {
    return Map.of(
        "at", incident.at().toString(),
        "kind", incident.kind().name().toLowerCase(Locale.ROOT),
        "file", incident.file(),
        "message", incident.message());
  }

  @Override
  public void change(Map<String, Object> order) throws OrderRefused {
    throw new OrderRefused("Incidents can only be looked at.");
  }
}
