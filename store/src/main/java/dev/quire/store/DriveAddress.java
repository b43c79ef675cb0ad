package dev.quire.store;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Where a drive lies. Holds no secrets, so it may be shown.
public sealed interface DriveAddress {
  /// A folder of this machine.
  record Folder(Path path) implements DriveAddress {
    @Override
    public String toString() {
      return path.toString();
    }
  }

  /// The memory of this process: gone when it ends.
  record Memory() implements DriveAddress {
    @Override
    public String toString() {
      return "memory:";
    }
  }

  /// A bucket, or a folder of one.
  ///
  /// @param prefix what keys start with: empty, or a folder with a slash at its end
  /// @param endpoint the server, when the address names one
  /// @param region the region, when the address names one
  record S3(String bucket, String prefix, Optional<URI> endpoint, Optional<String> region)
      implements DriveAddress {
    @Override
    public String toString() {
      return "s3://" + bucket + "/" + prefix;
    }
  }

  /// A folder of a WebDAV server.
  ///
  /// @param url `http` or `https`, with a slash at its end
  record WebDav(URI url) implements DriveAddress {
    @Override
    public String toString() {
      return "webdav" + url.toString().substring("http".length());
    }
  }

  /// Reads an address: `file:/srv/books` or a plain path, `memory:`, `s3://bucket/folder`, with
  /// `?endpoint=https://host&region=name` behind it if need be, `webdav://host/folder` (over http)
  /// or `webdavs://host/folder` (over https).
  ///
  /// @throws IllegalArgumentException when it is none; the message says what is wrong with it
  static DriveAddress parse(String text) {
    int colon = text.indexOf(':');
    // A letter before a colon is a drive of Windows.
    String scheme = colon > 1 ? text.substring(0, colon) : "";
    return switch (scheme) {
      case "s3" -> s3(uri(text));
      case "webdav", "webdavs" -> webDav(uri(text));
      case "memory" -> memory(text);
      case "file" -> new Folder(folder(uri(text)));
      default -> new Folder(folder(text));
    };
  }

  /// A drive of its own inside the place of another.
  ///
  /// @param name letters, digits and hyphens
  default DriveAddress inside(String name) {
    return switch (this) {
      case Folder folder -> new Folder(folder.path().resolve(name));
      case Memory memory -> memory;
      case S3 s3 -> new S3(s3.bucket(), s3.prefix() + name + "/", s3.endpoint(), s3.region());
      case WebDav webDav -> new WebDav(webDav.url().resolve(name + "/"));
    };
  }

  private static URI uri(String text) {
    try {
      return new URI(text);
    } catch (URISyntaxException odd) {
      throw new IllegalArgumentException("is no address: " + odd.getReason());
    }
  }

  private static Path folder(String text) {
    try {
      return Path.of(text).toAbsolutePath().normalize();
    } catch (InvalidPathException odd) {
      throw new IllegalArgumentException("must be a folder");
    }
  }

  private static Path folder(URI url) {
    String path = url.getPath();
    if (path == null || url.getAuthority() != null) {
      throw new IllegalArgumentException("must be like file:/srv/books");
    }
    return folder(path);
  }

  private static DriveAddress memory(String text) {
    if (!text.equals("memory:")) {
      throw new IllegalArgumentException("is memory: and nothing else");
    }
    return new Memory();
  }

  private static S3 s3(URI url) {
    if (url.getUserInfo() != null) {
      throw new IllegalArgumentException("must not hold credentials: use AWS_ACCESS_KEY_ID");
    }
    String bucket = url.getAuthority();
    if (bucket == null) {
      throw new IllegalArgumentException("names no bucket; it must be like s3://bucket/folder");
    }
    Map<String, String> query = query(url, Set.of("endpoint", "region"));
    return new S3(
        bucket,
        slashed(url.getPath()).substring(1),
        Optional.ofNullable(query.get("endpoint")).map(DriveAddress::server),
        Optional.ofNullable(query.get("region")));
  }

  private static WebDav webDav(URI url) {
    if (url.getUserInfo() != null) {
      throw new IllegalArgumentException("must not hold a password: use QUIRE_WEBDAV_PASSWORD");
    }
    if (url.getHost() == null || url.getRawQuery() != null) {
      throw new IllegalArgumentException("must be like webdavs://host/folder");
    }
    String scheme = url.getScheme().equals("webdavs") ? "https" : "http";
    return new WebDav(
        URI.create(scheme + "://" + url.getRawAuthority() + slashed(url.getRawPath())));
  }

  private static String slashed(String path) {
    return path.endsWith("/") ? path : path + "/";
  }

  private static Map<String, String> query(URI url, Set<String> known) {
    var found = new HashMap<String, String>();
    String query = url.getQuery() == null ? "" : url.getQuery();
    for (String pair : Arrays.stream(query.split("&")).filter(p -> !p.isEmpty()).toList()) {
      String[] parts = pair.split("=", 2);
      if (parts.length < 2 || !known.contains(parts[0])) {
        throw new IllegalArgumentException("has an unknown part: " + parts[0]);
      }
      found.put(parts[0], parts[1]);
    }
    return found;
  }

  /// The address of a server, without a slash at its end.
  ///
  /// @throws IllegalArgumentException when it is none
  static URI server(String text) {
    URI url = uri(text.endsWith("/") ? text.substring(0, text.length() - 1) : text);
    boolean isHttp = "http".equals(url.getScheme()) || "https".equals(url.getScheme());
    if (!isHttp || url.getHost() == null || url.getUserInfo() != null) {
      throw new IllegalArgumentException("has an endpoint that is no http address");
    }
    return url;
  }
}
