package dev.quire.store;

import dev.quire.testbed.ObjectServer;
import java.io.IOException;
import java.net.URI;
import java.time.InstantSource;
import java.util.Optional;

/// Buckets on an [ObjectServer], and how they are reached.
final class S3Server implements AutoCloseable {
  static final S3Credentials CREDENTIALS =
      new S3Credentials(ObjectServer.ACCESS_KEY, ObjectServer.SECRET_KEY, Optional.empty());
  static final String REGION = ObjectServer.REGION;

  private final ObjectServer server;

  private S3Server(ObjectServer server) {
    this.server = server;
  }

  static S3Server start() throws IOException {
    return new S3Server(ObjectServer.start());
  }

  /// Makes a bucket.
  ///
  /// @param prefix what keys of the address start with
  S3Address bucket(String name, String prefix) {
    server.makeBucket(name);
    return new S3Address(URI.create("http://127.0.0.1:" + server.port()), REGION, name, prefix);
  }

  static S3Bucket bucket(S3Address address) {
    return new S3Bucket(address, CREDENTIALS, InstantSource.system());
  }

  static RemoteDrive open(S3Address address) {
    return S3Drive.open(address, CREDENTIALS, InstantSource.system());
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
