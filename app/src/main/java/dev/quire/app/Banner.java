package dev.quire.app;

import dev.quire.server.QuireServer;
import dev.quire.server.token.TokenOrder;
import dev.quire.store.DriveAddress;
import java.io.PrintStream;
import java.time.Duration;

/// What a server prints when it is ready.
///
/// @param config what it was started with
/// @param drive where its workbooks lie
record Banner(QuireServer server, Config config, DriveAddress drive) {
  private static final Duration TOKEN_LIFETIME = Duration.ofDays(1);

  void print(PrintStream out) {
    var url = server.baseUrl();
    out.println("Quire " + Version.text() + " is ready at " + url);
    out.println("  drive  " + drive);
    out.println("  data   " + config.server().data().path());
    server.authorityFile().ifPresent(file -> out.println("  CA     " + file));
    var token = token();
    out.println("  token  " + token);
    out.println(
        "  try    curl "
            + authority()
            + "-H 'Authorization: Bearer "
            + token
            + "' "
            + url
            + "/v1.0/me/drive/root/children");
    out.flush();
  }

  private String token() {
    return server
        .issuer()
        .map(issuer -> issuer.mint(TokenOrder.work(TokenOrder.DEFAULT_USER, TOKEN_LIFETIME)))
        .orElse("$TOKEN");
  }

  private String authority() {
    return server.authorityFile().map(file -> "--cacert '" + file + "' ").orElse("");
  }
}
