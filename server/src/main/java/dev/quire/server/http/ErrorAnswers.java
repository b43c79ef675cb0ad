package dev.quire.server.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.eclipse.jetty.io.EofException;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/// Gives the errors that the HTTP library finds (an address too long, headers too large, a path
/// that cannot be trusted) the shape of all other errors.
final class ErrorAnswers implements Request.Handler {
  private final Answers answers;
  private final Report report;

  ErrorAnswers(Answers answers, Report report) {
    this.answers = answers;
    this.report = report;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws IOException {
    var ids = Ids.of(request);
    var cause = request.getAttribute(ErrorHandler.ERROR_EXCEPTION);
    if (cause instanceof EofException) {
      // The listener closes while the request was still on its way in: nobody's mistake.
      response.setStatus(Refusal.UNAVAILABLE.status());
    } else if (response.getStatus() >= 500 && cause instanceof Throwable mistake) {
      report.unexpected(ids.request(), mistake);
    }
    var answer = answers.refusal(ids, Refusal.of(response.getStatus()));
    answer.headers().fields().forEach((name, values) -> response.getHeaders().put(name, values));
    var body = new ByteArrayOutputStream();
    answer.body().writeTo(body);
    response.write(true, ByteBuffer.wrap(body.toByteArray()), callback);
    return true;
  }
}
