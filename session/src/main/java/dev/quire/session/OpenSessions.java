package dev.quire.session;

import java.util.Collection;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/// The sessions that are open on this server.
///
/// @param byTicket each under its ticket
record OpenSessions(ConcurrentMap<String, Session> byTicket) {
  OpenSessions() {
    this(new ConcurrentHashMap<>());
  }

  Collection<Session> all() {
    return byTicket.values();
  }

  /// How many a user has.
  long count(String user) {
    return all().stream().filter(each -> each.isOf(user)).count();
  }

  /// How many there are on a workbook.
  long count(BookRef.Key book) {
    return all().stream().filter(each -> each.book().key().equals(book)).count();
  }

  /// Those on a workbook.
  List<Session> on(OpenBook book) {
    return all().stream().filter(each -> each.book() == book).toList();
  }

  /// Ends one.
  void end(Session session) {
    session.end();
    byTicket.remove(session.info().ticket(), session);
  }
}
