package dev.quire.store;

import java.io.IOException;
import java.time.InstantSource;

/// Opens a folder of a WebDAV server as a drive.
public final class WebDavDrive {
  private WebDavDrive() {}

  /// Opens the folder as a drive; on first use, leaves the drive's seed there. Any number of
  /// servers may open the same folder.
  ///
  /// @throws StoreFault.Unreadable when the server or the folder cannot be reached, or it lets us
  ///   not in
  public static RemoteDrive open(WebDavAddress address, InstantSource clock) {
    String where = address.url().toString();
    try {
      return RemoteDrive.open(new WebDavFiles(new WebDavServer(address)), where, clock);
    } catch (IOException e) {
      throw new StoreFault.Unreadable(where, Reason.of(e));
    }
  }
}
