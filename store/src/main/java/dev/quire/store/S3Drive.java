package dev.quire.store;

import java.time.InstantSource;

/// Opens a bucket, or a folder of one, as a drive.
public final class S3Drive {
  private S3Drive() {}

  /// Opens the place as a drive; on first use, leaves the drive's seed there. Any number of servers
  /// may open the same place.
  ///
  /// @throws StoreFault.Unreadable when the server or the bucket cannot be reached, or the
  ///   credentials do not suffice
  public static RemoteDrive open(
      S3Address address, S3Credentials credentials, InstantSource clock) {
    var bucket = new S3Bucket(address, credentials, clock);
    return RemoteDrive.open(
        new S3Files(bucket, address.prefix()), "bucket " + address.bucket(), clock);
  }
}
