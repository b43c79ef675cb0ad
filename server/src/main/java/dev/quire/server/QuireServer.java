package dev.quire.server;

import dev.quire.graph.exchange.GraphHandler;
import dev.quire.server.clock.DevelopmentClock;
import dev.quire.server.control.ClockControl;
import dev.quire.server.control.Control;
import dev.quire.server.control.ControlPages;
import dev.quire.server.control.IssuerPages;
import dev.quire.server.data.DataFolder;
import dev.quire.server.data.RuntimeFile;
import dev.quire.server.http.Answers;
import dev.quire.server.http.HttpListener;
import dev.quire.server.http.Listen;
import dev.quire.server.http.Routes;
import dev.quire.server.tls.LocalAuthority;
import dev.quire.server.token.DevelopmentIssuer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/// A running server. Start it with [#start]; it is ready when that returns, and gone, with
/// everything saved, when [#close] returns.
public final class QuireServer implements AutoCloseable {
  private final ServerConfig config;
  private final Opened opened = new Opened();
  private final AtomicBoolean stopping = new AtomicBoolean();
  private final Answers answers;
  private Optional<DevelopmentIssuer> issuer = Optional.empty();
  private Optional<LocalAuthority> authority = Optional.empty();
  private volatile Optional<GraphService> service = Optional.empty();
  private int port;

  private QuireServer(ServerConfig config) {
    this.config = config;
    this.answers = new Answers(config.clock());
  }

  /// Starts a server.
  ///
  /// @param factory builds what answers below `/v1.0` and `/beta`
  /// @throws CannotStart when the address, the data folder or a drive cannot be had, or when the
  ///   identity is meant for loopback and the address is not; nothing is left open then
  public static QuireServer start(ServerConfig config, GraphFactory factory) throws CannotStart {
    var server = new QuireServer(config);
    try {
      server.open(factory);
      return server;
    } catch (CannotStart | RuntimeException refused) {
      server.close();
      throw refused;
    }
  }

  /// Scheme, host and port that clients use, without a path.
  public URI baseUrl() {
    var host = config.host().contains(":") ? "[" + config.host() + "]" : config.host();
    return URI.create((config.tls() ? "https://" : "http://") + host + ":" + port);
  }

  /// The port that is bound.
  public int port() {
    return port;
  }

  /// Makes development tokens; empty when tokens come from a provider.
  public Optional<DevelopmentIssuer> issuer() {
    return issuer;
  }

  /// The certificate that clients must trust; empty without TLS.
  public Optional<Path> authorityFile() {
    return authority.map(LocalAuthority::certificateFile);
  }

  /// Refuses new requests, lets running ones finish, saves sessions, frees the data folder. A
  /// second call does nothing.
  @Override
  public void close() {
    stopping.set(true);
    service.ifPresent(GraphService::stopping);
    opened.close(failure -> config.log().println("While stopping: " + failure));
  }

  private void open(GraphFactory factory) throws CannotStart {
    lockData();
    var trust = Trust.of(config, opened);
    issuer = trust.issuer();
    authority = openAuthority();
    var graph = openGraph(factory, trust);
    service = Optional.of(graph);
    var listener = opened.add(listen(routes(trust.guard(graph, answers), graph)));
    port = listener.port();
    announce();
  }

  private void lockData() throws CannotStart {
    try {
      opened.add(config.data().lock());
    } catch (DataFolder.InUse other) {
      throw CannotStart.inUse(other);
    } catch (IOException refused) {
      throw CannotStart.cannotOpen("the data folder " + config.data().path(), refused);
    }
  }

  private Optional<LocalAuthority> openAuthority() throws CannotStart {
    if (!config.tls()) {
      return Optional.empty();
    }
    if (!Loopback.is(config.host())) {
      throw CannotStart.notLoopback(config.host(), "The local certificate authority is for use");
    }
    try {
      // The system's time: clients check certificates by theirs, however ours was moved.
      return Optional.of(LocalAuthority.open(config.data().tls(), InstantSource.system()));
    } catch (IOException refused) {
      throw CannotStart.cannotOpen("the local certificate authority", refused);
    }
  }

  private GraphService openGraph(GraphFactory factory, Trust trust) throws CannotStart {
    try {
      return opened.add(factory.open(trust.tokens(), config.clock()));
    } catch (IOException refused) {
      throw CannotStart.cannotOpen("the drive", refused);
    }
  }

  private HttpListener listen(GraphHandler inside) throws CannotStart {
    var listen =
        new Listen(
            config.host(),
            config.port(),
            config.bodyLimitBytes(),
            config.idleTimeout(),
            config.connections(),
            config.drainTimeout(),
            authority.map(LocalAuthority::serverKey));
    try {
      return HttpListener.start(
          listen, inside, config.clock(), config.log(), config.requestLines());
    } catch (IOException refused) {
      throw CannotStart.cannotListen(config.host(), config.port(), refused);
    }
  }

  private Routes routes(GraphHandler graph, GraphService service) throws CannotStart {
    Map<String, GraphHandler> table = new HashMap<>(service.routes());
    table.put("/v1.0", graph);
    table.put("/beta", graph);
    table.put("/events", graph);
    table.put("/health", new Health(answers, () -> !stopping.get()));
    if (Loopback.is(config.host())) {
      table.put(
          ControlPages.ROOT,
          new ControlPages(controls(service.controls()), controlSecret(), answers));
      issuer.ifPresent(own -> table.put(IssuerPages.ROOT, new IssuerPages(own, answers)));
    }
    return new Routes(table, answers);
  }

  /// What developers may look at and change while the server runs: a line each.
  private Map<String, Control> controls(Map<String, Control> own) {
    Map<String, Control> table = new HashMap<>(own);
    if (config.clock() instanceof DevelopmentClock clock) {
      clock.onChange(this::clockMoved);
      table.putIfAbsent("clock", new ClockControl(clock));
    }
    return table;
  }

  private String controlSecret() throws CannotStart {
    try {
      return config.data().controlSecret();
    } catch (IOException refused) {
      throw CannotStart.cannotOpen("the control secret", refused);
    }
  }

  /// Says in the data folder where the server is, until it stops.
  private void announce() throws CannotStart {
    try {
      writeRuntimeFile();
    } catch (IOException refused) {
      throw CannotStart.cannotOpen(config.data().runtimeFile().toString(), refused);
    }
    opened.add(() -> Files.deleteIfExists(config.data().runtimeFile()));
  }

  /// Commands that mint tokens beside this server read its clock's offset from the file.
  private void clockMoved() {
    try {
      if (!stopping.get()) {
        writeRuntimeFile();
      }
    } catch (IOException refused) {
      throw new UncheckedIOException(refused);
    }
  }

  private void writeRuntimeFile() throws IOException {
    var offset = config.clock() instanceof DevelopmentClock own ? own.offset() : Duration.ZERO;
    new RuntimeFile(baseUrl(), ProcessHandle.current().pid(), offset)
        .write(config.data().runtimeFile());
  }
}
