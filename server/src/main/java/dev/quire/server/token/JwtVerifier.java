package dev.quire.server.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import dev.quire.graph.gate.Caller;
import dev.quire.graph.gate.TokenVerifier;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collections;
import java.util.Date;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Verifies signed JWTs of one issuer: type, algorithm, signature, issuer, audience, time.
///
/// The algorithms are a fixed list of signatures with a public key. `none` is not on it, nor is any
/// HMAC, so a public key can never be taken for a shared secret.
public final class JwtVerifier implements TokenVerifier {
  private static final Set<JWSAlgorithm> ALGORITHMS =
      Set.of(
          JWSAlgorithm.RS256,
          JWSAlgorithm.RS384,
          JWSAlgorithm.RS512,
          JWSAlgorithm.PS256,
          JWSAlgorithm.PS384,
          JWSAlgorithm.PS512,
          JWSAlgorithm.ES256,
          JWSAlgorithm.ES384,
          JWSAlgorithm.ES512);
  private static final int LONGEST_TOKEN_CHARS = 32 * 1024;
  private static final Duration SKEW = Duration.ofSeconds(60);

  private final DefaultJWTProcessor<SecurityContext> signatures = new DefaultJWTProcessor<>();
  private final VerifiedTokens verified = new VerifiedTokens();
  private final Expected expected;
  private final InstantSource clock;

  /// What a token must say, and how its claims are read.
  ///
  /// @param audiences the token must be for one of these
  public record Expected(String issuer, Set<String> audiences, ClaimRules claims) {
    /// Copies the audiences.
    public Expected {
      audiences = Set.copyOf(audiences);
    }
  }

  /// A verifier that trusts `keys`.
  public JwtVerifier(JWKSource<SecurityContext> keys, Expected expected, InstantSource clock) {
    this.expected = expected;
    this.clock = clock;
    signatures.setJWSKeySelector(new JWSVerificationKeySelector<>(ALGORITHMS, keys));
    signatures.setJWSTypeVerifier(
        new DefaultJOSEObjectTypeVerifier<>(
            JOSEObjectType.JWT, new JOSEObjectType("at+jwt"), null));
    // Claims are checked below, with our clock and our words.
    signatures.setJWTClaimsSetVerifier((claims, context) -> {});
  }

  @Override
  public Caller verify(String bearer) throws TokenRefused {
    var known = verified.find(bearer);
    if (known.isPresent()) {
      check(known.get().claims());
      return known.get().caller();
    }
    var claims = signed(parse(bearer));
    check(claims);
    var caller = new Claims(claims.getClaims(), expected.claims()).caller();
    return verified.remember(bearer, claims, caller).caller();
  }

  private void check(JWTClaimsSet claims) throws TokenRefused {
    checkIssuer(claims);
    checkTime(claims);
  }

  private static SignedJWT parse(String bearer) throws TokenRefused {
    if (bearer.length() > LONGEST_TOKEN_CHARS) {
      throw new TokenRefused("The token is too long.");
    }
    try {
      return SignedJWT.parse(bearer);
    } catch (ParseException | IllegalArgumentException garbled) {
      throw new TokenRefused("The token is not a signed JWT.");
    }
  }

  private JWTClaimsSet signed(SignedJWT token) throws TokenRefused {
    if (!ALGORITHMS.contains(token.getHeader().getAlgorithm())) {
      throw new TokenRefused("The token is signed with an algorithm that is not accepted.");
    }
    try {
      return signatures.process(token, null);
    } catch (KeySourceException unreachable) {
      throw new TokenRefused("The keys of the issuer cannot be fetched at the moment.");
    } catch (BadJOSEException | JOSEException wrong) {
      throw new TokenRefused("The signature of the token cannot be verified.");
    }
  }

  private void checkIssuer(JWTClaimsSet claims) throws TokenRefused {
    if (!expected.issuer().equals(claims.getIssuer())) {
      throw new TokenRefused("The token is of another issuer than " + expected.issuer() + ".");
    }
    if (Collections.disjoint(expected.audiences(), claims.getAudience())) {
      throw new TokenRefused("The token is for another audience than " + expected.audiences());
    }
  }

  private void checkTime(JWTClaimsSet claims) throws TokenRefused {
    var now = clock.instant();
    var expiry = moment(claims.getExpirationTime());
    if (expiry.isEmpty()) {
      throw new TokenRefused("The token has no expiry.");
    }
    if (!now.isBefore(expiry.get().plus(SKEW))) {
      throw new TokenRefused("The token expired at " + expiry.get() + ".");
    }
    var start = moment(claims.getNotBeforeTime());
    if (start.isPresent() && now.isBefore(start.get().minus(SKEW))) {
      throw new TokenRefused("The token is not valid before " + start.get() + ".");
    }
  }

  private static Optional<Instant> moment(@Nullable Date date) {
    return Optional.ofNullable(date).map(Date::toInstant);
  }
}
