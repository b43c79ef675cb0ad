package dev.quire.graph;

import dev.quire.graph.gate.Courier;
import dev.quire.graph.resource.BadArgument;
import java.io.IOException;
import java.util.HexFormat;
import java.util.random.RandomGenerator;

/// Makes sure that notifications go to those only who may get them and want them.
///
/// @param random for tokens that nobody can foresee
record Handshake(Courier courier, RandomGenerator random) {
  private static final int TOKEN_BYTES = 24;

  /// @param member which address of a subscription it is
  /// @throws BadArgument when nothing may be sent there
  void requireAllowed(String member, String url) {
    courier
        .refusal(url)
        .ifPresent(why -> {
          throw new BadArgument("'%s' is refused. %s".formatted(member, why));
        });
  }

  /// Whoever is to get notifications shows that he wants them: he answers a token that was sent.
  ///
  /// @throws NotValidated when he does not
  void shake(String member, String url) {
    var bytes = new byte[TOKEN_BYTES];
    random.nextBytes(bytes);
    String token = HexFormat.of().formatHex(bytes);
    String sign = url.contains("?") ? "&" : "?";
    try {
      Courier.Receipt receipt =
          courier.post(url + sign + "validationToken=" + token, "text/plain", new byte[0]);
      if (receipt.status() == 200 && receipt.body().strip().equals(token)) {
        return;
      }
      throw new NotValidated(
          member, "it answered %d and not the token".formatted(receipt.status()));
    } catch (IOException unreachable) {
      throw new NotValidated(member, "it does not answer");
    }
  }

  /// The address of notifications did not show that it wants them. Expected, so without a stack
  /// trace.
  static final class NotValidated extends RuntimeException {
    private static final long serialVersionUID = 1;

    NotValidated(String member, String why) {
      super(
          "Subscription validation request failed: %s. A %s has to answer 200 and the validationToken as text."
              .formatted(why, member),
          null,
          false,
          false);
    }
  }
}
