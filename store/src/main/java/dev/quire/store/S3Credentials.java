package dev.quire.store;

import java.util.Optional;

/// Who asks an S3 server.
///
/// @param accessKey the public half
/// @param secretKey the secret half; never leaves the process
/// @param sessionToken goes with credentials that expire
public record S3Credentials(String accessKey, String secretKey, Optional<String> sessionToken) {
  /// Without the secrets, so that no log can show them.
  @Override
  public String toString() {
    return "S3Credentials[" + accessKey + "]";
  }
}
