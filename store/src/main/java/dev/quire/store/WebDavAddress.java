package dev.quire.store;

import java.net.URI;
import java.util.Optional;

/// A folder of a WebDAV server.
///
/// @param url `http` or `https`, with a slash at its end
/// @param user whom the server knows; nothing for a server that lets everybody in
/// @param password goes with the user; empty without one
public record WebDavAddress(URI url, Optional<String> user, String password) {
  /// Without the password, so that no log can show it.
  @Override
  public String toString() {
    return "WebDavAddress[" + url + "]";
  }

  /// The address of a path below the folder.
  URI uri(String path) {
    return URI.create(url + SigV4.encodedPath(path));
  }
}
