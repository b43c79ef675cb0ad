package dev.quire.graph;

import dev.quire.graph.exchange.GraphResponse.Body;
import dev.quire.graph.gate.Access;
import dev.quire.graph.gate.ChartPicture;
import dev.quire.graph.json.JsonObject;
import dev.quire.graph.path.Argument;
import dev.quire.graph.path.Segment;
import dev.quire.graph.query.QueryOptions;
import dev.quire.graph.query.QueryResolver;
import dev.quire.graph.resource.BadArgument;
import dev.quire.graph.resource.NotAllowed;
import dev.quire.graph.resource.NotServed;
import dev.quire.graph.resource.ResourceType.Ids;
import dev.quire.graph.resource.ResourceType.Plan;
import dev.quire.graph.resource.Served;
import dev.quire.graph.resource.Target;
import dev.quire.graph.resource.View;
import dev.quire.graph.resource.Walker;
import dev.quire.session.BookRef;
import dev.quire.session.Operation;
import dev.quire.session.SessionFault;
import dev.quire.session.Sessions;
import dev.quire.session.Written;
import dev.quire.workbook.Edit;
import dev.quire.workbook.Workbook;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
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
  private final InstantSource clock;
  private final Walker walker;
  private final Served served;
  private final QueryResolver resolver;
  private final Optional<ChartPicture> pictures;
  private final LongRunning longRunning;

  WorkbookCalls(
      GraphSettings settings,
      Entry entry,
      Sessions sessions,
      InstantSource clock,
      Walker walker,
      Served served,
      QueryResolver resolver,
      Optional<ChartPicture> pictures) {
    this.settings = settings;
    this.entry = entry;
    this.sessions = sessions;
    this.books = new BookFinder(entry, sessions);
    this.clock = clock;
    this.walker = walker;
    this.served = served;
    this.resolver = resolver;
    this.pictures = pictures;
    this.longRunning = new LongRunning(settings, sessions);
  }

  /// What edits take from the world.
  private record Fresh(InstantSource clock, String author) implements Ids {
    @Override
    public String get() {
      return "{" + UUID.randomUUID().toString().toUpperCase(Locale.ROOT) + "}";
    }

    @Override
    public Instant now() {
      return clock.instant();
    }
  }

  private Ids fresh(Call call) {
    return new Fresh(clock, call.caller().userName());
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
    Workbook workbook =
        sessions.read(call.caller().userId(), book, call.ticket(), Function.identity());
    Answer answer = render(call.at(book.itemId()), workbook, body);
    return limited(workbook.isStale() ? answer.noting(List.of(STALE)) : answer);
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
    return limited(entity(call, row, 200));
  }

  private Answer render(Call call, Workbook workbook, JsonObject body) throws IOException {
    List<Segment> steps = call.route().workbookPart();
    Segment last = call.route().last();
    return switch (last) {
      case Segment.Count _ -> count(call, walker.walk(workbook, butLast(steps), body));
      case Segment.PropertyAccess access ->
          property(call, walker.walk(workbook, butLast(steps), body), access.property().name());
      case Segment.RawValue _ -> raw(call, workbook, butLast(steps), body);
      case Segment.ActionCall _ -> throw new NotAllowed(call.request().method(), "POST");
      default -> target(call, walker.walk(workbook, steps, body));
    };
  }

  /// `$count` counts those that meet `$filter`, the one option that goes with it.
  private Answer count(Call call, Target target) {
    List<Segment> steps = call.route().segments();
    if (target instanceof Target.Many many) {
      QueryOptions options =
          steps
              .get(steps.size() - 2)
              .type()
              .map(type -> resolver.resolve(call.options().onlyFilter(), type))
              .orElse(QueryOptions.NONE);
      return Answer.text(
          Long.toString(new Representation(call, walker, options).count(many.listing())));
    }
    throw new NotServed("$count");
  }

  private Answer property(Call call, Target target, String property) {
    if (!(target instanceof Target.One(View view))) {
      throw new NotServed(property);
    }
    call.options().onlyForPlainValues();
    return Answer.json(
        call,
        200,
        out -> {
          out.beginObject().text("@odata.context", Context.of(call, List.of())).name("value");
          walker.registry().type(view.type()).write(view, property, out);
          out.endObject();
        });
  }

  /// @param steps what leads to the property whose value is to be shown alone
  private Answer raw(Call call, Workbook workbook, List<Segment> steps, JsonObject body)
      throws IOException {
    call.options().onlyForPlainValues();
    if (steps.getLast() instanceof Segment.PropertyAccess access
        && walker.walk(workbook, butLast(steps), body) instanceof Target.One(View view)) {
      String property = access.property().name();
      return PlainValue.of(
          property, out -> walker.registry().type(view.type()).write(view, property, out));
    }
    throw new NotServed("$value");
  }

  private Answer target(Call call, Target target) {
    return switch (target) {
      case Target.Number(int value) -> number(call, value);
      case Target.Picture picture -> picture(call, picture);
      case Target.One(View view) -> entity(call, view, 200);
      case Target.Many many -> {
        QueryOptions options = options(call);
        yield Answer.json(call, 200, new Representation(call, walker, options).collection(many));
      }
    };
  }

  private Answer picture(Call call, Target.Picture picture) {
    call.options().onlyForPlainValues();
    ChartPicture painter = pictures.orElseThrow(() -> new NotServed("image"));
    String drawn = picture.drawn(painter);
    return Answer.json(
        call,
        200,
        out ->
            out.beginObject()
                .text("@odata.context", Context.ofType(call, "Edm.String"))
                .text("value", drawn)
                .endObject());
  }

  private static Answer number(Call call, int value) {
    call.options().onlyForPlainValues();
    return Answer.json(
        call,
        200,
        out ->
            out.beginObject()
                .text("@odata.context", Context.ofType(call, "Edm.Int32"))
                .number("value", value)
                .endObject());
  }

  private Answer entity(Call call, View view, int status) {
    return Answer.json(call, status, new Representation(call, walker, options(call)).entity(view));
  }

  private QueryOptions options(Call call) {
    if (!call.leadsToCollection()) {
      call.options().onlyForOne();
    }
    return call.route()
        .type()
        .filter(type -> !type.isPrimitive())
        .map(type -> resolver.resolve(call.options(), type))
        .orElse(call.options());
  }

  private Answer post(Call call) throws IOException {
    entry.check(call.caller(), Access.WORKBOOK_WRITE);
    BookRef book = books.find(call);
    JsonObject body = call.body();
    Segment last = call.route().last();
    List<Segment> steps = call.route().workbookPart();
    List<Segment> to = last instanceof Segment.ActionCall ? butLast(steps) : steps;
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
              .map(shown -> entity(call.at(book.itemId()), shown.apply(after), plan.status()))
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
          if (view.leastJsonBytes() > settings.maxResponseBytes()) {
            throw new Faults.TooLargeAnswer(); // now, before the work is done in vain
          }
          return edit;
        },
        after -> entity(call.at(book.itemId()), patched.get().in(after), 200),
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
    return limited(showing.apply(written.workbook()).noting(notices(written)));
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

  private static List<Segment> butLast(List<Segment> steps) {
    return steps.subList(0, steps.size() - 1);
  }

  /// The answer, written now where its size is limited: afterwards it is too late for an error.
  private Answer limited(Answer answer) {
    if (settings.maxResponseBytes() == Long.MAX_VALUE) {
      return answer;
    }
    var buffer = new LimitedBuffer(settings.maxResponseBytes());
    try {
      answer.body().writeTo(buffer);
    } catch (IOException e) {
      throw new UncheckedIOException(e); // memory does not fail
    }
    return answer.with((Body) buffer::writeTo);
  }

  private static final class LimitedBuffer extends ByteArrayOutputStream {
    private final long limit;

    LimitedBuffer(long limit) {
      this.limit = limit;
    }

    @Override
    public synchronized void write(int b) {
      check(1);
      super.write(b);
    }

    @Override
    public synchronized void write(byte[] bytes, int offset, int length) {
      check(length);
      super.write(bytes, offset, length);
    }

    private void check(int more) {
      if (count + (long) more > limit) {
        throw new Faults.TooLargeAnswer();
      }
    }
  }
}
