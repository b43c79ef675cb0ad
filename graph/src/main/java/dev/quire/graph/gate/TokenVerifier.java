package dev.quire.graph.gate;

/// Tells whose a bearer token is. Implemented by the server, which knows issuers and keys.
@FunctionalInterface
public interface TokenVerifier {
  /// The caller that the token speaks for.
  ///
  /// @param bearer the token, without the word `Bearer`; never blank
  /// @throws TokenRefused when the token cannot be trusted; its message says why, without secrets
  Caller verify(String bearer) throws TokenRefused;

  /// A token that is garbled, expired, not yet valid, signed by nobody we know, or for somebody
  /// else.
  final class TokenRefused extends Exception {
    private static final long serialVersionUID = 1;

    /// Refuses with a reason for the client.
    public TokenRefused(String reason) {
      super(reason, null, false, false);
    }
  }
}
