package dev.quire.server.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.quire.graph.gate.TokenVerifier;
import dev.quire.server.data.DataFolder;
import dev.quire.server.data.SecretFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.InstantSource;
import java.util.Date;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/// Makes tokens for development, signed with a key in the data folder, so that the command line and
/// a running server agree without talking to each other. Whoever can read the folder can be
/// anybody: the server trusts these tokens only while it listens on loopback.
public final class DevelopmentIssuer {
  /// The issuer of every development token, wherever the server listens.
  public static final String ISSUER = "https://quire.localhost/issuer";

  /// The audience of every development token.
  public static final String AUDIENCE = "https://quire.localhost";

  private static final String WORK_TENANT = id("tenant", "work");

  private final ECKey key;
  private final InstantSource clock;

  private DevelopmentIssuer(ECKey key, InstantSource clock) {
    this.key = key;
    this.clock = clock;
  }

  /// The issuer of a data folder; its key is made on first use.
  public static DevelopmentIssuer open(DataFolder data, InstantSource clock) throws IOException {
    data.create();
    var text = SecretFiles.readOrCreate(data.issuerKey(), DevelopmentIssuer::newKey);
    try {
      return new DevelopmentIssuer(ECKey.parse(text), clock);
    } catch (ParseException garbled) {
      throw new IOException(data.issuerKey() + " does not hold a key: " + garbled.getMessage());
    }
  }

  /// A signed token that says what is ordered, valid from now on.
  public String mint(TokenOrder order) {
    try {
      var header =
          new JWSHeader.Builder(JWSAlgorithm.ES256)
              .type(JOSEObjectType.JWT)
              .keyID(key.getKeyID())
              .build();
      var token = new SignedJWT(header, claims(order));
      token.sign(new ECDSASigner(key));
      return token.serialize();
    } catch (JOSEException impossible) {
      throw new IllegalStateException("The key of the development issuer cannot sign.", impossible);
    }
  }

  /// Verifies the tokens of this issuer.
  public TokenVerifier verifier() {
    return new JwtVerifier(
        new ImmutableJWKSet<>(new JWKSet(key)),
        new JwtVerifier.Expected(ISSUER, Set.of(AUDIENCE), ClaimRules.USUAL),
        clock);
  }

  /// The public keys, as a JWK set.
  public Map<String, Object> publicKeys() {
    return new JWKSet(key).toJSONObject(true);
  }

  private JWTClaimsSet claims(TokenOrder order) {
    var now = clock.instant();
    var who = id(order.application() ? "app" : "user", order.user());
    var claims =
        new JWTClaimsSet.Builder()
            .issuer(ISSUER)
            .audience(AUDIENCE)
            .issueTime(Date.from(now))
            .notBeforeTime(Date.from(now))
            .expirationTime(Date.from(now.plus(order.lifetime())))
            .subject(who)
            .claim("oid", who)
            .claim("name", order.user())
            .claim("tid", order.personal() ? Claims.PERSONAL_TENANT : WORK_TENANT);
    if (order.application()) {
      return claims.claim("idtyp", "app").claim("roles", order.grants()).build();
    }
    return claims
        .claim("idtyp", "user")
        .claim("preferred_username", order.user())
        .claim("scp", String.join(" ", order.grants()))
        .build();
  }

  private static String newKey() {
    try {
      return new ECKeyGenerator(Curve.P_256)
          .keyUse(KeyUse.SIGNATURE)
          .keyIDFromThumbprint(true)
          .generate()
          .toJSONString();
    } catch (JOSEException impossible) {
      throw new IllegalStateException("This Java cannot make P-256 keys.", impossible);
    }
  }

  /// The same name gets the same id in every data folder.
  private static String id(String kind, String name) {
    var text = "quire/" + kind + "/" + name;
    return UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8)).toString();
  }
}
