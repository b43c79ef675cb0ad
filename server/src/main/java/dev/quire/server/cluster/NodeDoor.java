package dev.quire.server.cluster;

import dev.quire.graph.exchange.GraphHandler;
import dev.quire.graph.exchange.GraphRequest;
import dev.quire.graph.exchange.GraphResponse;
import dev.quire.graph.exchange.Headers;
import dev.quire.graph.gate.Caller;
import dev.quire.graph.gate.Placement;
import dev.quire.graph.gate.TokenVerifier;
import java.io.IOException;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/// Where other servers of the cluster hand in requests about files that this one looks after. A
/// request that comes this way goes no further: when the file is elsewhere, whoever sent it is
/// told.
public final class NodeDoor implements GraphHandler {
  /// The address of the door.
  public static final String PATH = "/.quire/node";

  static final String HEAD = "x-quire-head";
  static final String SIGNATURE = "x-quire-signature";

  /// Says that the answer is that of the server and not of something in between.
  static final String OUTCOME = "x-quire-outcome";

  static final String ANSWERED = "answered";
  static final String ELSEWHERE = "elsewhere";

  private static final int MISDIRECTED = 421;

  private static final Placement.There ELSEWHERE_SIDE =
      new Placement.There((_, _, _) -> outcome(MISDIRECTED, ELSEWHERE));

  private final Placement placement;
  private final Signature signature;
  private final Passes passes = new Passes();
  private volatile Optional<GraphHandler> inside = Optional.empty();

  /// @param placement which files this server looks after
  /// @param secret what only servers of the cluster know
  public NodeDoor(Placement placement, String secret) {
    this.placement = placement;
    this.signature = new Signature(secret, InstantSource.system());
  }

  /// Callers of requests that are being answered, by passes that only this process knows.
  private static final class Passes implements TokenVerifier {
    private final Map<String, Caller> callers = new ConcurrentHashMap<>();

    @Override
    public Caller verify(String bearer) throws TokenRefused {
      Caller caller = callers.get(bearer);
      if (caller == null) {
        throw new TokenRefused("no such pass");
      }
      return caller;
    }
  }

  /// Who is behind requests that come this way: whoever the other server has found out.
  public TokenVerifier tokens() {
    return passes;
  }

  /// What makes links that every server of the cluster understands: 32 bytes.
  public byte[] linkSecret() {
    return signature.derived("links");
  }

  /// What this server looks after; requests about anything else are sent back.
  public Placement ownFiles() {
    return new Placement() {
      @Override
      public String server() {
        return placement.server();
      }

      @Override
      public Optional<There> server(String name) {
        return placement.server(name).map(_ -> ELSEWHERE_SIDE);
      }

      @Override
      public Side find(String drive, String item) {
        return placement.find(drive, item) instanceof Here here ? here : ELSEWHERE_SIDE;
      }

      @Override
      public Placement others() {
        return placement;
      }
    };
  }

  /// @param handler answers requests; made with [#tokens] and [#ownFiles]
  public void opens(GraphHandler handler) {
    inside = Optional.of(handler);
  }

  private static GraphResponse outcome(int status, String outcome) {
    return new GraphResponse(status, Headers.NONE.with(OUTCOME, outcome), GraphResponse.Body.EMPTY);
  }

  @Override
  public GraphResponse answer(GraphRequest request) {
    try {
      return answered(request, request.body().readAllBytes());
    } catch (IOException | IllegalArgumentException garbled) {
      return outcome(400, "garbled");
    }
  }

  private GraphResponse answered(GraphRequest request, byte[] body) {
    String head = request.headers().find(HEAD).orElse("");
    String shown = request.headers().find(SIGNATURE).orElse("");
    if (!request.method().equals("POST")
        || !request.rawPath().equals(PATH)
        || !signature.isGood(shown, head, body)) {
      return outcome(403, "refused");
    }
    String pass = UUID.randomUUID().toString();
    var inner = Head.of(head, body, pass);
    passes.callers.put(pass, inner.caller());
    try {
      GraphResponse answer = inside.orElseThrow().answer(inner.request());
      return answer.headers().find(OUTCOME).isPresent()
          ? answer
          : new GraphResponse(
              answer.status(), answer.headers().with(OUTCOME, ANSWERED), answer.body());
    } finally {
      passes.callers.remove(pass);
    }
  }
}
