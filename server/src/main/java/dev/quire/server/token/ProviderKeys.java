package dev.quire.server.token;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.source.JWKSetUnavailableException;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jose.util.JSONObjectUtils;
import dev.quire.graph.gate.TokenVerifier;
import java.io.Closeable;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.text.ParseException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// The signing keys of an OpenID provider: found through its discovery document, cached, fetched
/// again ahead of time and when an unknown key turns up, and kept while the provider is down.
///
/// Nothing is fetched before the first token, so the server starts whether or not the provider
/// does.
public final class ProviderKeys implements JWKSource<SecurityContext>, Closeable {
  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(3);
  private static final Duration READ_TIMEOUT = Duration.ofSeconds(5);
  private static final int LONGEST_DOCUMENT_BYTES = 512 * 1024;
  private static final Duration KEEP = Duration.ofMinutes(10);
  private static final Duration REFRESH_AHEAD = Duration.ofMinutes(2);
  private static final Duration WAIT_FOR_REFRESH = Duration.ofSeconds(10);
  private static final Duration KEEP_IN_OUTAGE = Duration.ofHours(4);

  /// At most two fetches of keys in this time, and one try at discovery: tokens with made-up key
  /// ids must not turn into a flood of requests to the provider.
  private static final Duration FETCH_INTERVAL = Duration.ofSeconds(10);

  private final URI issuer;
  private final DefaultResourceRetriever retriever =
      new DefaultResourceRetriever(
          (int) CONNECT_TIMEOUT.toMillis(), (int) READ_TIMEOUT.toMillis(), LONGEST_DOCUMENT_BYTES);
  private final ReentrantLock discovering = new ReentrantLock();
  private volatile Optional<JWKSource<SecurityContext>> found = Optional.empty();
  private long lastFailureNanos;
  private Optional<KeySourceException> lastFailure = Optional.empty();

  /// The keys of the provider with this issuer URL.
  public ProviderKeys(URI issuer) {
    this.issuer = issuer;
  }

  /// Verifies tokens with these keys.
  public TokenVerifier verifier(Set<String> audiences, ClaimRules claims, InstantSource clock) {
    return new JwtVerifier(
        this, new JwtVerifier.Expected(issuer.toString(), audiences, claims), clock);
  }

  @Override
  public List<JWK> get(JWKSelector selector, @Nullable SecurityContext context)
      throws KeySourceException {
    return source().get(selector, context);
  }

  @Override
  public void close() throws IOException {
    if (found.isPresent() && found.get() instanceof Closeable open) {
      open.close();
    }
  }

  private JWKSource<SecurityContext> source() throws KeySourceException {
    var known = found;
    if (known.isPresent()) {
      return known.get();
    }
    discovering.lock();
    try {
      return found.isPresent() ? found.get() : discover();
    } finally {
      discovering.unlock();
    }
  }

  private JWKSource<SecurityContext> discover() throws KeySourceException {
    if (lastFailure.isPresent()
        && System.nanoTime() - lastFailureNanos < FETCH_INTERVAL.toNanos()) {
      throw lastFailure.get();
    }
    try {
      var source = caching(keySetUrl());
      found = Optional.of(source);
      return source;
    } catch (IOException | ParseException | IllegalArgumentException failed) {
      lastFailureNanos = System.nanoTime();
      var failure =
          new JWKSetUnavailableException("Discovery at " + issuer + " failed: " + failed, failed);
      lastFailure = Optional.of(failure);
      throw failure;
    }
  }

  private URL keySetUrl() throws IOException, ParseException {
    var base = issuer.toString().replaceAll("/$", "");
    var document = URI.create(base + "/.well-known/openid-configuration").toURL();
    var fields = JSONObjectUtils.parse(retriever.retrieveResource(document).getContent());
    var named = JSONObjectUtils.getString(fields, "issuer");
    if (!issuer.toString().equals(named)) {
      throw new IOException("The document there is that of " + named + ".");
    }
    return trusted(JSONObjectUtils.getURI(fields, "jwks_uri"));
  }

  /// Keys must not come over a wire that others can write to.
  private URL trusted(URI keys) throws MalformedURLException {
    if (issuer.getScheme().equals("https") && !"https".equals(keys.getScheme())) {
      throw new MalformedURLException("The keys lie at " + keys + ", which is not https.");
    }
    return keys.toURL();
  }

  private JWKSource<SecurityContext> caching(URL keys) {
    return JWKSourceBuilder.create(keys, retriever)
        .cache(KEEP.toMillis(), WAIT_FOR_REFRESH.toMillis())
        .refreshAheadCache(
            REFRESH_AHEAD.toMillis(),
            event -> {},
            Executors.newVirtualThreadPerTaskExecutor(),
            true,
            null,
            false)
        .rateLimited(FETCH_INTERVAL.toMillis())
        .retrying(true)
        .outageTolerant(KEEP_IN_OUTAGE.toMillis())
        .build();
  }
}
