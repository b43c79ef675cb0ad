package dev.quire.store;

import java.net.URI;

/// A place in a bucket of an S3 server.
///
/// @param endpoint scheme, host and port of the server, and a path if it has one, without a slash
///   at the end
/// @param region the region that requests are signed for
/// @param bucket its name; requests name it in the path (path style)
/// @param prefix what keys start with: empty, or a folder with a slash at its end
public record S3Address(URI endpoint, String region, String bucket, String prefix) {
  /// A bucket where Amazon keeps those of a region.
  static S3Address atAmazon(String region, String bucket, String prefix) {
    return new S3Address(
        URI.create("https://s3." + region + ".amazonaws.com"), region, bucket, prefix);
  }

  /// The address of a key below the prefix.
  ///
  /// @param query encoded, without the question mark; may be empty
  URI uri(String key, String query) {
    String path = "/" + SigV4.encodedPath(bucket) + "/" + SigV4.encodedPath(key);
    return URI.create(endpoint + path + (query.isEmpty() ? "" : "?" + query));
  }
}
