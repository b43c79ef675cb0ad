package dev.quire.graph;

import dev.quire.graph.Entry.Found;
import dev.quire.graph.exchange.GraphHandler;
import dev.quire.graph.exchange.GraphRequest;
import dev.quire.graph.exchange.GraphResponse;
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
import dev.quire.graph.json.JsonReader;
import dev.quire.graph.path.PathFault;
import dev.quire.graph.path.PathParser;
import dev.quire.graph.path.Route;
import dev.quire.graph.path.Segment;
import dev.quire.graph.query.QueryParser;
import dev.quire.session.Pass;
import dev.quire.session.SessionFault;
import dev.quire.session.Sessions;
import dev.quire.store.StoreFault;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executor;

/// The Graph workbook API. The only place where a refusal becomes an answer: nothing below names a
/// status, and nothing below catches.
public final class GraphEndpoint implements GraphHandler {
  private static final Logger LOG = System.getLogger(GraphEndpoint.class.getName());
  private static final String BEARER = "bearer ";

  private final TokenVerifier tokens;
  private final Mishaps mishaps;
  private final PathParser paths;
  private final JsonReader json;
  private final Links links;
  private final DriveCalls drives;
  private final EventCalls events;
  private final DocumentCalls documents;
  private final Calls calls;
  private final Responses responses;
  private final Entry entry;
  private final Placement placement;
  private final Sessions visitors;

  /// Puts the API together for a server that is alone.
  ///
  /// @param tokens tells whose a token is
  /// @param sources time and chance
  /// @param mishaps what goes wrong because somebody ordered it
  /// @throws IllegalStateException when a declared resource does not fit the entity model
  public GraphEndpoint(
      GraphSettings settings,
      TokenVerifier tokens,
      Drives drives,
      Sessions sessions,
      Sources sources,
      Mishaps mishaps) {
    this(
        settings,
        tokens,
        drives,
        sessions,
        sources,
        mishaps,
        Links.alone(sources.clock(), sources.secrets()),
        Placement.ALONE,
        Optional.empty(),
        Outside.NONE);
  }

  /// Puts the API together.
  ///
  /// @param tokens tells whose a token is
  /// @param sources time and chance
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
      Sources sources,
      Mishaps mishaps,
      Links links,
      Placement placement,
      Optional<ChartPicture> pictures,
      Outside outside) {
    Edition stable = Edition.stable();
    Edition beta = Edition.beta();
    this.tokens = tokens;
    this.responses = new Responses(settings.errorShape(), sources.clock());
    this.mishaps = mishaps;
    this.paths = new PathParser(stable.model(), beta.model());
    this.json = new JsonReader(settings.body());
    this.placement = placement;
    this.visitors = sessions;
    this.entry = new Entry(drives, Permissions.load(), settings.profile());
    this.links = links;
    this.drives = new DriveCalls(entry, sessions, links, placement, sources);
    this.events = new EventCalls(entry, sessions, paths);
    if (outside.isThere()) {
      sessions.tell(
          new Notifier(
              outside.courier(), sources.clock(), outside.executor(), Notifier.Patience.USUAL));
    }
    this.documents = new DocumentCalls(stable, beta);
    this.calls =
        new Calls(
            new BatchCalls(this::answer, sources),
            new SubscriptionCalls(entry, paths, outside.courier(), sources),
            this.drives,
            new SessionCalls(settings, entry, sessions),
            new FunctionCalls(entry, sessions),
            new WorkbookCalls(settings, entry, sessions, sources, stable, pictures),
            new WorkbookCalls(settings, entry, sessions, sources, beta, pictures));
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
        case Mishaps.Refusal(GraphError error, _) -> responses.failed(request, error, ordered);
        case Mishaps.Drop _ -> responses.dropped(request);
        case Mishaps.Lag _ -> throw new IllegalStateException("nothing fails because of it");
      };
    } catch (Exception refused) {
      GraphError error = Faults.error(refused).orElseGet(() -> mistake(request, refused));
      return responses.failed(request, error, refused);
    }
  }

  private GraphResponse respond(GraphRequest request) throws Exception {
    if (documents.handles(request)) {
      return responses.finished(request, documents.answer(request));
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
        case SealedLink.ToCopy copy -> responses.finished(request, copy.answer(request));
      };
    }
    Optional<Placement.There> elsewhere = placement.server(Links.server(request));
    return elsewhere.isPresent()
        ? elsewhere.get().forwarding().answer(request, Links.ANYBODY, this)
        : responses.finished(request, links.answer(request));
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
        return responses.finished(request, lagging.get());
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
    return placed(call.request(), call.caller(), place, () -> calls.answer(call));
  }

  /// The answer of the server that looks after the file of a request.
  ///
  /// @param place that server; nothing when this one can answer anyway
  private GraphResponse placed(
      GraphRequest request, Caller caller, Optional<Placement.Side> place, Callable<Answer> own)
      throws Exception {
    return switch (place.orElse(null)) {
      case null -> responses.finished(request, own.call());
      case Placement.There(Placement.Forwarding forwarding) ->
          forwarding.answer(
              request, caller, again -> answered(again, () -> respond(again, caller)));
      case Placement.Here here -> {
        try (here) {
          Answer answer = own.call();
          if (!here.isStill()) {
            throw new SessionFault.Elsewhere("this server lost the workbook while it answered");
          }
          yield responses.finished(request, answer);
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
