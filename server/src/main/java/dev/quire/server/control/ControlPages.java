package dev.quire.server.control;

import dev.quire.graph.exchange.GraphHandler;
import dev.quire.graph.exchange.GraphRequest;
import dev.quire.graph.exchange.GraphResponse;
import dev.quire.server.http.Answers;
import dev.quire.server.http.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Map;

/// `/.quire/{name}`: GET answers the state of a control, POST changes it and answers the new state.
/// Whoever comes must know the secret in the data folder.
public final class ControlPages implements GraphHandler {
  /// Where all controls lie.
  public static final String ROOT = "/.quire";

  private static final int LONGEST_ORDER_BYTES = 64 * 1024;

  private final Map<String, Control> controls;
  private final byte[] authorization;
  private final Answers answers;

  /// Pages for these controls, by their names in the path.
  public ControlPages(Map<String, Control> controls, String secret, Answers answers) {
    this.controls = Map.copyOf(controls);
    this.authorization = ("Bearer " + secret).getBytes(StandardCharsets.UTF_8);
    this.answers = answers;
  }

  @Override
  public GraphResponse answer(GraphRequest request) {
    if (!knowsSecret(request)) {
      return answers.unauthorized(request);
    }
    var name = request.rawPath().substring(Math.min(ROOT.length() + 1, request.rawPath().length()));
    var control = controls.get(name);
    if (control == null) {
      return answers.notFound(request);
    }
    return switch (request.method()) {
      case "GET" -> answers.json(request, 200, control.state());
      case "POST" -> change(request, control);
      default -> answers.methodNotAllowed(request, "GET, POST");
    };
  }

  private GraphResponse change(GraphRequest request, Control control) {
    try {
      var text = new String(request.body().readNBytes(LONGEST_ORDER_BYTES), StandardCharsets.UTF_8);
      var order = Json.read(text);
      if (order.isEmpty()) {
        return answers.badRequest(request, "The body must be a JSON object.");
      }
      control.change(order.get());
      return answers.json(request, 200, control.state());
    } catch (Control.OrderRefused refused) {
      return answers.badRequest(request, String.valueOf(refused.getMessage()));
    } catch (IOException broken) {
      return answers.badRequest(request, "The body could not be read.");
    }
  }

  private boolean knowsSecret(GraphRequest request) {
    var sent = request.headers().find("Authorization").orElse("");
    return MessageDigest.isEqual(sent.getBytes(StandardCharsets.UTF_8), authorization);
  }
}
