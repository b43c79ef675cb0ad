package dev.quire.graph;

import dev.quire.graph.fault.Envelope;
import dev.quire.graph.fault.GraphError;
import dev.quire.graph.fault.RequestErrors;
import dev.quire.graph.json.JsonOut;
import dev.quire.graph.path.Segment;
import dev.quire.graph.resource.NotAllowed;
import dev.quire.graph.resource.NotServed;
import dev.quire.graph.resource.Served;
import dev.quire.session.BookRef;
import dev.quire.session.Operation;
import dev.quire.session.SessionInfo;
import dev.quire.session.Sessions;
import java.util.List;
import java.util.Optional;

/// What is asked about long-running operations (semantics §1.3). A user sees those that were
/// started by the same user on the same workbook, as long as their results are kept. They cannot be
/// listed (D).
record OperationCalls(Entry entry, Sessions sessions) {
  Answer answer(Call call, List<Segment> steps) {
    boolean isOne = steps.size() > 1 && !(steps.get(1) instanceof Segment.Count);
    if (!call.reads() || !isOne) {
      throw new NotAllowed(
          call.request().method(),
          isOne ? "GET, HEAD, OPTIONS" : "OPTIONS",
          Optional.of(Served.OF_OPERATIONS));
    }
    BookRef book = entry.find(call.caller(), call.route().itemPart()).book().with(call.password());
    Call at = call.at(book.itemId());
    return steps.size() == 2 ? one(at, book, steps) : property(at, book, steps);
  }

  private Operation find(Call call, BookRef book, Segment step) {
    if (!(step instanceof Segment.Key key)) {
      throw new NotServed("workbook/operations");
    }
    return sessions.operation(call.caller().userId(), book, key.value());
  }

  private Answer one(Call call, BookRef book, List<Segment> steps) {
    Operation operation = find(call, book, steps.get(1));
    return Answer.json(
        call,
        200,
        out -> {
          out.beginObject().text("@odata.context", Context.of(call, List.of()));
          members(call, operation, out);
          out.endObject();
        });
  }

  private Answer property(Call call, BookRef book, List<Segment> steps) {
    Operation operation = find(call, book, steps.get(1));
    if (steps.size() > 3 || !(steps.get(2) instanceof Segment.PropertyAccess access)) {
      throw new NotServed("workbookOperation/" + steps.get(2));
    }
    call.options().onlyForPlainValues();
    String name = access.property().name();
    return Answer.json(
        call,
        200,
        out -> {
          out.beginObject().text("@odata.context", Context.of(call, List.of())).name("value");
          switch (name) {
            case "id" -> out.text(operation.id());
            case "status" -> out.text(word(operation.status()));
            case "resourceLocation" ->
                location(call, operation).ifPresentOrElse(out::text, out::nothing);
            case "error" ->
                error(operation)
                    .ifPresentOrElse(
                        error -> Envelope.writeOperationError(error, out), out::nothing);
            default -> throw new NotServed("workbookOperation/" + name);
          }
          out.endObject();
        });
  }

  private static void members(Call call, Operation operation, JsonOut out) {
    out.text("id", operation.id()).text("status", word(operation.status()));
    location(call, operation).ifPresent(location -> out.text("resourceLocation", location));
    error(operation)
        .ifPresent(error -> {
          out.name("error");
          Envelope.writeOperationError(error, out);
        });
  }

  private static Optional<GraphError> error(Operation operation) {
    return operation
        .failure()
        .map(failure -> Faults.error(failure).orElseGet(RequestErrors::internal));
  }

  /// Where the result is; deleted rows have none.
  private static Optional<String> location(Call call, Operation operation) {
    Optional<String> function =
        operation
            .result(SessionInfo.class)
            .map(_ -> "sessionInfoResource")
            .or(() ->
                operation
                    .result(ChangedRow.class)
                    .flatMap(ChangedRow::row)
                    .map(_ -> "tableRowOperationResult"));
    return function.map(
        name -> "%s/%s(key='%s')".formatted(LongRunning.workbookUrl(call), name, operation.id()));
  }

  private static String word(Operation.Status status) {
    return switch (status) {
      case RUNNING -> "running";
      case SUCCEEDED -> "succeeded";
      case FAILED -> "failed";
    };
  }
}
