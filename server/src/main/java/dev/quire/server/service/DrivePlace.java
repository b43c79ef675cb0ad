package dev.quire.server.service;

import dev.quire.store.DriveAddress;
import dev.quire.store.DriveOpener;
import dev.quire.store.DriveStore;
import dev.quire.store.Item;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/// A place that holds a drive for each of many users, side by side.
final class DrivePlace {
  private final DriveOpener opener;
  private final DriveAddress address;
  private final Path state;
  private final Map<String, DriveStore> open = new ConcurrentHashMap<>();

  /// @param state where drives in folders keep what they remember
  DrivePlace(DriveOpener opener, DriveAddress address, Path state) {
    this.opener = opener;
    this.address = address;
    this.state = state;
  }

  /// The drive of this name; made now if there is none.
  DriveStore inside(String name) {
    return open.computeIfAbsent(
        name,
        each -> {
          try {
            return opener.open(address.inside(each), state.resolve(each));
          } catch (IOException refused) {
            throw new UncheckedIOException(refused);
          }
        });
  }

  /// The names of the drives there are.
  List<String> names() {
    return switch (address) {
      case DriveAddress.Folder folder -> folders(folder.path());
      case DriveAddress.Memory _ -> List.copyOf(open.keySet());
      case DriveAddress.S3 _, DriveAddress.WebDav _ -> remote();
    };
  }

  private static List<String> folders(Path folder) {
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(Files::isDirectory).map(each -> each.getFileName().toString()).toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private List<String> remote() {
    try {
      DriveStore whole = opener.open(address, state);
      return whole.children(whole.root().id()).stream()
          .filter(each -> !each.isFile())
          .map(Item::name)
          .toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
