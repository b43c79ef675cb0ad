package dev.quire.graph;

import dev.quire.graph.Entry.Found;
import dev.quire.graph.edm.EdmModel;
import dev.quire.graph.exchange.Dropped;
import dev.quire.graph.exchange.GraphHandler;
import dev.quire.graph.exchange.GraphRequest;
import dev.quire.graph.exchange.GraphResponse;
import dev.quire.graph.exchange.Headers;
import dev.quire.graph.fault.Envelope;
import dev.quire.graph.fault.GraphError;
import dev.quire.graph.fault.RequestErrors;
import dev.quire.graph.gate.Caller;
import dev.quire.graph.gate.ChartPicture;
import dev.quire.graph.gate.Courier;
import dev.quire.graph.gate.Drives;
import dev.quire.graph.gate.Mishaps;
import dev.quire.graph.gate.Mishaps.Mishap;
import dev.quire.graph.gate.OldContent;
import dev.quire.graph.gate.Permissions;
import dev.quire.graph.gate.Placement;
import dev.quire.graph.gate.TokenVerifier;
import dev.quire.graph.gate.TokenVerifier.TokenRefused;
import dev.quire.graph.json.JsonOut;
import dev.quire.graph.json.JsonReader;
import dev.quire.graph.path.PathFault;
import dev.quire.graph.path.PathParser;
import dev.quire.graph.path.Route;
import dev.quire.graph.path.Segment;
import dev.quire.graph.query.QueryParser;
import dev.quire.graph.query.QueryResolver;
import dev.quire.graph.resource.NotAllowed;
import dev.quire.graph.resource.Registry;
import dev.quire.graph.resource.Served;
import dev.quire.graph.resource.Walker;
import dev.quire.session.Pass;
import dev.quire.session.SessionFault;
import dev.quire.session.Sessions;
import dev.quire.store.StoreFault;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import java.util.random.RandomGenerator;

/// The Graph workbook API. The only place where a refusal becomes an answer: nothing below names a
/// status, and nothing below catches.
public final class GraphEndpoint implements GraphHandler {
  private static final Logger LOG = System.getLogger(GraphEndpoint.class.getName());
  private static final String BEARER = "bearer ";
  private static final int LONGEST_CLIENT_REQUEST_ID = 256;

  /// The date of a header (RFC 9110 §5.6.7).
  private static final DateTimeFormatter HTTP_DATE =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  private final GraphSettings settings;
  private final TokenVerifier tokens;
  private final InstantSource clock;
  private final Mishaps mishaps;
  private final PathParser paths;
  private final JsonReader json;
  private final Links links;
  private final DriveCalls drives;
  private final SessionCalls sessions;
  private final FunctionCalls functions;
  private final EventCalls events;
  private final SubscriptionCalls subscriptions;
  private final WorkbookCalls workbooks;
  private final WorkbookCalls betaWorkbooks;
  private final BatchCalls batches;
  private final DocumentCalls documents;
  private final Entry entry;
  private final Placement placement;
  private final Sessions visitors;

  /// Puts the API together for a server that is alone.
  ///
  /// @param tokens tells whose a token is
  /// @param clock tells the date of errors
  /// @param random for links that nobody may guess
  /// @param mishaps what goes wrong because somebody ordered it
  /// @throws IllegalStateException when a declared resource does not fit the entity model
  public GraphEndpoint(
      GraphSettings settings,
      TokenVerifier tokens,
      Drives drives,
      Sessions sessions,
      InstantSource clock,
      RandomGenerator random,
      Mishaps mishaps) {
    this(
        settings,
        tokens,
        drives,
        sessions,
        clock,
        random,
        mishaps,
        Links.alone(clock, random),
        Placement.ALONE,
        Optional.empty(),
        Outside.NONE);
  }

  /// Puts the API together.
  ///
  /// @param tokens tells whose a token is
  /// @param clock tells the date of errors
  /// @param mishaps what goes wrong because somebody ordered it
  /// @param links addresses that work without a token, for all entrances of this server
  /// @param placement which server answers requests about a file
  /// @param pictures draws charts; without it pictures are answered with 501
  /// @param outside how notifications get out
  /// @throws IllegalStateException when a declared resource does not fit the entity model
  public GraphEndpoint(
      GraphSettings settings,
      TokenVerifier tokens,
      Drives drives,
      Sessions sessions,
      InstantSource clock,
      RandomGenerator random,
      Mishaps mishaps,
      Links links,
      Placement placement,
      Optional<ChartPicture> pictures,
      Outside outside) {
    EdmModel model = EdmModel.bundled();
    this.settings = settings;
    this.tokens = tokens;
    this.clock = clock;
    this.mishaps = mishaps;
    EdmModel betaModel = EdmModel.beta();
    this.paths = new PathParser(model, betaModel);
    this.json = new JsonReader(settings.body());
    this.placement = placement;
    this.visitors = sessions;
    this.entry = new Entry(drives, Permissions.load(), settings.profile());
    this.batches = new BatchCalls(this::answer);
    this.links = links;
    this.drives = new DriveCalls(entry, sessions, links, new OtherFiles(placement, clock), random);
    this.sessions = new SessionCalls(settings, entry, sessions);
    this.functions = new FunctionCalls(entry, sessions);
    this.events = new EventCalls(entry, sessions, paths);
    this.subscriptions = new SubscriptionCalls(entry, paths, outside.courier(), clock, random);
    if (outside.isThere()) {
      sessions.tell(
          new Notifier(outside.courier(), clock, outside.executor(), Notifier.Patience.USUAL));
    }
    var stable = edition(model, new Registry(model), sessions, pictures);
    var beta = edition(betaModel, Registry.beta(betaModel), sessions, pictures);
    this.documents = new DocumentCalls(stable.documented(), beta.documented());
    this.workbooks = stable.workbooks();
    this.betaWorkbooks = beta.workbooks();
  }

  private Edition edition(
      EdmModel model, Registry registry, Sessions books, Optional<ChartPicture> pictures) {
    var served = new Served(registry);
    return new Edition(
        new DocumentCalls.Edition(model, served),
        new WorkbookCalls(
            settings,
            entry,
            books,
            clock,
            new Walker(registry),
            served,
            new QueryResolver(model),
            pictures));
  }

  /// What lets notifications out.
  ///
  /// @param courier carries them
  /// @param executor runs what waits for answers and between tries
  public record Outside(Courier courier, Executor executor) {
    /// No way out.
    public static final Outside NONE = new Outside(Courier.NONE, _ -> {});

    boolean isThere() {
      return courier != Courier.NONE;
    }
  }

  /// A version of the API.
  private record Edition(DocumentCalls.Edition documented, WorkbookCalls workbooks) {}

  @Override
  public GraphResponse answer(GraphRequest request) {
    return answered(request, () -> respond(request));
  }

  private GraphResponse answered(GraphRequest request, Callable<GraphResponse> work) {
    try {
      return work.call();
    } catch (OtherFiles.RefusedThere refused) {
      return refused.answer();
    } catch (Mishappened ordered) {
      return switch (ordered.mishap()) {
        case Mishaps.Refusal(GraphError error, _) -> failed(request, error, ordered);
        case Mishaps.Drop _ -> dropped(request);
        case Mishaps.Lag _ -> throw new IllegalStateException("nothing fails because of it");
      };
    } catch (Exception refused) {
      GraphError error = Faults.error(refused).orElseGet(() -> mistake(request, refused));
      return failed(request, error, refused);
    }
  }

  private GraphResponse respond(GraphRequest request) throws Exception {
    if (documents.handles(request)) {
      return finished(request, documents.answer(request));
    }
    if (Links.handles(request)) {
      return linked(request);
    }
    return admitted(request, caller(request));
  }

  private GraphResponse linked(GraphRequest request) throws Exception {
    Optional<SealedLink> sealed = links.open(request);
    if (sealed.isPresent()) {
      return switch (sealed.get()) {
        case SealedLink.ToContent content -> admitted(content.request(request), content.caller());
        case SealedLink.ToCopy copy -> finished(request, copy.answer(request));
      };
    }
    Optional<Placement.There> elsewhere = placement.server(Links.server(request));
    return elsewhere.isPresent()
        ? elsewhere.get().forwarding().answer(request, Links.ANYBODY, this)
        : finished(request, links.answer(request));
  }

  private GraphResponse admitted(GraphRequest request, Caller caller) throws Exception {
    try (Pass _ = visitors.admit(caller.userId())) {
      return respond(request, caller);
    }
  }

  private GraphResponse respond(GraphRequest request, Caller caller) throws Exception {
    Optional<Mishap> mishap =
        mishaps.next(request, () -> subject(request, caller).map(Found::item));
    if (mishap.isPresent()) {
      Optional<Answer> lagging = meet(mishap.get(), request, caller);
      if (lagging.isPresent()) {
        return finished(request, lagging.get());
      }
    }
    if (EventCalls.handles(request)) {
      Found found = events.find(request, caller);
      Optional<Placement.Side> place = placement.isAlone() ? Optional.empty() : place(found);
      return placed(request, caller, place, () -> events.answer(request, caller, found));
    }
    Route route = paths.parse(request.method(), request.rawPath());
    var call =
        new Call(
            request, caller, route, QueryParser.parse(request.method(), request.rawQuery()), json);
    return placed(call);
  }

  private GraphResponse placed(Call call) throws Exception {
    try {
      return placedOnce(call);
    } catch (OtherFiles.Appeared meanwhile) {
      return placedOnce(call);
    }
  }

  private GraphResponse placedOnce(Call call) throws Exception {
    Optional<Placement.Side> place = placement.isAlone() ? Optional.empty() : place(call);
    return placed(call.request(), call.caller(), place, () -> answer(call));
  }

  /// The answer of the server that looks after the file of a request.
  ///
  /// @param place that server; nothing when this one can answer anyway
  private GraphResponse placed(
      GraphRequest request, Caller caller, Optional<Placement.Side> place, Callable<Answer> own)
      throws Exception {
    return switch (place.orElse(null)) {
      case null -> finished(request, own.call());
      case Placement.There(Placement.Forwarding forwarding) ->
          forwarding.answer(
              request, caller, again -> answered(again, () -> respond(again, caller)));
      case Placement.Here here -> {
        try (here) {
          Answer answer = own.call();
          if (!here.isStill()) {
            throw new SessionFault.Elsewhere("this server lost the workbook while it answered");
          }
          yield finished(request, answer);
        }
      }
    };
  }

  /// The older content of a file, where that is what was ordered.
  ///
  /// @throws Mishappened when the request is to fail
  private Optional<Answer> meet(Mishap mishap, GraphRequest request, Caller caller) {
    if (!(mishap instanceof Mishaps.Lag(OldContent old))) {
      throw new Mishappened(mishap);
    }
    return subject(request, caller).flatMap(found -> drives.lagging(request, found, old));
  }

  /// The file that a request is about, if there is one.
  private Optional<Found> subject(GraphRequest request, Caller caller) {
    try {
      Route route = paths.parse(request.method(), request.rawPath());
      return entry.locate(caller, route.itemPart()).filter(found -> found.item().isFile());
    } catch (PathFault | StoreFault | Entry.NoItem | Entry.NeedsUser nowhere) {
      return Optional.empty();
    }
  }

  /// The server that looks after the file of a request; nothing when any can answer, or when there
  /// is no such file, which any can tell.
  private Optional<Placement.Side> place(Call call) {
    if (!concernsContent(call)) {
      return Optional.empty();
    }
    try {
      return entry
          .locate(call.caller(), call.route().itemPart())
          .filter(found -> found.item().isFile())
          .flatMap(this::place);
    } catch (Entry.NoItem | Entry.NeedsUser nowhere) {
      return Optional.empty();
    }
  }

  private Optional<Placement.Side> place(Found found) {
    return Optional.of(placement.find(found.drive().id(), found.item().id()));
  }

  /// Whether a request is about what is in a file, or changes it; what a folder says of its files
  /// any server can tell.
  private static boolean concernsContent(Call call) {
    boolean isItem = call.entityType().filter(type -> type.equals("driveItem")).isPresent();
    return !(call.route().last() instanceof Segment.Batch)
        && !SubscriptionCalls.handles(call.route())
        && !call.request().method().equals("OPTIONS")
        && (call.route().reachesWorkbook() || !call.reads() || !isItem);
  }

  private Answer answer(Call call) throws Exception {
    Route route = call.route();
    if (route.last() instanceof Segment.Batch) {
      return batches.answer(call);
    }
    if (SubscriptionCalls.handles(route)) {
      return subscriptions.answer(call);
    }
    if (!route.reachesWorkbook()) {
      return drives.answer(call);
    }
    if (call.request().method().equals("OPTIONS")) {
      return workbooks(route).answer(call);
    }
    return sessions.noting(call, inWorkbook(call));
  }

  private Answer inWorkbook(Call call) throws Exception {
    Route route = call.route();
    if (sessions.handles(route)) {
      return sessions.answer(call);
    }
    return functions.handles(route) ? functions.answer(call) : workbooks(route).answer(call);
  }

  private WorkbookCalls workbooks(Route route) {
    return route.version().equals("beta") ? betaWorkbooks : workbooks;
  }

  private Caller caller(GraphRequest request) throws TokenRefused {
    Optional<String> header = request.headers().find("Authorization").map(String::strip);
    String value = header.orElse("");
    if (value.isEmpty()
        || value.length() <= BEARER.length()
        || !value.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
      throw new TokenMissing();
    }
    return tokens.verify(value.substring(BEARER.length()).strip());
  }

  private GraphResponse finished(GraphRequest request, Answer answer) {
    Headers headers = common(request, answer.headers());
    return new GraphResponse(answer.status(), headers, body(request, headers, answer.body()));
  }

  /// HEAD is answered like GET, and whoever sends the answer counts the body and leaves it out: so
  /// the length is the true one (RFC 9110, 9.3.2). A file whose length is known is not read for it.
  private static GraphResponse.Body body(
      GraphRequest request, Headers headers, GraphResponse.Body body) {
    boolean isCounted =
        request.method().equals("HEAD") && headers.find("Content-Length").isPresent();
    return isCounted ? GraphResponse.Body.EMPTY : body;
  }

  private GraphResponse dropped(GraphRequest request) {
    return new GraphResponse(
        200,
        common(request, Headers.NONE),
        _ -> {
          throw new Dropped();
        });
  }

  private GraphResponse failed(GraphRequest request, GraphError error, Exception cause) {
    Headers headers = Headers.NONE.with("Content-Type", Answer.JSON);
    if (error.status() == 401) {
      headers = headers.with("WWW-Authenticate", Challenge.of(error));
    }
    if (error.status() == 429 || error.status() == 503) {
      headers = headers.with("Retry-After", Integer.toString(Faults.retryAfterSeconds(cause)));
    }
    if (cause instanceof ByteRange.NotSatisfiable range) {
      headers = headers.with("Content-Range", "bytes */" + range.length());
    }
    if (cause instanceof DeltaCalls.Resync resync) {
      headers = headers.with("Location", resync.link());
    }
    if (cause instanceof NotAllowed notAllowed) {
      headers = headers.with("Allow", notAllowed.allowed());
    }
    var envelope =
        new Envelope(
            settings.errorShape(), request.requestId(), clientRequestId(request), clock.instant());
    return new GraphResponse(
        error.status(),
        common(request, headers),
        stream -> JsonOut.write(stream, out -> envelope.write(error, out)));
  }

  /// Answers hold files of users; a browser must not take one for a page of this server.
  private Headers common(GraphRequest request, Headers headers) {
    return headers.with(
        Map.of(
            "X-Content-Type-Options",
            "nosniff",
            "Content-Security-Policy",
            "default-src 'none'; frame-ancestors 'none'",
            "Date",
            HTTP_DATE.format(clock.instant()),
            "request-id",
            request.requestId(),
            "client-request-id",
            clientRequestId(request)));
  }

  private static String clientRequestId(GraphRequest request) {
    return request
        .headers()
        .find("client-request-id")
        .filter(id -> !id.isBlank() && id.length() <= LONGEST_CLIENT_REQUEST_ID)
        .orElse(request.requestId());
  }

  private static GraphError mistake(GraphRequest request, Exception cause) {
    LOG.log(Level.ERROR, "request " + request.requestId() + " failed", cause);
    return RequestErrors.internal();
  }

  /// There is no token where one is needed. Expected, so without a stack trace.
  static final class TokenMissing extends RuntimeException {
    private static final long serialVersionUID = 1;

    TokenMissing() {
      super("no token", null, false, false);
    }
  }
}
