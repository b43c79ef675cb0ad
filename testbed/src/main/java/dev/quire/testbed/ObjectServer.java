package dev.quire.testbed;

import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.Properties;
import org.gaul.s3proxy.BlobStores;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.blobstore.BlobStore;

/// A server of another house that speaks the S3 protocol, checks signatures and keeps objects in
/// memory, on loopback.
public final class ObjectServer implements AutoCloseable {
  /// The only key that it knows.
  public static final String ACCESS_KEY = "quire-test";

  /// What belongs to the key.
  public static final String SECRET_KEY = "no secret at all";

  /// A region, as requests are signed for one.
  public static final String REGION = "eu-test-1";

  private final S3Proxy proxy;
  private final BlobStore objects;

  private ObjectServer(S3Proxy proxy, BlobStore objects) {
    this.proxy = proxy;
    this.objects = objects;
  }

  /// Starts one without any bucket.
  ///
  /// @throws IOException when it cannot be
  public static ObjectServer start() throws IOException {
    try {
      BlobStore objects = BlobStores.create("transient-nio2", new Properties());
      S3Proxy proxy =
          S3Proxy.builder()
              .blobStore(objects)
              .awsAuthentication(AuthenticationType.AWS_V4, ACCESS_KEY, SECRET_KEY)
              .endpoint(URI.create("http://127.0.0.1:0"))
              .build();
      proxy.start();
      return new ObjectServer(proxy, objects);
    } catch (Exception refused) {
      throw new IOException("the S3 server did not start", refused);
    }
  }

  /// The port that it listens on.
  public int port() {
    return proxy.getPort();
  }

  /// Makes a bucket.
  public void makeBucket(String name) {
    objects.createContainer(name);
  }

  /// The variables that tell programs how to sign.
  public static Map<String, String> environment() {
    return Map.of(
        "AWS_ACCESS_KEY_ID", ACCESS_KEY, "AWS_SECRET_ACCESS_KEY", SECRET_KEY, "AWS_REGION", REGION);
  }

  @Override
  public void close() throws IOException {
    try {
      proxy.stop();
    } catch (Exception refused) {
      throw new IOException("the S3 server did not stop", refused);
    }
  }
}
