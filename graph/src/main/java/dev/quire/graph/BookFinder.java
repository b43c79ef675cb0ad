package dev.quire.graph;

import dev.quire.session.BookRef;
import dev.quire.session.SessionFault;
import dev.quire.session.Sessions;

/// Finds the workbook that a request is about. A request in a session whose workbook has been
/// deleted is told so, and not that the item is unknown (semantics §1.6).
record BookFinder(Entry entry, Sessions sessions) {
  BookRef find(Call call) {
    return entry
        .locate(call.caller(), call.route().itemPart())
        .map(found -> found.book().with(call.password()))
        .orElseThrow(() -> missing(call));
  }

  private RuntimeException missing(Call call) {
    String user = call.caller().userId();
    return call.ticket().filter(ticket -> sessions.hasLostWorkbook(user, ticket)).isPresent()
        ? new SessionFault.WorkbookGone(call.request().rawPath())
        : Entry.NoItem.item();
  }
}
