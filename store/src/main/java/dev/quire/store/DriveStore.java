package dev.quire.store;

import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// The files of one drive. All methods are safe to call from many threads and see each other's
/// effects at once. Ids are opaque, unique in the drive, and stay the same across restarts.
///
/// Paths are relative to the root, separated by `/`, not escaped, without leading or trailing
/// slash; the root is the empty path. A path that would leave the drive, or a name that the drive
/// cannot hold, is [StoreFault.BadName].
public interface DriveStore {
  /// The root folder.
  Item root();

  /// The item with this id.
  Optional<Item> find(String id);

  /// The item at this path, or nothing.
  ///
  /// @throws StoreFault.BadName when no item of a drive could have this path
  Optional<Item> findByPath(String path);

  /// What lies directly in a folder, by name without regard to case.
  ///
  /// @throws StoreFault.NotFound when there is no such folder
  List<Item> children(String folderId);

  /// The whole content of a file, with the tags it has at that moment.
  ///
  /// @throws StoreFault.NotFound when there is no such file
  Content read(String id);

  /// The same for whoever keeps it: a large content does not take room on the heap. What becomes of
  /// the file later does not show in it.
  ///
  /// @throws StoreFault.NotFound when there is no such file
  default Snapshot snapshot(String id) {
    return Snapshot.of(read(id));
  }

  /// Replaces the content of a file in one step: whoever reads sees all of the old or all of the
  /// new bytes, also after a power loss. Durable when this returns.
  ///
  /// @param content all of the buffer, which nobody may change meanwhile; its position means
  ///   nothing
  /// @param ifMatch the tag (either of the two) the file must have, or nothing to replace whatever
  ///   is there
  /// @throws StoreFault.NotFound when there is no such file
  /// @throws StoreFault.Changed when the file has another tag; nothing is written then
  /// @throws StoreFault.Unwritable when the bytes could not be stored; the old content stays
  Item replace(String id, ByteBuffer content, Optional<String> ifMatch);

  /// The same with a content in an array.
  default Item replace(String id, byte[] content, Optional<String> ifMatch) {
    return replace(id, ByteBuffer.wrap(content), ifMatch);
  }

  /// Creates a file in a folder, durable when this returns.
  ///
  /// @throws StoreFault.Exists when the folder has an item of that name already
  /// @throws StoreFault.BadName when the name cannot be a file name
  /// @throws StoreFault.NotFound when there is no such folder
  /// @throws StoreFault.Unwritable when the content ended with an error, or could not be stored;
  ///   nothing is created then
  Item create(String folderId, String name, InputStream content);

  /// Creates an empty folder in a folder, durable when this returns.
  ///
  /// @throws StoreFault.Exists when the folder has an item of that name already
  /// @throws StoreFault.BadName when the name cannot be a file name
  /// @throws StoreFault.NotFound when there is no such folder
  /// @throws StoreFault.Unwritable when it could not be made
  Item createFolder(String parentId, String name);

  /// Gives an item another name, another folder, or both. It keeps its id, and so does all that is
  /// in it. Durable when this returns.
  ///
  /// @param folderId the folder it is to lie in; may be the one it lies in
  /// @param name what it is to be called; may be what it is called
  /// @param ifMatch the tag (either of the two) the item must have, or nothing
  /// @throws StoreFault.Exists when the folder has another item of that name already
  /// @throws StoreFault.BadName when the name cannot be a file name, or a folder would lie in
  ///   itself
  /// @throws StoreFault.NotFound when there is no such item or no such folder
  /// @throws StoreFault.Changed when the item has another tag
  /// @throws StoreFault.Unwritable when it could not be moved; the root never can
  Item move(String id, String folderId, String name, Optional<String> ifMatch);

  /// Lets a file take the place of another one, which goes. Drives in which this is one step say
  /// so; in others the one goes first, and a crash may come before the other has its place.
  ///
  /// @param targetId the file that goes
  /// @param targetIfMatch the tag (either of the two) it must have, or nothing
  /// @param ifMatch the tag (either of the two) the moved file must have, or nothing
  /// @throws StoreFault.NotFound when one of them is not there
  /// @throws StoreFault.Changed when one of them has another tag; nothing has happened then
  /// @throws StoreFault.Unwritable when it could not be done
  default Item moveOnto(
      String id, String targetId, Optional<String> targetIfMatch, Optional<String> ifMatch) {
    Item item = find(id).orElseThrow(() -> new StoreFault.NotFound(id));
    ifMatch.ifPresent(item::requireTag);
    Item target = find(targetId).orElseThrow(() -> new StoreFault.NotFound(targetId));
    delete(targetId, targetIfMatch);
    return move(id, target.parentId().orElseThrow(), target.name(), ifMatch);
  }

  /// Creates a folder with all that is to lie in it. Drives in which it appears in one step say so;
  /// in others it fills before everybody's eyes, and a crash leaves a part of it.
  ///
  /// @param filling puts things in; when it fails there is no folder
  /// @throws StoreFault.Exists when the folder has an item of that name already
  /// @throws StoreFault.BadName when the name cannot be a file name
  /// @throws StoreFault.NotFound when there is no such folder
  /// @throws StoreFault.Unwritable when it could not be made
  default Item createFolder(String parentId, String name, Consumer<Nest> filling) {
    Item folder = createFolder(parentId, name);
    try {
      filling.accept(new OpenNest(this, folder.id()));
    } catch (RuntimeException failed) {
      delete(folder.id(), Optional.empty());
      throw failed;
    }
    return find(folder.id()).orElseThrow(() -> new StoreFault.NotFound(folder.id()));
  }

  /// A new folder that is being filled.
  interface Nest {
    /// Puts a file in.
    void file(String name, InputStream content);

    /// Puts a folder in.
    ///
    /// @return what is to be filled next
    Nest folder(String name);
  }

  /// Removes a file, or a folder with all that is in it.
  ///
  /// @param ifMatch the tag (either of the two) the item must have, or nothing
  /// @throws StoreFault.NotFound when there is no such item
  /// @throws StoreFault.Changed when the item has another tag
  /// @throws StoreFault.Unwritable when it could not be removed; the root never can
  void delete(String id, Optional<String> ifMatch);

  /// What lies beside the items. Nothing happens to it when items change or go: whoever puts
  /// something there about an item takes it away with the item.
  Shelf shelf();
}
