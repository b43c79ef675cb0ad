package dev.quire.store;

import java.net.URI;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.gaul.s3proxy.BlobStores;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;

/// A server of another house that speaks the S3 protocol, checks signatures and keeps objects in
/// memory.
final class S3Server implements AutoCloseable {
  static final S3Credentials CREDENTIALS =
      new S3Credentials("quire-test", "no secret at all", Optional.empty());
  static final String REGION = "eu-test-1";

  private final S3Proxy proxy;

  private S3Server(S3Proxy proxy) {
    this.proxy = proxy;
  }

  static S3Server start() throws Exception {
    S3Proxy proxy =
        S3Proxy.builder()
            .blobStore(BlobStores.create("transient-nio2", new Properties()))
            .awsAuthentication(
                AuthenticationType.AWS_V4, CREDENTIALS.accessKey(), CREDENTIALS.secretKey())
            .endpoint(URI.create("http://127.0.0.1:0"))
            .build();
    proxy.start();
    return new S3Server(proxy);
  }

  /// Makes a bucket.
  ///
  /// @param prefix what keys of the address start with
  S3Address bucket(String name, String prefix) throws Exception {
    var address =
        new S3Address(URI.create("http://127.0.0.1:" + proxy.getPort()), REGION, name, prefix);
    int status = bucket(address).put("", S3Bucket.NO_BODY, Map.of()).status();
    if (status != 200) {
      throw new IllegalStateException("no bucket: " + status);
    }
    return address;
  }

  static S3Bucket bucket(S3Address address) {
    return new S3Bucket(address, CREDENTIALS, InstantSource.system());
  }

  static RemoteDrive open(S3Address address) {
    return S3Drive.open(address, CREDENTIALS, InstantSource.system());
  }

  @Override
  public void close() throws Exception {
    proxy.stop();
  }
}
