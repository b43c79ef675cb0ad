package dev.quire.server.tls;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.quire.graph.exchange.GraphRequest;
import dev.quire.graph.exchange.GraphResponse;
import dev.quire.server.GraphService;
import dev.quire.server.QuireServer;
import dev.quire.server.ServerConfig;
import dev.quire.server.clock.DevelopmentClock;
import dev.quire.server.control.ControlClient;
import dev.quire.server.data.DataFolder;
import dev.quire.server.http.Answers;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPair;
import java.security.KeyStore;
import java.security.PublicKey;
import java.security.cert.CertPathValidator;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TlsTest {
  private static final InstantSource CLOCK = InstantSource.system();

  @TempDir private Path folder;

  @Test
  void clientsThatTrustTheAuthorityGetThroughByEveryName() throws Exception {
    try (var server = start();
        var client = client(server)) {
      for (var name : List.of("localhost", "127.0.0.1")) {
        for (var version : Version.values()) {
          var url = URI.create("https://" + name + ":" + server.port() + "/health");
          var request = HttpRequest.newBuilder(url).version(version).build();
          var reply = client.send(request, BodyHandlers.ofString());
          assertEquals(200, reply.statusCode());
          assertEquals(version, reply.version());
        }
      }
    }
  }

  @Test
  void othersDoNot() throws Exception {
    try (var server = start();
        var client = HttpClient.newHttpClient()) {
      var request = HttpRequest.newBuilder(server.baseUrl().resolve("/health")).build();
      assertThrows(
          SSLHandshakeException.class, () -> client.send(request, BodyHandlers.ofString()));
    }
  }

  @Test
  void commandsReachAServerWithTls() throws Exception {
    try (var server = start();
        var control = ControlClient.open(new DataFolder(folder), server.baseUrl())) {
      assertEquals("PT6M", control.change("clock", Map.of("advance", "PT6M")).get("offset"));
    }
  }

  @Test
  void authorityStaysUntilItsEndIsNear() throws Exception {
    var tls = folder.resolve("tls");
    var first = Files.readString(LocalAuthority.open(tls, CLOCK).certificateFile());
    var server = Files.readAllBytes(tls.resolve("localhost.p12"));
    LocalAuthority.open(tls, CLOCK);
    assertArrayEquals(server, Files.readAllBytes(tls.resolve("localhost.p12")));

    LocalAuthority.open(tls, later(Duration.ofDays(380)));
    assertEquals(first, Files.readString(tls.resolve("authority.pem")));
    assertFalse(Arrays.equals(server, Files.readAllBytes(tls.resolve("localhost.p12"))));

    LocalAuthority.open(tls, later(Duration.ofDays(3640)));
    assertFalse(first.equals(Files.readString(tls.resolve("authority.pem"))));
  }

  @Test
  void keysAreForTheOwnerAlone() throws IOException {
    var tls = folder.resolve("tls");
    LocalAuthority.open(tls, CLOCK);
    for (var name : List.of("authority.p12", "localhost.p12")) {
      var permissions = Files.getPosixFilePermissions(tls.resolve(name));
      assertEquals("rw-------", PosixFilePermissions.toString(permissions));
    }
  }

  @Test
  void authorityCannotVouchForOtherHosts() throws Exception {
    // Java does not look at what a trusted certificate itself is allowed, hence one above it.
    var root = Certificates.newKey();
    var authorityKey = Certificates.newKey();
    var authority =
        Certificates.certificate(
            "authority",
            authorityKey.getPublic(),
            Extensions.ofAuthority(authorityKey.getPublic()),
            "root",
            root.getPrivate(),
            Instant.now(),
            Duration.ofDays(10));
    validate(leaf("localhost", authorityKey), authority, root.getPublic());
    var foreign = leaf("bank.example", authorityKey);
    assertThrows(
        CertPathValidatorException.class, () -> validate(foreign, authority, root.getPublic()));
  }

  @Test
  void certificateReadsBackAsMade() throws Exception {
    var tls = folder.resolve("tls");
    LocalAuthority.open(tls, CLOCK);
    var store = KeyStore.getInstance(tls.resolve("localhost.p12").toFile(), "quire".toCharArray());
    var chain = store.getCertificateChain("quire");
    var server = (X509Certificate) chain[0];
    var authority = (X509Certificate) chain[1];
    server.verify(authority.getPublicKey());
    assertEquals(3, server.getVersion());
    assertEquals("CN=localhost", server.getSubjectX500Principal().getName());
    assertEquals(-1, server.getBasicConstraints());
    assertEquals(0, authority.getBasicConstraints());
    assertTrue(authority.getKeyUsage()[5]);
    assertEquals(List.of("1.3.6.1.5.5.7.3.1"), server.getExtendedKeyUsage());
    assertEquals(3, server.getSubjectAlternativeNames().size());
  }

  @Test
  void timesFrom2050OnHaveFourDigitYears() {
    var last = Der.time(Instant.parse("2049-12-31T23:59:59Z"));
    var next = Der.time(Instant.parse("2050-01-01T00:00:00Z"));
    assertEquals("491231235959Z", new String(last, 2, last.length - 2));
    assertEquals("20500101000000Z", new String(next, 2, next.length - 2));
  }

  @Test
  void lengthsBeyond127AreWrittenInSeveralBytes() {
    assertArrayEquals(
        new byte[] {4, (byte) 0x81, (byte) 200}, Arrays.copyOf(Der.octets(new byte[200]), 3));
    assertArrayEquals(
        new byte[] {4, (byte) 0x82, 1, 44}, Arrays.copyOf(Der.octets(new byte[300]), 4));
  }

  /// A certificate for one host, signed without asking what the authority may do.
  private static X509Certificate leaf(String host, KeyPair authority) throws Exception {
    var name = Der.implicit(2, host.getBytes());
    var names = Der.sequence(Der.oid("2.5.29.17"), Der.octets(Der.sequence(name)));
    return Certificates.certificate(
        host,
        Certificates.newKey().getPublic(),
        Der.sequence(names),
        "authority",
        authority.getPrivate(),
        Instant.now(),
        Duration.ofDays(1));
  }

  private static void validate(X509Certificate leaf, X509Certificate authority, PublicKey root)
      throws Exception {
    var parameters = new PKIXParameters(Set.of(new TrustAnchor("CN=root", root, null)));
    parameters.setRevocationEnabled(false);
    var path = CertificateFactory.getInstance("X.509").generateCertPath(List.of(leaf, authority));
    CertPathValidator.getInstance("PKIX").validate(path, parameters);
  }

  private static InstantSource later(Duration time) {
    return InstantSource.fixed(Instant.now().plus(time));
  }

  private QuireServer start() throws Exception {
    var plain = ServerConfig.development(folder);
    var config =
        new ServerConfig(
            plain.host(),
            0,
            true,
            plain.data(),
            plain.identity(),
            plain.bodyLimitBytes(),
            plain.idleTimeout(),
            plain.connections(),
            plain.drainTimeout(),
            new DevelopmentClock(CLOCK),
            plain.log(),
            false);
    return QuireServer.start(
        config,
        (tokens, clock) -> {
          var answers = new Answers(clock);
          return new GraphService() {
            @Override
            public GraphResponse answer(GraphRequest request) {
              return answers.notImplemented(request);
            }

            @Override
            public void close() {}
          };
        });
  }

  private HttpClient client(QuireServer server) throws IOException {
    assertTrue(Files.exists(server.authorityFile().orElseThrow()));
    return HttpClient.newBuilder()
        .sslContext(LocalAuthority.trustOf(folder.resolve("tls")))
        .build();
  }
}
