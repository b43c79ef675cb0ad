package dev.quire.server.http;

import dev.quire.graph.exchange.GraphHandler;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.alpn.server.ALPNServerConnectionFactory;
import org.eclipse.jetty.compression.gzip.GzipCompression;
import org.eclipse.jetty.compression.server.CompressionConfig;
import org.eclipse.jetty.compression.server.CompressionHandler;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.http.UriCompliance.Violation;
import org.eclipse.jetty.http2.server.HTTP2ServerConnectionFactory;
import org.eclipse.jetty.server.ConnectionFactory;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.component.LifeCycle;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.eclipse.jetty.util.thread.VirtualThreadPool;

/// A listening socket with everything between it and a [GraphHandler]: HTTP/1.1 and HTTP/2, TLS,
/// compression both ways, limits, draining.
public final class HttpListener implements AutoCloseable {
  private static final int HEADER_LIMIT_BYTES = 64 * 1024;

  /// Workbooks are zipped already. What may be compressed cannot be listed instead: Jetty takes the
  /// parameters of `application/json;odata.metadata=minimal` for a part of the name.
  private static final List<String> UNCOMPRESSED_TYPES =
      List.of(
          "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
          "application/vnd.ms-excel.sheet.macroEnabled.12",
          "application/octet-stream");

  /// Events would wait in the compressor for more of them.
  private static final String STREAM_TYPE = "text/event-stream";

  private static final List<String> BODY_METHODS = List.of("POST", "PATCH", "PUT");

  /// Jetty's own limit of 200 would let as many slow clients shut out everybody else. A request
  /// that waits costs a virtual thread and little more.
  private static final int MOST_REQUESTS_AT_ONCE = 10_000;

  private static final int SMALLEST_COMPRESSED_BYTES = 1024;

  /// Jetty can keep the fields of a connection in a tree and find them again character by
  /// character; with a bearer token among them that costs more than reading them anew.
  private static final int NO_FIELD_CACHE = 0;

  /// Jetty's default refuses paths whose decoded form is ambiguous. We never decode a path as a
  /// whole, and real clients send all of these. Encoded dots and `%00` stay refused.
  private static final UriCompliance PATHS =
      new UriCompliance(
          "QUIRE",
          EnumSet.of(
              Violation.ILLEGAL_PATH_CHARACTERS,
              Violation.AMBIGUOUS_PATH_SEPARATOR,
              Violation.AMBIGUOUS_PATH_ENCODING,
              Violation.AMBIGUOUS_PATH_PARAMETER,
              Violation.AMBIGUOUS_EMPTY_SEGMENT,
              Violation.SUSPICIOUS_PATH_CHARACTERS));

  private final Server server;
  private final GracefulHandler requests;
  private final Duration drainTimeout;
  private final Report report;
  private final int port;

  private HttpListener(
      Server server, GracefulHandler requests, Duration drainTimeout, Report report, int port) {
    this.server = server;
    this.requests = requests;
    this.drainTimeout = drainTimeout;
    this.report = report;
    this.port = port;
  }

  /// Starts to listen.
  ///
  /// @param requestLines whether each request is written to `log`
  /// @throws IOException when the address cannot be bound
  public static HttpListener start(
      Listen listen,
      GraphHandler inside,
      InstantSource clock,
      PrintStream log,
      boolean requestLines)
      throws IOException {
    var answers = new Answers(clock);
    var report = new Report(log, clock);
    var server = new Server(new VirtualThreadPool(MOST_REQUESTS_AT_ONCE));
    var connector = connector(server, listen);
    server.addConnector(connector);
    server.addBean(new NetworkConnectionLimit(listen.connections(), connector));
    server.setErrorHandler(new ErrorAnswers(answers, report));
    var requests =
        new GracefulHandler(compressed(new Door(inside, answers, report, listen.bodyLimitBytes())));
    server.setHandler(requests);
    if (requestLines) {
      server.setRequestLog(report);
    }
    begin(server);
    return new HttpListener(
        server, requests, listen.drainTimeout(), report, connector.getLocalPort());
  }

  /// The port that is bound.
  public int port() {
    return port;
  }

  /// Refuses new requests, waits for running ones as long as the drain timeout allows, closes.
  @Override
  public void close() {
    drain();
    try {
      server.stop();
    } catch (Exception stuck) {
      // The sockets are closed all the same.
      report.note("The listener did not stop cleanly: " + stuck);
    }
  }

  /// Waits for requests only. Jetty's own way is to wait for connections as well: two seconds for
  /// each that a client keeps for later.
  private void drain() {
    try {
      requests.shutdown().get(drainTimeout.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException | ExecutionException late) {
      report.note("Not all requests finished in time: " + late);
    } catch (InterruptedException hurried) {
      Thread.currentThread().interrupt();
    }
  }

  private static void begin(Server server) throws IOException {
    try {
      server.start();
    } catch (Exception refused) {
      LifeCycle.stop(server);
      throw new IOException(refused.getMessage(), refused);
    }
  }

  private static ServerConnector connector(Server server, Listen listen) {
    var http = new HttpConfiguration();
    http.setUriCompliance(PATHS);
    http.setRequestHeaderSize(HEADER_LIMIT_BYTES);
    http.setMaxResponseHeaderSize(2 * HEADER_LIMIT_BYTES);
    http.setHeaderCacheSize(NO_FIELD_CACHE);
    http.setSendServerVersion(false);
    http.setSendDateHeader(false);
    var factories = listen.tls().map(key -> secure(http, key)).orElseGet(() -> plain(http));
    var connector = new ServerConnector(server, factories);
    connector.setHost(listen.host());
    connector.setPort(listen.port());
    connector.setIdleTimeout(listen.idleTimeout().toMillis());
    return connector;
  }

  private static ConnectionFactory[] plain(HttpConfiguration http) {
    return new ConnectionFactory[] {new HttpConnectionFactory(http), new UpgradeWithoutBody(http)};
  }

  private static ConnectionFactory[] secure(HttpConfiguration http, Listen.KeyFile key) {
    var customizer = new SecureRequestCustomizer();
    // One certificate for localhost by every name it has: nothing to choose, nothing to check.
    customizer.setSniHostCheck(false);
    http.addCustomizer(customizer);
    var ssl = new SslContextFactory.Server();
    ssl.setKeyStorePath(key.file().toUri().toString());
    ssl.setKeyStorePassword(key.password());
    var alpn = new ALPNServerConnectionFactory("h2", "http/1.1");
    alpn.setDefaultProtocol("http/1.1");
    return new ConnectionFactory[] {
      new SslConnectionFactory(ssl, alpn.getProtocol()),
      alpn,
      new HTTP2ServerConnectionFactory(http),
      new HttpConnectionFactory(http)
    };
  }

  private static Handler compressed(Handler inside) {
    var gzip = new Gzip();
    gzip.setMinCompressSize(SMALLEST_COMPRESSED_BYTES);
    var compression = new CompressionHandler(inside);
    compression.putCompression(gzip);
    var config = CompressionConfig.builder().defaults();
    UNCOMPRESSED_TYPES.forEach(config::compressExcludeMimeType);
    config.compressExcludeMimeType(STREAM_TYPE);
    BODY_METHODS.forEach(config::decompressIncludeMethod);
    compression.putConfiguration("/", config.build());
    return compression;
  }

  /// Leaves tags as they are. They name a state of a workbook, also inside JSON, and clients
  /// compare the two.
  private static final class Gzip extends GzipCompression {
    @Override
    public String etag(String tag) {
      return tag;
    }
  }
}
