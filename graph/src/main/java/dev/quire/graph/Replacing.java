package dev.quire.graph;

import dev.quire.graph.Entry.Found;
import dev.quire.graph.resource.NotServed;
import dev.quire.session.Sessions;
import dev.quire.store.Item;
import dev.quire.store.StoreFault;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// What takes the place of a file: another content, or another file. Nobody who has a session on it
/// loses it unawares.
///
/// @param others does so to files of other servers
record Replacing(Sessions sessions, OtherFiles others) {
  /// Replaces the content of the file in the address of a request. One that somebody has a session
  /// on is replaced only by a client that shows with If-Match that it knows what it replaces.
  Item content(Call call, Found found, byte[] bytes) {
    requireReplaceable(call, found);
    return replaced(
        found, bytes, Preconditions.ifMatch(call.request()).map(_ -> found.item().eTag()));
  }

  /// @throws StoreFault.Changed when the client asks for another version
  /// @throws DriveCalls.Locked when somebody has a session on the file, and the client does not ask
  ///   for a version
  void requireReplaceable(Call call, Found found) {
    requireFile(found);
    requireFree(call.caller().userId(), found);
    Preconditions.requireUnknown(call.request(), found.item());
    Preconditions.require(call.request(), found.item());
    boolean saysWhat = call.request().headers().find("If-Match").isPresent();
    if (sessions.files().isOpen(found.book()) && !saysWhat) {
      throw new DriveCalls.Locked();
    }
  }

  /// Replaces the content of a file that nobody has a session on. It keeps its id and its versions.
  Item unused(Asker asker, Found file, byte[] bytes) {
    requireFile(file);
    return others.replace(
        asker,
        file,
        bytes,
        () -> {
          requireUnused(asker, file);
          return replaced(file, bytes, Optional.empty());
        });
  }

  /// Lets a file go that nobody has a session on, as another one takes its place.
  ///
  /// @param step removes it, if it still has its tag
  /// @throws StoreFault.Changed when it is not any more what was found
  <T> T giveWay(Asker asker, Found file, Supplier<T> step) {
    return others.leave(
        asker,
        file,
        () -> {
          requireUnused(asker, file);
          return sessions.files().remove(List.of(file.book()), step);
        },
        () -> {
          T result = step.get();
          sessions.files().deletedThere(file.book());
          return result;
        });
  }

  /// @throws DriveCalls.Locked when somebody has a session on the file
  void requireUnused(Asker asker, Found file) {
    requireFree(asker.caller().userId(), file);
    if (sessions.files().isOpen(file.book())) {
      throw new DriveCalls.Locked();
    }
  }

  void requireFree(String user, Found file) {
    sessions.files().requireFree(user, List.of(file.book()));
  }

  private static void requireFile(Found found) {
    if (!found.item().isFile()) {
      throw new StoreFault.BadName(found.item().path(), "it is a folder");
    }
  }

  /// Folders neither take the place of anything nor give theirs.
  static void requireFiles(Found one, Found other) {
    if (!one.item().isFile() || !other.item().isFile()) {
      throw new NotServed("replacing folders, or by folders");
    }
  }

  private Item replaced(Found found, byte[] bytes, Optional<String> ifMatch) {
    return sessions.files().replace(found.book(), bytes, ifMatch);
  }
}
