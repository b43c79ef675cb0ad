package dev.quire.server.tls;

import dev.quire.server.data.SecretFiles;
import dev.quire.server.http.Listen;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/// A certificate authority in a folder, and the certificate for localhost that it signed. Both are
/// made when they are missing or near their end; until then clients that trust the authority once
/// need not be told again.
///
/// ```
/// authority.pem   what clients must trust
/// authority.p12   the authority's key
/// localhost.p12   the server's key and certificates
/// ```
public final class LocalAuthority {
  private static final String AUTHORITY = "Quire local authority";
  private static final Duration AUTHORITY_LIFETIME = Duration.ofDays(3650);

  /// Some systems refuse server certificates that are valid for longer than this.
  private static final Duration SERVER_LIFETIME = Duration.ofDays(397);

  private static final Duration RENEWED_BEFORE_END = Duration.ofDays(30);
  private static final String ALIAS = "quire";

  /// What protects the key stores is that only their owner can read them.
  private static final String PASSWORD = "quire";

  private final Path folder;
  private final Instant now;

  private LocalAuthority(Path folder, Instant now) {
    this.folder = folder;
    this.now = now;
  }

  /// The authority in a folder, ready to serve with.
  public static LocalAuthority open(Path folder, InstantSource clock) throws IOException {
    var authority = new LocalAuthority(folder, clock.instant());
    try {
      authority.prepare();
      return authority;
    } catch (GeneralSecurityException odd) {
      throw new IOException("Cannot make a certificate in " + folder + ": " + odd, odd);
    }
  }

  /// What a client must trust to reach the server of a folder.
  ///
  /// @throws IOException when there is no authority
  public static SSLContext trustOf(Path folder) throws IOException {
    try (var pem = Files.newInputStream(folder.resolve("authority.pem"))) {
      var trusted = KeyStore.getInstance(KeyStore.getDefaultType());
      trusted.load(null, null);
      trusted.setCertificateEntry(
          ALIAS, CertificateFactory.getInstance("X.509").generateCertificate(pem));
      var managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      managers.init(trusted);
      var context = SSLContext.getInstance("TLS");
      context.init(null, managers.getTrustManagers(), null);
      return context;
    } catch (GeneralSecurityException odd) {
      throw new IOException("Cannot trust the authority in " + folder + ": " + odd, odd);
    }
  }

  /// The authority's certificate in PEM form, for clients.
  public Path certificateFile() {
    return folder.resolve("authority.pem");
  }

  /// The key and certificates to serve with.
  public Listen.KeyFile serverKey() {
    return new Listen.KeyFile(folder.resolve("localhost.p12"), PASSWORD);
  }

  private void prepare() throws IOException, GeneralSecurityException {
    SecretFiles.createFolder(folder);
    var known = read(folder.resolve("authority.p12")).filter(this::lasts);
    var authority = known.isPresent() ? known.get() : newAuthority();
    var server = read(serverKey().file()).filter(this::lasts);
    if (known.isEmpty() || server.isEmpty()) {
      write(serverKey().file(), newServer(authority));
    }
  }

  private Entry newAuthority() throws IOException, GeneralSecurityException {
    var pair = Certificates.newKey();
    var certificate =
        Certificates.certificate(
            AUTHORITY,
            pair.getPublic(),
            Extensions.ofAuthority(pair.getPublic()),
            AUTHORITY,
            pair.getPrivate(),
            now,
            AUTHORITY_LIFETIME);
    var entry = new Entry(pair.getPrivate(), certificate);
    write(folder.resolve("authority.p12"), entry);
    SecretFiles.replace(certificateFile(), pem(certificate).getBytes(StandardCharsets.US_ASCII));
    return entry;
  }

  private Entry newServer(Entry authority) throws GeneralSecurityException {
    var pair = Certificates.newKey();
    var certificate =
        Certificates.certificate(
            "localhost",
            pair.getPublic(),
            Extensions.ofServer(pair.getPublic(), authority.certificate().getPublicKey()),
            AUTHORITY,
            authority.key(),
            now,
            SERVER_LIFETIME);
    return new Entry(pair.getPrivate(), certificate, authority.certificate());
  }

  private boolean lasts(Entry entry) {
    return entry.certificate().getNotAfter().toInstant().isAfter(now.plus(RENEWED_BEFORE_END));
  }

  private static Optional<Entry> read(Path file) throws IOException, GeneralSecurityException {
    if (Files.notExists(file)) {
      return Optional.empty();
    }
    var store = KeyStore.getInstance(file.toFile(), PASSWORD.toCharArray());
    return store.getKey(ALIAS, PASSWORD.toCharArray()) instanceof PrivateKey key
            && store.getCertificate(ALIAS) instanceof X509Certificate certificate
        ? Optional.of(new Entry(key, certificate))
        : Optional.empty();
  }

  private static void write(Path file, Entry entry) throws IOException, GeneralSecurityException {
    var store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    store.setKeyEntry(ALIAS, entry.key(), PASSWORD.toCharArray(), entry.chain());
    var bytes = new ByteArrayOutputStream();
    store.store(bytes, PASSWORD.toCharArray());
    SecretFiles.replace(file, bytes.toByteArray());
  }

  private static String pem(X509Certificate certificate) throws GeneralSecurityException {
    var lines = Base64.getMimeEncoder(64, new byte[] {'\n'});
    return "-----BEGIN CERTIFICATE-----\n"
        + lines.encodeToString(certificate.getEncoded())
        + "\n-----END CERTIFICATE-----\n";
  }

  /// A key with its certificate, and those above it.
  private record Entry(PrivateKey key, X509Certificate certificate, X509Certificate... above) {
    Certificate[] chain() {
      var chain = new Certificate[above.length + 1];
      chain[0] = certificate;
      System.arraycopy(above, 0, chain, 1, above.length);
      return chain;
    }
  }
}
