package dev.quire.graph.gate;

import dev.quire.store.DriveStore;
import java.util.Optional;

/// The drives of a server: which is whose.
public interface Drives {
  /// A drive.
  ///
  /// @param id opaque, starting with `b!`
  /// @param ownerId object id of the user it belongs to, as far as the asking user is concerned
  /// @param ownerName a name to show
  /// @param store what is in it
  record Drive(String id, String ownerId, String ownerName, DriveStore store) {}

  /// The drive of the caller; made now if this is the first time. An application has none.
  Optional<Drive> own(Caller caller);

  /// The drive of a user, as far as the caller may know of it: the caller's own, or anybody's for
  /// an application. Whether a user exists that the caller may not know of is not told.
  ///
  /// @param user object id or user name
  Optional<Drive> ofUser(Caller caller, String user);

  /// The document library of a site; empty unless one was given to the server.
  ///
  /// @param site id of the site, or `host:/path`; compared without case
  default Optional<Drive> ofSite(Caller caller, String site) {
    return Optional.empty();
  }

  /// The drive of a group; empty unless one was given to the server.
  ///
  /// @param group id of the group; compared without case
  default Optional<Drive> ofGroup(Caller caller, String group) {
    return Optional.empty();
  }

  /// The drive with this id, under the same rule.
  Optional<Drive> byId(Caller caller, String driveId);
}
