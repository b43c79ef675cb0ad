package dev.quire.server.cluster;

import dev.quire.graph.exchange.GraphRequest;
import dev.quire.graph.exchange.GraphResponse;
import dev.quire.graph.exchange.Headers;
import dev.quire.graph.gate.Caller;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/// The other servers of the cluster, as this one reaches them.
final class Peers implements AutoCloseable {
  private static final Duration CONNECT = Duration.ofSeconds(2);
  private static final long LOOK_MILLIS = 1_000;

  /// What concerns one connection only.
  private static final Set<String> LEFT_OUT =
      Set.of("connection", "content-length", "keep-alive", "transfer-encoding", NodeDoor.OUTCOME);

  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(CONNECT)
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();
  private final EventStreams streams = new EventStreams();
  private final Signature signature;

  Peers(String secret) {
    this.signature = new Signature(secret, InstantSource.system());
  }

  /// What came of a request to another server.
  sealed interface Outcome {
    /// It was answered.
    record Answered(GraphResponse answer) implements Outcome {}

    /// It was not looked at: the other server has not got the file, or is not there.
    record NotThere(String why) implements Outcome {}

    /// Nobody knows whether it was done.
    record Lost(String why) implements Outcome {}
  }

  /// Hands a request to another server and waits for the answer.
  ///
  /// @param isWorthWaiting asked from time to time, whether that server still has the file
  Outcome send(
      String url,
      GraphRequest request,
      Caller caller,
      byte[] body,
      BooleanSupplier isWorthWaiting) {
    String head = new Head(request, caller).text();
    var inner =
        HttpRequest.newBuilder(URI.create(url).resolve(NodeDoor.PATH))
            .header(NodeDoor.HEAD, head)
            .header(NodeDoor.SIGNATURE, signature.of(head, body))
            .POST(BodyPublishers.ofByteArray(body))
            .build();
    var answer = http.sendAsync(inner, BodyHandlers.ofInputStream());
    while (true) {
      try {
        return outcome(answer.get(LOOK_MILLIS, TimeUnit.MILLISECONDS), isWorthWaiting);
      } catch (TimeoutException late) {
        if (!isWorthWaiting.getAsBoolean()) {
          answer.cancel(true);
          return new Outcome.Lost("the server that had the workbook is silent");
        }
      } catch (ExecutionException failed) {
        return failure(failed.getCause());
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
        answer.cancel(true);
        return new Outcome.Lost("interrupted");
      }
    }
  }

  private static Outcome failure(@Nullable Throwable cause) {
    return cause instanceof ConnectException || cause instanceof HttpConnectTimeoutException
        ? new Outcome.NotThere("no connection")
        : new Outcome.Lost("the connection to the server that has the workbook broke");
  }

  private Outcome outcome(HttpResponse<InputStream> answer, BooleanSupplier isWorthWaiting) {
    String outcome = answer.headers().firstValue(NodeDoor.OUTCOME).orElse("");
    if (outcome.equals(NodeDoor.ANSWERED)) {
      return new Outcome.Answered(response(answer, isWorthWaiting));
    }
    close(answer.body());
    return new Outcome.NotThere(outcome.isEmpty() ? "it is stopping" : outcome);
  }

  private GraphResponse response(HttpResponse<InputStream> answer, BooleanSupplier isWorthWaiting) {
    var headers = new HashMap<String, List<String>>();
    answer
        .headers()
        .map()
        .forEach((name, values) -> {
          if (!LEFT_OUT.contains(name)) {
            headers.put(name, values);
          }
        });
    InputStream body = answer.body();
    return new GraphResponse(
        answer.statusCode(),
        Headers.of(headers),
        EventStreams.isOne(answer.headers())
            ? out -> streams.tell(body, out, isWorthWaiting)
            : out -> {
              try (body) {
                body.transferTo(out);
              }
            });
  }

  /// Ends streams of events that come from other servers; whoever reads one asks anew.
  void endStreams() {
    streams.end();
  }

  private static void close(InputStream body) {
    try (body) {
      body.skipNBytes(0);
    } catch (IOException gone) {
      // Nobody reads it.
    }
  }

  @Override
  public void close() {
    http.shutdownNow();
  }
}
