package dev.quire.server.token;

import java.time.Duration;
import java.util.List;

/// A token somebody wants from the development issuer.
///
/// @param user a name; the same name is the same user everywhere
/// @param grants permissions: delegated ones of a user, roles of an application
/// @param application whether `user` names an application that acts for itself
/// @param personal whether the account is a personal one
/// @param lifetime how long the token is valid
public record TokenOrder(
    String user, List<String> grants, boolean application, boolean personal, Duration lifetime) {
  /// The user of the start-up token and of requests without a token.
  public static final String DEFAULT_USER = "developer";

  /// What suffices for everything the workbook API does.
  public static final List<String> DEFAULT_GRANTS = List.of("Files.ReadWrite");

  /// Checks that there is a user and a future.
  public TokenOrder {
    grants = List.copyOf(grants);
    if (user.isBlank()) {
      throw new IllegalArgumentException("A token needs a user.");
    }
    if (lifetime.isNegative() || lifetime.isZero()) {
      throw new IllegalArgumentException("A token must live for some time, not " + lifetime + ".");
    }
    if (application && personal) {
      throw new IllegalArgumentException("An application is not a personal account.");
    }
  }

  /// A work account with the usual permission.
  public static TokenOrder work(String user, Duration lifetime) {
    return new TokenOrder(user, DEFAULT_GRANTS, false, false, lifetime);
  }
}
