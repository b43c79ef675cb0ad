package dev.quire.server;

import dev.quire.graph.exchange.GraphHandler;
import dev.quire.graph.gate.Caller;
import dev.quire.graph.gate.TokenVerifier;
import dev.quire.graph.gate.TokenVerifier.TokenRefused;
import dev.quire.server.control.LoopbackOnly;
import dev.quire.server.http.Answers;
import dev.quire.server.token.Anonymous;
import dev.quire.server.token.DevelopmentIssuer;
import dev.quire.server.token.ProviderKeys;
import dev.quire.server.token.TokenOrder;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/// An [Identity] at work.
///
/// @param tokens tells whose a token is
/// @param issuer makes development tokens; empty with a provider
/// @param anonymous stands in for missing tokens, where that is allowed
record Trust(
    TokenVerifier tokens, Optional<DevelopmentIssuer> issuer, Optional<Anonymous> anonymous) {

  static Trust of(ServerConfig config, Opened opened) throws CannotStart {
    return switch (config.identity()) {
      case Identity.Development(var anonymous) -> development(config, anonymous);
      case Identity.Provider provider -> provider(config, provider, opened);
    };
  }

  /// The handler behind the check for requests without a token, if there is one.
  GraphHandler guard(GraphHandler inside, Answers answers) {
    return anonymous
        .<GraphHandler>map(pass -> new LoopbackOnly(inside, pass::admit, answers))
        .orElse(inside);
  }

  private static Trust development(ServerConfig config, boolean open) throws CannotStart {
    if (!Loopback.is(config.host())) {
      throw CannotStart.notLoopback(
          config.host(),
          open ? "Requests without a token are accepted" : "Development tokens are accepted");
    }
    try {
      var issuer = DevelopmentIssuer.open(config.data(), config.clock());
      var verifier = issuer.verifier();
      return open
          ? anonymous(issuer, new Anonymous(verifier, defaultCaller(issuer)))
          : new Trust(verifier, Optional.of(issuer), Optional.empty());
    } catch (IOException unreadable) {
      throw CannotStart.cannotOpen("the key of the development issuer", unreadable);
    }
  }

  private static Trust anonymous(DevelopmentIssuer issuer, Anonymous anonymous) {
    return new Trust(anonymous, Optional.of(issuer), Optional.of(anonymous));
  }

  /// The same caller that a token of the default user would be, so that both see the same drive.
  private static Caller defaultCaller(DevelopmentIssuer issuer) {
    var order = TokenOrder.work(TokenOrder.DEFAULT_USER, Duration.ofMinutes(1));
    try {
      return issuer.verifier().verify(issuer.mint(order));
    } catch (TokenRefused impossible) {
      throw new IllegalStateException("The issuer refuses its own token.", impossible);
    }
  }

  private static Trust provider(ServerConfig config, Identity.Provider provider, Opened opened) {
    var keys = opened.add(new ProviderKeys(provider.issuer()));
    return new Trust(
        keys.verifier(provider.audiences(), provider.claims(), config.clock()),
        Optional.empty(),
        Optional.empty());
  }
}
