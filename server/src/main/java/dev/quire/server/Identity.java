package dev.quire.server;

import dev.quire.server.token.ClaimRules;
import java.net.URI;
import java.util.Set;

/// Who is believed to be who.
public sealed interface Identity {
  /// Tokens of the development issuer in the data folder. Only while the server listens on
  /// loopback: whoever can read the folder can be anybody.
  ///
  /// @param anonymous whether requests without a token are the default user's; a token that is
  ///   there is verified all the same
  record Development(boolean anonymous) implements Identity {}

  /// Tokens of an OpenID provider.
  ///
  /// @param issuer its issuer URL, below which the discovery document lies
  /// @param audiences its tokens are for this server when they name one of these as audience
  /// @param claims where its tokens say what
  record Provider(URI issuer, Set<String> audiences, ClaimRules claims) implements Identity {}
}
