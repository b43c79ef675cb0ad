package dev.quire.graph;

import dev.quire.graph.gate.Access;
import dev.quire.graph.json.Json;
import dev.quire.graph.json.JsonFlag;
import dev.quire.graph.json.JsonNull;
import dev.quire.graph.json.JsonObject;
import dev.quire.graph.json.JsonOut;
import dev.quire.graph.path.Argument;
import dev.quire.graph.path.Route;
import dev.quire.graph.path.Segment;
import dev.quire.graph.resource.BadArgument;
import dev.quire.graph.resource.NotAllowed;
import dev.quire.session.BookRef;
import dev.quire.session.Operation;
import dev.quire.session.SessionFault;
import dev.quire.session.SessionInfo;
import dev.quire.session.Sessions;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/// createSession, refreshSession, closeSession, and what is asked about long-running operations
/// (semantics §1).
final class SessionCalls {
  private static final String CREATE = "createSession";
  private static final String REFRESH = "refreshSession";
  private static final String CLOSE = "closeSession";
  private static final String INFO = "sessionInfoResource";
  private static final String OPERATIONS = "operations";
  private static final String DEFAULTED =
      "persistChanges was not given; this session was opened with persistChanges %s.";

  private final GraphSettings settings;
  private final Entry entry;
  private final Sessions sessions;
  private final BookFinder books;
  private final LongRunning longRunning;
  private final OperationCalls operations;

  SessionCalls(GraphSettings settings, Entry entry, Sessions sessions) {
    this.settings = settings;
    this.entry = entry;
    this.sessions = sessions;
    this.books = new BookFinder(entry, sessions);
    this.longRunning = new LongRunning(settings, sessions);
    this.operations = new OperationCalls(entry, sessions);
  }

  /// Whether a route is one of those answered here.
  boolean handles(Route route) {
    List<Segment> steps = route.workbookPart();
    return !steps.isEmpty()
        && switch (steps.getFirst()) {
          case Segment.ActionCall call ->
              List.of(CREATE, REFRESH, CLOSE).contains(call.action().name());
          case Segment.FunctionCall call -> call.function().name().equals(INFO);
          case Segment.Navigation navigation -> navigation.property().name().equals(OPERATIONS);
          default -> false;
        };
  }

  /// Adds to the answer of a request in a session what its owner has to know.
  Answer noting(Call call, Answer answer) {
    return call.ticket()
        .flatMap(ticket -> sessions.tellNotice(call.caller().userId(), ticket))
        .map(notice -> answer.noting(List.of(notice)))
        .orElse(answer);
  }

  Answer answer(Call call) throws IOException {
    entry.check(call.caller(), Access.SESSION);
    List<Segment> steps = call.route().workbookPart();
    return switch (steps.getFirst()) {
      case Segment.ActionCall action -> act(call, action.action().name());
      case Segment.FunctionCall info -> sessionOf(call, info);
      default -> operations.answer(call, steps);
    };
  }

  private Answer act(Call call, String action) throws IOException {
    if (!call.request().method().equals("POST")) {
      throw new NotAllowed(call.request().method(), "POST, OPTIONS");
    }
    JsonObject body = call.body();
    if (action.equals(CREATE)) {
      return create(call, body);
    }
    String ticket =
        call.ticket().filter(id -> !id.isEmpty()).orElseThrow(SessionHeaderMissing::new);
    String user = call.caller().userId();
    BookRef book = books.find(call);
    if (action.equals(REFRESH)) {
      sessions.refresh(user, book, ticket);
    } else {
      return sessions
          .close(user, book, ticket)
          .map(saves -> Answer.noContent().reporting(saves))
          .orElseGet(Answer::noContent);
    }
    return Answer.noContent();
  }

  /// The workbook, for calls that are in no session.
  private BookRef book(Call call) {
    return entry.find(call.caller(), call.route().itemPart()).book().with(call.password());
  }

  private Answer create(Call call, JsonObject body) {
    Optional<Boolean> wanted = persistChanges(body);
    boolean persistent = wanted.orElse(settings.persistByDefault());
    BookRef book = book(call);
    String user = call.caller().userId();
    if (!longRunning.isAllowed(call)) {
      return created(call, sessions.create(user, book, persistent), wanted.isEmpty());
    }
    Operation operation =
        longRunning.start(call, book, () -> sessions.create(user, book, persistent));
    return longRunning
        .result(operation, SessionInfo.class)
        .map(session -> created(call, session, wanted.isEmpty()))
        .orElseGet(() -> LongRunning.accepted(call, operation));
  }

  private static Optional<Boolean> persistChanges(JsonObject body) {
    Json given = body.find("persistChanges").orElse(new JsonNull());
    return switch (given) {
      case JsonFlag(boolean flag) -> Optional.of(flag);
      case JsonNull _ -> Optional.empty();
      default ->
          throw new BadArgument(
              "'persistChanges' has to be true or false, not " + given.kind() + ".");
    };
  }

  private static Answer created(Call call, SessionInfo session, boolean defaulted) {
    Answer answer = Answer.json(call, 201, out -> write(call, session, out));
    return defaulted ? answer.noting(List.of(DEFAULTED.formatted(session.persistent()))) : answer;
  }

  private static void write(Call call, SessionInfo session, JsonOut out) {
    out.beginObject()
        .text("@odata.context", Context.ofType(call, "microsoft.graph.workbookSessionInfo"))
        .flag("persistChanges", session.persistent())
        .text("id", session.ticket())
        .endObject();
  }

  private Answer sessionOf(Call call, Segment.FunctionCall info) {
    String key = info.arguments().get("key") instanceof Argument.Text(String text) ? text : "";
    Operation operation = sessions.operation(call.caller().userId(), book(call), key);
    SessionInfo session =
        operation
            .result(SessionInfo.class)
            .orElseThrow(() -> new SessionFault.UnknownOperation(key));
    return Answer.json(call, 200, out -> write(call, session, out));
  }

  /// A session call without the header that names the session. Expected, so without a stack trace.
  static final class SessionHeaderMissing extends RuntimeException {
    private static final long serialVersionUID = 1;

    SessionHeaderMissing() {
      super("workbook-session-id is missing", null, false, false);
    }
  }
}
