package dev.quire.graph;

import dev.quire.engine.value.ErrorValue;
import dev.quire.engine.value.Value;
import dev.quire.graph.edm.Operation;
import dev.quire.graph.gate.Access;
import dev.quire.graph.json.JsonObject;
import dev.quire.graph.json.JsonOut;
import dev.quire.graph.path.Route;
import dev.quire.graph.path.Segment;
import dev.quire.graph.resource.NotAllowed;
import dev.quire.graph.resource.WorksheetFunctions;
import dev.quire.session.BookRef;
import dev.quire.session.Sessions;
import java.io.IOException;

/// Worksheet functions called through the API (semantics §12): calculated on the workbook as the
/// session of the request sees it, kept nowhere.
final class FunctionCalls {
  private static final String FUNCTIONS = "workbookFunctions";
  private static final String RESULT = "microsoft.graph.workbookFunctionResult";

  private final Entry entry;
  private final Sessions sessions;
  private final BookFinder books;

  FunctionCalls(Entry entry, Sessions sessions) {
    this.entry = entry;
    this.sessions = sessions;
    this.books = new BookFinder(entry, sessions);
  }

  /// Whether a route calls a worksheet function.
  boolean handles(Route route) {
    return route.last() instanceof Segment.ActionCall call
        && call.action().binding().name().equals(FUNCTIONS);
  }

  Answer answer(Call call) throws IOException {
    if (!call.request().method().equals("POST")) {
      throw new NotAllowed(call.request().method(), "POST, OPTIONS");
    }
    entry.check(call.caller(), Access.WORKBOOK_READ);
    BookRef book = books.find(call);
    JsonObject body = call.body();
    Operation function = ((Segment.ActionCall) call.route().last()).action();
    Value result =
        sessions.calculate(
            call.caller().userId(),
            book,
            call.ticket(),
            (workbook, environment) ->
                WorksheetFunctions.call(workbook, function, body, environment));
    Call found = call.at(book.itemId());
    return Answer.json(found, 200, out -> write(found, function, result, out));
  }

  /// An error of Excel is a result like others; it stands in `error`, and `value` is null (?).
  private static void write(Call call, Operation function, Value result, JsonOut out) {
    out.beginObject()
        .text("@odata.context", Context.ofType(call, RESULT))
        .text("@odata.type", "#" + RESULT)
        .text("@odata.id", Context.id(call, "/functions/" + function.name() + "()"))
        .name("error");
    if (result instanceof ErrorValue error) {
      out.text(error.word()).name("value").nothing();
    } else {
      out.nothing().name("value");
      WorksheetFunctions.write(result, out);
    }
    out.endObject();
  }
}
