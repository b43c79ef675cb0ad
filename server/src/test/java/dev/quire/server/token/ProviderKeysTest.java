package dev.quire.server.token;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.nimbusds.jose.JOSEException;
import dev.quire.graph.gate.TokenVerifier;
import dev.quire.graph.gate.TokenVerifier.TokenRefused;
import java.io.IOException;
import java.time.InstantSource;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class ProviderKeysTest {
  private Provider provider;
  private ProviderKeys keys;
  private TokenVerifier verifier;

  @BeforeEach
  void start() throws IOException, JOSEException {
    provider = new Provider();
    keys = new ProviderKeys(provider.issuer());
    verifier = keys.verifier(Set.of("api://quire"), ClaimRules.USUAL, InstantSource.system());
  }

  @AfterEach
  void stop() throws IOException {
    keys.close();
    provider.close();
  }

  @Test
  void tokenOfTheProviderIsAccepted() throws Exception {
    var caller = verifier.verify(provider.token());
    assertEquals("ann", caller.userId());
    assertEquals(Set.of("Files.Read"), caller.grants());
  }

  @Test
  void keysAreFetchedOnce() throws Exception {
    for (var round = 0; round < 20; round++) {
      verifier.verify(provider.token());
    }
    assertEquals(1, provider.discoveries.get());
    assertEquals(1, provider.keyFetches.get());
  }

  @Test
  void newKeyIsPickedUpAtOnce() throws Exception {
    verifier.verify(provider.token());
    provider.rotate("second");
    assertEquals("ann", verifier.verify(provider.token()).userId());
    assertEquals(2, provider.keyFetches.get());
  }

  @Test
  void madeUpKeyIdsDoNotFloodTheProvider() throws Exception {
    verifier.verify(provider.token());
    for (var round = 0; round < 20; round++) {
      var forged = provider.tokenWithKeyId("made-up-" + round);
      assertThrows(TokenRefused.class, () -> verifier.verify(forged));
    }
    assertTrue(provider.keyFetches.get() <= 3, "fetches: " + provider.keyFetches);
  }

  @Test
  void knownKeysLastWhileTheProviderIsDown() throws Exception {
    var token = provider.token();
    verifier.verify(token);
    provider.close();
    assertEquals("ann", verifier.verify(token).userId());
  }

  @Test
  void providerThatIsDownFromTheStartRefusesWithoutBeingAskedAgainAndAgain() throws Exception {
    provider.broken = true;
    for (var round = 0; round < 5; round++) {
      var token = provider.token();
      var refusal = assertThrows(TokenRefused.class, () -> verifier.verify(token));
      assertTrue(refusal.toString().contains("cannot be fetched"), refusal.toString());
    }
    assertEquals(1, provider.discoveries.get());
  }

  @Test
  void documentOfAnotherIssuerIsNotTrusted() throws Exception {
    provider.named = "https://else.example";
    var token = provider.token();
    assertThrows(TokenRefused.class, () -> verifier.verify(token));
    assertEquals(0, provider.keyFetches.get());
  }
}
