package dev.quire.server.http;

import java.io.PrintStream;
import java.time.InstantSource;
import java.util.Locale;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.RequestLog;
import org.eclipse.jetty.server.Response;

/// What the operator gets to read: our own mistakes always, requests when asked for. Never a token,
/// a query or a body: those may hold secrets and cell contents.
final class Report implements RequestLog {
  private static final int LONGEST_PATH_CHARS = 300;

  private final PrintStream out;
  private final InstantSource clock;

  Report(PrintStream out, InstantSource clock) {
    this.out = out;
    this.clock = clock;
  }

  /// Our mistake: the whole stack, under the id that the client was told.
  void unexpected(String requestId, Throwable mistake) {
    synchronized (out) {
      out.println(clock.instant() + " unexpected error, request-id " + requestId);
      mistake.printStackTrace(out);
    }
  }

  /// Something the operator should know that is nobody's mistake.
  void note(String text) {
    out.println(clock.instant() + " " + text);
  }

  @Override
  public void log(Request request, Response response) {
    var tookMillis = (System.nanoTime() - request.getBeginNanoTime()) / 1_000_000;
    var line =
        String.format(
            Locale.ROOT,
            "%s %s %s %s %d %d B %d ms %s",
            clock.instant(),
            Request.getRemoteAddr(request),
            request.getMethod(),
            path(request),
            response.getStatus(),
            Response.getContentBytesWritten(response),
            tookMillis,
            Ids.of(request).request());
    out.println(line);
  }

  private static String path(Request request) {
    var path = request.getHttpURI().getPath();
    if (path == null) {
      return "-";
    }
    var shown = path.substring(0, Math.min(path.length(), LONGEST_PATH_CHARS));
    return shown.codePoints().allMatch(c -> c > ' ' && c < 127) ? shown : "(odd path)";
  }
}
