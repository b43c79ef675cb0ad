package dev.quire.server.cluster;

import dev.quire.graph.exchange.GraphHandler;
import dev.quire.graph.exchange.GraphRequest;
import dev.quire.graph.exchange.GraphResponse;
import dev.quire.graph.gate.Caller;
import dev.quire.graph.gate.Placement;
import dev.quire.session.SessionFault;
import dev.quire.store.cluster.Ownership;
import dev.quire.store.cluster.Place;
import dev.quire.store.journal.BookKey;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;

/// Finds the server that looks after a file, and has requests answered there. While the file is on
/// its way from a server to another, or its server has just died, requests wait, for somewhat
/// longer than a lease.
public final class ClusterPlacement implements Placement, AutoCloseable {
  private static final Set<String> HARMLESS = Set.of("GET", "HEAD");
  private static final long FIRST_PAUSE_MILLIS = 10;
  private static final long LONGEST_PAUSE_MILLIS = 250;
  private static final Duration BEYOND_LEASE = Duration.ofSeconds(5);

  private final Ownership ownership;
  private final Peers peers;
  private final Duration patience;

  /// @param secret what only servers of the cluster know
  /// @param lease how long a server may be silent before others take its files
  public ClusterPlacement(Ownership ownership, String secret, Duration lease) {
    this.ownership = ownership;
    this.peers = new Peers(secret);
    this.patience = lease.plus(BEYOND_LEASE);
  }

  private record Staying(Place.Here here) implements Here {
    @Override
    public boolean isStill() {
      return here.isStill();
    }

    @Override
    public void close() {
      here.close();
    }
  }

  @Override
  public Placement.Side find(String driveId, String itemId) {
    var book = new BookKey(driveId, itemId);
    return ownership.find(book) instanceof Place.Here here
        ? new Staying(here)
        : new There((request, caller, inside) -> forward(book, request, caller, inside));
  }

  @Override
  public String server() {
    return ownership.node();
  }

  @Override
  public Optional<There> server(String name) {
    return name.isEmpty() || name.equals(ownership.node())
        ? Optional.empty()
        : ownership
            .url(name)
            .map(url -> new There((request, caller, _) -> forward(name, url, request, caller)));
  }

  private GraphResponse forward(String name, String url, GraphRequest request, Caller caller) {
    BooleanSupplier isThere = () -> ownership.url(name).isPresent();
    return switch (peers.send(url, request, caller, body(request), isThere)) {
      case Peers.Outcome.Answered(GraphResponse answer) -> answer;
      case Peers.Outcome.NotThere(String why) ->
          throw new SessionFault.Elsewhere("its server cannot be reached: " + why);
      case Peers.Outcome.Lost(String why) ->
          throw new SessionFault.Elsewhere(
              why + ", and nobody knows whether the request was carried out");
    };
  }

  private GraphResponse forward(
      BookKey book, GraphRequest request, Caller caller, GraphHandler inside) {
    byte[] body = body(request);
    long until = System.nanoTime() + patience.toNanos();
    String why = "";
    for (long pause = FIRST_PAUSE_MILLIS; ; pause = Math.min(2 * pause, LONGEST_PAUSE_MILLIS)) {
      switch (ownership.find(book)) {
        case Place.Here here -> {
          here.close();
          return inside.answer(with(request, body));
        }
        case Place.There there -> {
          switch (peers.send(there.url(), request, caller, body, () -> isWith(book, there))) {
            case Peers.Outcome.Answered(GraphResponse answer) -> {
              return answer;
            }
            case Peers.Outcome.NotThere(String reason) -> why = reason;
            case Peers.Outcome.Lost(String reason) -> {
              if (!HARMLESS.contains(request.method())) {
                throw new SessionFault.Elsewhere(
                    reason + ", and nobody knows whether the request was carried out");
              }
              why = reason;
            }
          }
        }
        case Place.Unknown(String reason) -> why = reason;
      }
      if (System.nanoTime() - until > 0) {
        throw new SessionFault.Elsewhere("the workbook cannot be reached: " + why);
      }
      pause(pause);
    }
  }

  private boolean isWith(BookKey book, Place.There there) {
    Place now = ownership.find(book);
    if (now instanceof Place.Here here) {
      here.close();
    }
    return now.equals(there);
  }

  private static byte[] body(GraphRequest request) {
    try {
      return request.body().readAllBytes();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private static GraphRequest with(GraphRequest request, byte[] body) {
    return new GraphRequest(
        request.method(),
        request.rawPath(),
        request.rawQuery(),
        request.headers(),
        new ByteArrayInputStream(body),
        request.origin(),
        request.requestId(),
        request.remote());
  }

  private static void pause(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new SessionFault.Elsewhere("interrupted");
    }
  }

  /// Ends streams of events that other servers tell, as this one is going to stop.
  public void endStreams() {
    peers.endStreams();
  }

  @Override
  public void close() {
    peers.close();
  }
}
