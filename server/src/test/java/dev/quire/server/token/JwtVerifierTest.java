package dev.quire.server.token;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import dev.quire.graph.gate.Caller;
import dev.quire.graph.gate.Caller.Account;
import dev.quire.graph.gate.TokenVerifier.TokenRefused;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class JwtVerifierTest {
  private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
  private static final String ISSUER = "https://issuer.example/realm";
  private static final String AUDIENCE = "api://quire";
  private static RSAKey key;
  private static JwtVerifier verifier;

  @BeforeAll
  static void makeKey() throws JOSEException {
    key = new RSAKeyGenerator(2048).keyID("k1").generate();
    verifier = verifier(ClaimRules.USUAL);
  }

  private static JwtVerifier verifier(ClaimRules rules) {
    return new JwtVerifier(
        new ImmutableJWKSet<>(new JWKSet(key)),
        new JwtVerifier.Expected(ISSUER, Set.of(AUDIENCE, "other"), rules),
        InstantSource.fixed(NOW));
  }

  private static JWTClaimsSet.Builder claims() {
    return new JWTClaimsSet.Builder()
        .issuer(ISSUER)
        .audience(AUDIENCE)
        .expirationTime(Date.from(NOW.plusSeconds(600)))
        .claim("oid", "user-1")
        .claim("name", "Ann")
        .claim("tid", "tenant-1")
        .claim("scp", "Files.Read Files.ReadWrite");
  }

  private static String sign(JWTClaimsSet.Builder claims) throws JOSEException {
    var header = new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("k1").build();
    return sign(header, claims, new RSASSASigner(key));
  }

  private static String sign(JWSHeader header, JWTClaimsSet.Builder claims, JWSSigner signer)
      throws JOSEException {
    var token = new SignedJWT(header, claims.build());
    token.sign(signer);
    return token.serialize();
  }

  private static void refused(String word, String token) {
    var refusal = assertThrows(TokenRefused.class, () -> verifier.verify(token));
    assertTrue(refusal.toString().contains(word), refusal.toString());
  }

  @Test
  void scopesMakeADelegatedCaller() throws Exception {
    var expected =
        new Caller("user-1", "Ann", Account.WORK, Set.of("Files.Read", "Files.ReadWrite"));
    assertEquals(expected, verifier.verify(sign(claims())));
  }

  @Test
  void rolesWithoutScopesMakeAnApplication() throws Exception {
    var caller =
        verifier.verify(
            sign(claims().claim("scp", null).claim("roles", List.of("Files.ReadWrite.All"))));
    assertEquals(Account.APPLICATION, caller.account());
    assertEquals(Set.of("Files.ReadWrite.All"), caller.grants());
  }

  @Test
  void idtypAppMakesAnApplicationThatScopesCannotRaise() throws Exception {
    var caller =
        verifier.verify(sign(claims().claim("idtyp", "app").claim("roles", List.of("Files.Read"))));
    assertEquals(Account.APPLICATION, caller.account());
    assertEquals(Set.of("Files.Read"), caller.grants());
  }

  @Test
  void rolesBesideScopesGrantNothing() throws Exception {
    var caller = verifier.verify(sign(claims().claim("roles", List.of("Sites.Manage.All"))));
    assertEquals(Account.WORK, caller.account());
    assertEquals(Set.of("Files.Read", "Files.ReadWrite"), caller.grants());
  }

  @Test
  void sharedTenantMakesAPersonalAccount() throws Exception {
    var caller =
        verifier.verify(sign(claims().claim("tid", "9188040d-6c67-4c5b-b112-36a304b66dad")));
    assertEquals(Account.PERSONAL, caller.account());
  }

  @Test
  void claimsOfOtherProvidersAreReadByTheirNames() throws Exception {
    var rules =
        new ClaimRules(
            List.of("missing"),
            List.of("realm_access.roles"),
            List.of("sub"),
            List.of("preferred_username"),
            List.of("tid"),
            Map.of("quire-write", "Files.ReadWrite.All"));
    var token =
        sign(
            claims()
                .subject("s-1")
                .claim("preferred_username", "ann@example.org")
                .claim("realm_access", Map.of("roles", List.of("quire-write", "other"))));
    var expected =
        new Caller(
            "s-1", "ann@example.org", Account.APPLICATION, Set.of("Files.ReadWrite.All", "other"));
    assertEquals(expected, verifier(rules).verify(token));
  }

  @Test
  void claimWhoseNameHoldsDotsIsFound() throws Exception {
    var rules =
        new ClaimRules(
            List.of("https://example.org/scopes"),
            List.of("roles"),
            List.of("oid"),
            List.of("name"),
            List.of("tid"),
            Map.of());
    var token = sign(claims().claim("https://example.org/scopes", List.of("Files.Read")));
    assertEquals(Set.of("Files.Read"), verifier(rules).verify(token).grants());
  }

  @Test
  void skewOfAMinuteIsForgiven() throws Exception {
    var late = claims().expirationTime(Date.from(NOW.minusSeconds(59)));
    assertEquals("user-1", verifier.verify(sign(late)).userId());
    var early = claims().notBeforeTime(Date.from(NOW.plusSeconds(59)));
    assertEquals("user-1", verifier.verify(sign(early)).userId());
  }

  @Test
  void expiredIsRefused() throws Exception {
    refused("expired", sign(claims().expirationTime(Date.from(NOW.minusSeconds(61)))));
  }

  @Test
  void withoutExpiryIsRefused() throws Exception {
    refused("no expiry", sign(claims().expirationTime(null)));
  }

  @Test
  void notYetValidIsRefused() throws Exception {
    refused("not valid before", sign(claims().notBeforeTime(Date.from(NOW.plusSeconds(61)))));
  }

  @Test
  void otherIssuerIsRefused() throws Exception {
    refused("issuer", sign(claims().issuer(ISSUER + "/")));
    refused("issuer", sign(claims().issuer(null)));
  }

  @Test
  void otherAudienceIsRefused() throws Exception {
    refused("audience", sign(claims().audience("api://else")));
    refused("audience", sign(claims().audience((String) null)));
  }

  @Test
  void oneOfSeveralAudiencesIsEnough() throws Exception {
    var token = sign(claims().audience(List.of("api://else", "other")));
    assertEquals("user-1", verifier.verify(token).userId());
  }

  @Test
  void withoutUserIsRefused() throws Exception {
    refused("no user", sign(claims().claim("oid", " ")));
  }

  @Test
  void unknownKeyIsRefused() throws Exception {
    var other = new RSAKeyGenerator(2048).keyID("k1").generate();
    var header = new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("k1").build();
    refused("signature", sign(header, claims(), new RSASSASigner(other)));
  }

  @Test
  void tamperedIsRefused() throws Exception {
    var parts = sign(claims()).split("\\.");
    var forged = sign(claims().claim("oid", "admin")).split("\\.");
    refused("signature", parts[0] + "." + forged[1] + "." + parts[2]);
  }

  @Test
  void algorithmNoneIsRefused() {
    refused("not a signed JWT", new PlainJWT(claims().build()).serialize());
  }

  @Test
  void publicKeyAsSharedSecretIsRefused() throws Exception {
    var header = new JWSHeader.Builder(JWSAlgorithm.HS256).keyID("k1").build();
    var secret = key.toRSAPublicKey().getEncoded();
    refused("algorithm", sign(header, claims(), new MACSigner(secret)));
  }

  @Test
  void accessTokenTypeIsAccepted() throws Exception {
    var header = header(new JOSEObjectType("at+jwt"));
    assertEquals("user-1", verifier.verify(sign(header, claims(), new RSASSASigner(key))).userId());
  }

  @Test
  void otherTypeIsRefused() throws Exception {
    var header = header(new JOSEObjectType("dpop+jwt"));
    refused("signature", sign(header, claims(), new RSASSASigner(key)));
  }

  private static JWSHeader header(JOSEObjectType type) {
    return new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("k1").type(type).build();
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "a.b.c", "....", "eyJhbGciOiJSUzI1NiJ9..", "{}", "a b", "\u0000"})
  void garbageIsRefused(String token) {
    refused("not a signed JWT", token);
  }

  @Test
  void endlessTokenIsRefusedUnread() {
    refused("too long", "a".repeat(40_000));
  }
}
