package dev.quire.server.token;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.quire.graph.gate.Caller.Account;
import dev.quire.graph.gate.TokenVerifier.TokenRefused;
import dev.quire.server.clock.DevelopmentClock;
import dev.quire.server.data.DataFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DevelopmentIssuerTest {
  private static final Duration HOUR = Duration.ofHours(1);

  @TempDir private Path folder;
  private DevelopmentClock clock;
  private DevelopmentIssuer issuer;

  @BeforeEach
  void open() throws IOException {
    clock = new DevelopmentClock(InstantSource.fixed(Instant.parse("2026-11-23T10:00:00Z")));
    issuer = issuer(folder.resolve("data"));
  }

  private DevelopmentIssuer issuer(Path data) throws IOException {
    return DevelopmentIssuer.open(new DataFolder(data), clock);
  }

  @Test
  void userIsTheSameEverywhere() throws Exception {
    var first = issuer.verifier().verify(issuer.mint(TokenOrder.work("ann", HOUR)));
    var other = issuer(folder.resolve("other"));
    var second = other.verifier().verify(other.mint(TokenOrder.work("ann", HOUR)));
    assertEquals(first, second);
    assertEquals("ann", first.userName());
    assertEquals(Set.of("Files.ReadWrite"), first.grants());
  }

  @Test
  void usersAreDifferentPeople() throws Exception {
    var ann = issuer.verifier().verify(issuer.mint(TokenOrder.work("ann", HOUR)));
    var bob = issuer.verifier().verify(issuer.mint(TokenOrder.work("bob", HOUR)));
    assertFalse(ann.userId().equals(bob.userId()));
  }

  @Test
  void applicationsAndPersonalAccountsCanBeOrdered() throws Exception {
    var grants = List.of("Files.Read", "Files.ReadWrite.All");
    var app = new TokenOrder("robot", grants, true, false, HOUR);
    var caller = issuer.verifier().verify(issuer.mint(app));
    assertEquals(Account.APPLICATION, caller.account());
    assertEquals(Set.copyOf(grants), caller.grants());
    var personal = new TokenOrder("ann", grants, false, true, HOUR);
    assertEquals(Account.PERSONAL, issuer.verifier().verify(issuer.mint(personal)).account());
  }

  @Test
  void keyOutlivesTheProcess() throws Exception {
    var token = issuer.mint(TokenOrder.work("ann", HOUR));
    assertEquals("ann", issuer(folder.resolve("data")).verifier().verify(token).userName());
  }

  @Test
  void tokenOfAnotherFolderIsRefused() throws Exception {
    var token = issuer(folder.resolve("other")).mint(TokenOrder.work("ann", HOUR));
    assertThrows(TokenRefused.class, () -> issuer.verifier().verify(token));
  }

  @Test
  void tokenEndsWithItsLifetime() throws Exception {
    var token = issuer.mint(TokenOrder.work("ann", HOUR));
    clock.advance(Duration.ofMinutes(59));
    issuer.verifier().verify(token);
    clock.advance(Duration.ofMinutes(3));
    assertThrows(TokenRefused.class, () -> issuer.verifier().verify(token));
  }

  @Test
  void onlyTheOwnerCanReadTheKey() throws Exception {
    var permissions = Files.getPosixFilePermissions(folder.resolve("data/issuer.json"));
    assertEquals("rw-------", PosixFilePermissions.toString(permissions));
  }

  @Test
  void publishedKeysHoldNoPrivatePart() {
    var text = issuer.publicKeys().toString();
    assertTrue(text.contains("crv=P-256"), text);
    assertFalse(text.contains(" d="), text);
  }

  @Test
  void keyFileThatIsNoneIsNamed() throws Exception {
    Files.writeString(folder.resolve("data/issuer.json"), "{}");
    var refusal = assertThrows(IOException.class, () -> issuer(folder.resolve("data")));
    assertTrue(refusal.toString().contains("issuer.json"), refusal.toString());
  }
}
