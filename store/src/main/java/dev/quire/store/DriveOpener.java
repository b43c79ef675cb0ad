package dev.quire.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Opens drives by their addresses. What else is needed to reach them comes from the environment,
/// by the names that other programs use: `AWS_ACCESS_KEY_ID`, `AWS_SECRET_ACCESS_KEY`,
/// `AWS_SESSION_TOKEN`, `AWS_REGION` or `AWS_DEFAULT_REGION`, `AWS_ENDPOINT_URL_S3` or
/// `AWS_ENDPOINT_URL`; and `QUIRE_WEBDAV_USER`, `QUIRE_WEBDAV_PASSWORD`.
///
/// @param environment the variables
/// @param clock what requests are dated with
public record DriveOpener(Map<String, String> environment, InstantSource clock) {
  private static final String USUAL_REGION = "us-east-1";

  /// Copies the variables.
  public DriveOpener {
    environment = Map.copyOf(environment);
  }

  /// Names no secrets.
  @Override
  public String toString() {
    return "DriveOpener";
  }

  /// Opens a drive. A folder of this machine is made when it is absent.
  ///
  /// @param state where a folder of this machine keeps what must survive restarts
  /// @throws StoreFault.Unreadable when it cannot be reached
  /// @throws IOException when a folder cannot be made
  public DriveStore open(DriveAddress address, Path state) throws IOException {
    return switch (address) {
      case DriveAddress.Folder folder ->
          FolderDrive.open(Files.createDirectories(folder.path()).toRealPath(), state);
      case DriveAddress.Memory _ -> new MemoryDrive(clock);
      case DriveAddress.S3 s3 -> S3Drive.open(place(s3), credentials(), clock);
      case DriveAddress.WebDav webDav ->
          WebDavDrive.open(
              new WebDavAddress(
                  webDav.url(),
                  find("QUIRE_WEBDAV_USER"),
                  find("QUIRE_WEBDAV_PASSWORD").orElse("")),
              clock);
    };
  }

  /// A drive in a database whose contents are objects of a bucket. Any number of servers may use
  /// both.
  ///
  /// @param guard is asked before a file is replaced or removed
  /// @throws StoreFault.Unreadable when the credentials are missing
  /// @throws StoreFault.Unreachable when the database cannot be used
  public DatabaseDrive open(
      DriveAddress.S3 address, Transactions database, String name, DatabaseDrive.Guard guard) {
    S3Address place = place(address);
    var bucket = new S3Bucket(place, credentials(), clock);
    var contents = new ObjectContents(database, bucket, place.prefix(), clock);
    return DatabaseDrive.open(database, contents, name, clock, guard);
  }

  private S3Address place(DriveAddress.S3 s3) {
    String region =
        s3.region().or(() -> find("AWS_REGION", "AWS_DEFAULT_REGION")).orElse(USUAL_REGION);
    return s3.endpoint()
        .or(() -> find("AWS_ENDPOINT_URL_S3", "AWS_ENDPOINT_URL").map(DriveAddress::server))
        .map(endpoint -> new S3Address(endpoint, region, s3.bucket(), s3.prefix()))
        .orElseGet(() -> S3Address.atAmazon(region, s3.bucket(), s3.prefix()));
  }

  private S3Credentials credentials() {
    return new S3Credentials(
        needed("AWS_ACCESS_KEY_ID"), needed("AWS_SECRET_ACCESS_KEY"), find("AWS_SESSION_TOKEN"));
  }

  private String needed(String variable) {
    return find(variable)
        .orElseThrow(() ->
            new StoreFault.Unreadable(
                "the bucket", "the variable %s is missing".formatted(variable)));
  }

  private Optional<String> find(String... variables) {
    return Stream.of(variables)
        .flatMap(name -> Optional.ofNullable(environment.get(name)).stream())
        .filter(value -> !value.isBlank())
        .findFirst();
  }
}
