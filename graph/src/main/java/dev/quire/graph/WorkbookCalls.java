package dev.quire.graph;

import dev.quire.graph.gate.Access;
import dev.quire.graph.gate.ChartPicture;
import dev.quire.graph.json.JsonObject;
import dev.quire.graph.path.Argument;
import dev.quire.graph.path.Segment;
import dev.quire.graph.query.QueryResolver;
import dev.quire.graph.resource.BadArgument;
import dev.quire.graph.resource.NotAllowed;
import dev.quire.graph.resource.ResourceType.Ids;
import dev.quire.graph.resource.ResourceType.Plan;
import dev.quire.graph.resource.Served;
import dev.quire.graph.resource.Target;
import dev.quire.graph.resource.View;
import dev.quire.graph.resource.Walker;
import dev.quire.session.BookRef;
import dev.quire.session.Guids;
import dev.quire.session.Operation;
import dev.quire.session.SessionFault;
import dev.quire.session.Sessions;
import dev.quire.session.Written;
import dev.quire.workbook.Edit;
import dev.quire.workbook.Workbook;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

/// Everything inside a workbook but its sessions: reads, writes, and what is said about them.
final class WorkbookCalls {
  private static final String STALE =
      "The workbook is in manual calculation mode and has changes that are not calculated yet.";

  private final GraphSettings settings;
  private final Entry entry;
  private final Sessions sessions;
  private final BookFinder books;
  private final Sources sources;
  private final Walker walker;
  private final Served served;
  private final Renderer renderer;
  private final AnswerLimit limit;
  private final LongRunning longRunning;

  WorkbookCalls(
      GraphSettings settings,
      Entry entry,
      Sessions sessions,
      Sources sources,
      Edition edition,
      Optional<ChartPicture> pictures) {
    this.settings = settings;
    this.entry = entry;
    this.sessions = sessions;
    this.books = new BookFinder(entry, sessions);
    this.sources = sources;
    this.walker = new Walker(edition.registry());
    this.served = edition.served();
    this.renderer = new Renderer(walker, new QueryResolver(edition.model()), pictures);
    this.limit = new AnswerLimit(settings.maxResponseBytes());
    this.longRunning = new LongRunning(settings, sessions);
  }

  /// What edits take from the world.
  private record Fresh(Sources sources, String author) implements Ids {
    @Override
    public String get() {
      return "{" + Guids.next(sources.ids()).toString().toUpperCase(Locale.ROOT) + "}";
    }

    @Override
    public Instant now() {
      return sources.clock().instant();
    }
  }

  private Ids fresh(Call call) {
    return new Fresh(sources, call.caller().userName());
  }

  Answer answer(Call call) throws IOException {
    String method = call.request().method();
    if (method.equals("OPTIONS")) {
      return Answer.noContent().with("Allow", allowed(call));
    }
    refuse(call, method.equals("HEAD") ? "GET" : method);
    return switch (method) {
      case "GET", "HEAD" -> read(call);
      case "POST" -> call.route().last() instanceof Segment.FunctionCall ? read(call) : post(call);
      case "PATCH" -> patch(call);
      case "DELETE" -> delete(call);
      default -> throw new NotAllowed(method, allowed(call));
    };
  }

  /// Refuses a method that the place does not have, before anything is opened. A method that it has
  /// but that is not built goes on, and is answered 501.
  private void refuse(Call call, String method) {
    List<Segment> steps = call.route().workbookPart();
    if (!served.methods(steps).contains(method)
        && !isFunctionByPost(call, method)
        && served.refuses(steps, method)) {
      throw new NotAllowed(method, allowed(call), served.refusal(steps, method));
    }
  }

  /// Some pages call functions with POST.
  private static boolean isFunctionByPost(Call call, String method) {
    return method.equals("POST") && call.route().last() instanceof Segment.FunctionCall;
  }

  private String allowed(Call call) {
    var methods = new ArrayList<>(served.methods(call.route().workbookPart()));
    if (methods.contains("GET")) {
      methods.add(methods.indexOf("GET") + 1, "HEAD");
    }
    methods.add("OPTIONS");
    return String.join(", ", methods);
  }

  private Answer read(Call call) throws IOException {
    entry.check(call.caller(), Access.WORKBOOK_READ);
    BookRef book = books.find(call);
    if (isRowResult(call)) {
      return rowResult(call.at(book.itemId()), book);
    }
    JsonObject body = call.body();
    checkParameters(call, body);
    Workbook workbook =
        sessions.read(call.caller().userId(), book, call.ticket(), Function.identity());
    Answer answer = renderer.of(call.at(book.itemId()), workbook, body);
    return limit.applied(workbook.isStale() ? answer.noting(List.of(STALE)) : answer);
  }

  /// Some pages call functions with POST. Whoever sends such a call more than parameters wants to
  /// change something, which it would not do.
  private static void checkParameters(Call call, JsonObject body) {
    if (!call.request().method().equals("POST")
        || !(call.route().last() instanceof Segment.FunctionCall called)) {
      return;
    }
    for (JsonObject.Member each : body.members()) {
      boolean known = called.function().findParameter(each.name()).isPresent();
      if (!known && each.name().indexOf('@') < 0) {
        throw new BadArgument(
            "'%s' is no parameter of %s, which changes nothing; PATCH changes a range."
                .formatted(each.name(), called.function().name()));
      }
    }
  }

  private static boolean isRowResult(Call call) {
    return call.route().workbookPart().size() == 1
        && call.route().last() instanceof Segment.FunctionCall function
        && function.function().name().equals(Served.ROW_FUNCTION);
  }

  /// The row that a long-running operation has added, as it was then.
  private Answer rowResult(Call call, BookRef book) {
    String key =
        call.route().last() instanceof Segment.FunctionCall function
                && function.arguments().get("key") instanceof Argument.Text(String text)
            ? text
            : "";
    View row =
        sessions
            .operation(call.caller().userId(), book, key)
            .result(ChangedRow.class)
            .flatMap(ChangedRow::row)
            .orElseThrow(() -> new SessionFault.UnknownOperation(key));
    return limit.applied(renderer.entity(call, row, 200));
  }

  private Answer post(Call call) throws IOException {
    entry.check(call.caller(), Access.WORKBOOK_WRITE);
    BookRef book = books.find(call);
    JsonObject body = call.body();
    Segment last = call.route().last();
    List<Segment> steps = call.route().workbookPart();
    List<Segment> to = last instanceof Segment.ActionCall ? Renderer.butLast(steps) : steps;
    var planned = new AtomicReference<Plan>();
    return write(
        call,
        book,
        workbook -> {
          Target target = walker.walk(workbook, to, body);
          Plan plan = walker.plan(target, last, body, fresh(call));
          planned.set(plan);
          return plan.edit();
        },
        after -> {
          Plan plan = planned.get();
          return plan.shown()
              .map(shown ->
                  renderer.entity(call.at(book.itemId()), shown.apply(after), plan.status()))
              .orElseGet(Answer::noContent);
        },
        after -> planned.get().shown().map(shown -> shown.apply(after)));
  }

  private Answer patch(Call call) throws IOException {
    entry.check(call.caller(), Access.WORKBOOK_WRITE);
    BookRef book = books.find(call);
    JsonObject body = call.body();
    if (body.members().isEmpty()) {
      throw new BadArgument("The body has to say what to change.");
    }
    var patched = new AtomicReference<View>();
    return write(
        call,
        book,
        workbook -> {
          View view = one(walker.walk(workbook, call.route().workbookPart(), body), "PATCH");
          patched.set(view);
          Edit edit = walker.update(view, body, fresh(call));
          limit.check(view.leastJsonBytes()); // now, before the work is done in vain
          return edit;
        },
        after -> renderer.entity(call.at(book.itemId()), patched.get().in(after), 200),
        _ -> Optional.empty());
  }

  private Answer delete(Call call) throws IOException {
    entry.check(call.caller(), Access.WORKBOOK_WRITE);
    BookRef book = books.find(call);
    JsonObject body = call.body();
    return write(
        call,
        book,
        workbook ->
            walker.delete(
                one(walker.walk(workbook, call.route().workbookPart(), body), "DELETE"),
                fresh(call)),
        _ -> Answer.noContent(),
        _ -> Optional.empty());
  }

  /// Changes the workbook, unless the answer would be over its limit: what was refused must not
  /// have been done.
  ///
  /// @param making finds what was made, for whoever asks for it later
  private Answer write(
      Call call,
      BookRef book,
      Function<Workbook, Edit> editing,
      Function<Workbook, Answer> showing,
      Function<Workbook, Optional<View>> making) {
    if (!longRunning.isAllowed(call) || !changesRows(call)) {
      return sessions.write(
          call.caller().userId(), book, call.ticket(), editing, written -> told(written, showing));
    }
    Operation operation =
        longRunning.start(
            call,
            book,
            () ->
                sessions.write(
                    call.caller().userId(),
                    book,
                    call.ticket(),
                    editing,
                    written ->
                        new ChangedRow(told(written, showing), making.apply(written.workbook()))));
    return longRunning
        .result(operation, ChangedRow.class)
        .map(ChangedRow::answer)
        .orElseGet(() -> LongRunning.accepted(call, operation));
  }

  private Answer told(Written written, Function<Workbook, Answer> showing) {
    return limit.applied(showing.apply(written.workbook()).noting(notices(written)));
  }

  private static List<String> notices(Written written) {
    if (!written.workbook().isStale()) {
      return written.notices();
    }
    var notices = new ArrayList<>(written.notices());
    notices.add(STALE);
    return notices;
  }

  /// Adding and deleting rows of tables, in a session, is documented to be answered early where the
  /// client allows that (semantics §1.3).
  private static boolean changesRows(Call call) {
    return call.ticket().isPresent()
        && !call.request().method().equals("PATCH")
        && call.entityType().filter("workbookTableRow"::equals).isPresent();
  }

  private static View one(Target target, String method) {
    if (target instanceof Target.One(View view)) {
      return view;
    }
    throw new NotAllowed(method, "GET, POST");
  }
}
