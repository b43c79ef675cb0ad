package dev.quire.server.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.quire.graph.exchange.GraphRequest;
import dev.quire.graph.exchange.GraphResponse;
import dev.quire.server.http.Answers;
import dev.quire.server.http.HttpListener;
import dev.quire.server.http.Listen;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/// An OpenID provider on a port of its own, as far as a server sees it.
final class Provider implements AutoCloseable {
  final AtomicInteger keyFetches = new AtomicInteger();
  final AtomicInteger discoveries = new AtomicInteger();
  private final Answers answers = new Answers(InstantSource.system());
  private final HttpListener http;
  private volatile RSAKey key;
  volatile String named;
  volatile boolean broken;

  Provider() throws IOException, JOSEException {
    key = newKey("first");
    var listen =
        new Listen(
            "127.0.0.1",
            0,
            1000,
            Duration.ofSeconds(30),
            100,
            Duration.ofSeconds(5),
            Optional.empty());
    var nowhere = new PrintStream(OutputStream.nullOutputStream());
    http = HttpListener.start(listen, this::answer, InstantSource.system(), nowhere, false);
    named = issuer().toString();
  }

  URI issuer() {
    return URI.create("http://127.0.0.1:" + http.port() + "/realm");
  }

  void rotate(String name) throws JOSEException {
    key = newKey(name);
  }

  String token() throws JOSEException {
    return token(key);
  }

  private String token(RSAKey signer) throws JOSEException {
    var claims =
        new JWTClaimsSet.Builder()
            .issuer(issuer().toString())
            .audience("api://quire")
            .expirationTime(Date.from(Instant.now().plusSeconds(600)))
            .subject("ann")
            .claim("scope", "Files.Read")
            .build();
    var header = new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(signer.getKeyID()).build();
    var token = new SignedJWT(header, claims);
    token.sign(new RSASSASigner(signer));
    return token.serialize();
  }

  /// A token of one who has the right key but calls it something else.
  String tokenWithKeyId(String name) throws JOSEException {
    return token(new RSAKey.Builder(key).keyID(name).build());
  }

  private static RSAKey newKey(String name) throws JOSEException {
    return new RSAKeyGenerator(2048).keyID(name).generate();
  }

  private GraphResponse answer(GraphRequest request) {
    return switch (request.rawPath()) {
      case "/realm/.well-known/openid-configuration" -> discovery(request);
      case "/realm/keys" -> keys(request);
      default -> answers.notFound(request);
    };
  }

  private GraphResponse discovery(GraphRequest request) {
    discoveries.incrementAndGet();
    var document = Map.of("issuer", named, "jwks_uri", issuer() + "/keys");
    return answers.json(request, broken ? 500 : 200, document);
  }

  private GraphResponse keys(GraphRequest request) {
    keyFetches.incrementAndGet();
    return answers.json(request, 200, new JWKSet(key).toJSONObject(true));
  }

  @Override
  public void close() {
    http.close();
  }
}
