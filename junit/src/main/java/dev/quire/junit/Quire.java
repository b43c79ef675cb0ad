package dev.quire.junit;

import dev.quire.graph.GraphSettings;
import dev.quire.junit.QuireTest.Profile;
import dev.quire.server.CannotStart;
import dev.quire.server.QuireServer;
import dev.quire.server.ServerConfig;
import dev.quire.server.clock.DevelopmentClock;
import dev.quire.server.control.ControlClient;
import dev.quire.server.service.ServiceSettings;
import dev.quire.server.service.WorkbookService;
import dev.quire.server.token.TokenOrder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.extension.ExtensionContext;

/// The server of one test method.
public final class Quire implements AutoCloseable, ExtensionContext.Store.CloseableResource {
  private static final Duration TOKEN_LIFE = Duration.ofDays(3650);

  private final TestFolder folder;
  private final DevelopmentClock clock;
  private final ServerConfig config;
  private final QuireServer server;

  private Quire(
      TestFolder folder, DevelopmentClock clock, ServerConfig config, QuireServer server) {
    this.folder = folder;
    this.clock = clock;
    this.config = config;
    this.server = server;
  }

  /// Starts a server over a fresh copy of the files that the order names.
  static Quire start(QuireTest order) {
    Instant start = Instant.parse(order.clock());
    var clock = new DevelopmentClock(() -> start);
    TestFolder folder = TestFolder.with(order.drive());
    try {
      ServerConfig config = ServerConfig.development(folder.data()).withClock(clock);
      ServiceSettings usual = ServiceSettings.graph(folder.drive(), folder.state());
      ServiceSettings repeatable = usual.with(usual.calculation().repeatable(order.seed()));
      ServiceSettings settings =
          order.profile() == Profile.SERVER ? repeatable.with(GraphSettings.SERVER) : repeatable;
      QuireServer server =
          QuireServer.start(config, (tokens, time) -> WorkbookService.open(settings, tokens, time));
      return new Quire(folder, clock, config, server);
    } catch (CannotStart refused) {
      folder.delete();
      throw new IllegalStateException(refused.getMessage(), refused);
    }
  }

  /// Where the server is: scheme, host and port. Below it lie `/v1.0` and `/beta`.
  public URI url() {
    return server.baseUrl();
  }

  /// A token of the usual user, a work account that may read and write files.
  public String token() {
    return token(TokenOrder.DEFAULT_USER, TokenOrder.DEFAULT_GRANTS.toArray(String[]::new));
  }

  /// A token of somebody else with a work account.
  ///
  /// @param grants the delegated permissions (`Files.Read`)
  public String token(String user, String... grants) {
    return mint(new TokenOrder(user, List.of(grants), false, false, TOKEN_LIFE));
  }

  /// A token of a personal account, which Graph refuses for workbooks.
  public String personalToken(String user) {
    return mint(new TokenOrder(user, TokenOrder.DEFAULT_GRANTS, false, true, TOKEN_LIFE));
  }

  /// A token of an application that acts for itself, which Graph refuses for workbooks.
  public String applicationToken(String name) {
    return mint(new TokenOrder(name, TokenOrder.DEFAULT_GRANTS, true, false, TOKEN_LIFE));
  }

  private String mint(TokenOrder order) {
    return server.issuer().orElseThrow().mint(order);
  }

  /// What time it is for the server.
  public Instant now() {
    return clock.instant();
  }

  /// Lets time pass: sessions expire, files are saved.
  public void advance(Duration step) {
    clock.advance(step);
  }

  /// Lets the next requests to a place fail.
  ///
  /// @param kind what happens to them: `429`, `503`, `504`, `slow` … as `quire fault` has them
  /// @param times how many requests
  /// @param path what their paths have to have in them; nothing for any
  /// @throws IllegalArgumentException when there is no such fault
  public void fault(String kind, int times, String path) {
    control("faults", Map.of("fault", kind, "times", times, "path", path));
  }

  /// Forgets all faults that have not happened yet.
  public void clearFaults() {
    control("faults", Map.of("clear", true));
  }

  private void control(String name, Map<String, Object> order) {
    try (var client = ControlClient.open(config.data(), url())) {
      client.change(name, order);
    } catch (IOException refused) {
      throw new IllegalArgumentException(refused.getMessage(), refused);
    } catch (InterruptedException stopped) {
      throw interrupted(stopped);
    }
  }

  /// Puts a file into the drive, over one that may be there.
  ///
  /// @param path `/`-separated, from the root of the drive
  public void put(String path, byte[] content) {
    folder.put(path, content);
  }

  /// A file as it can be downloaded now, with every change that was acknowledged.
  ///
  /// @param path `/`-separated, from the root of the drive
  /// @throws IllegalStateException when the server does not give it
  public byte[] content(String path) {
    URI place = URI.create(url() + "/v1.0/me/drive/root:/" + escaped(path) + ":/content");
    var request =
        HttpRequest.newBuilder(place).header("Authorization", "Bearer " + token()).build();
    try (var http = HttpClient.newHttpClient()) {
      var answer = http.send(request, BodyHandlers.ofByteArray());
      if (answer.statusCode() != 200) {
        throw new IllegalStateException(path + ": the server answered " + answer.statusCode());
      }
      return answer.body();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    } catch (InterruptedException stopped) {
      throw interrupted(stopped);
    }
  }

  private static String escaped(String path) {
    try {
      return new URI(null, null, "/" + path, null).getRawPath().substring(1);
    } catch (URISyntaxException garbled) {
      throw new IllegalArgumentException(path, garbled);
    }
  }

  private static IllegalStateException interrupted(InterruptedException stopped) {
    Thread.currentThread().interrupt();
    return new IllegalStateException(stopped);
  }

  /// The folder that the drive is. Look, but write through [#put] or the API.
  public Path drive() {
    return folder.drive();
  }

  @Override
  public void close() {
    server.close();
    folder.delete();
  }
}
