package dev.quire.session;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.quire.store.Shelf;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Who has checked out which files, on the shelves of their drives, so that restarts and other
/// servers do not change it.
final class Checkouts {
  private static final String FOLDER = "checkouts";

  /// The checkout of a file, if it has one.
  Optional<Checkout> find(BookRef ref) {
    return shelf(ref).read(FOLDER, ref.itemId()).map(bytes -> parsed(new String(bytes, UTF_8)));
  }

  /// Refuses when somebody else has one of these files.
  ///
  /// @throws SessionFault.CheckedOut when that is so
  void requireFree(String user, List<BookRef> files) {
    Set<String> taken =
        files.stream()
            .map(BookRef::drive)
            .distinct()
            .flatMap(drive -> drive.shelf().names(FOLDER).stream())
            .collect(Collectors.toSet());
    files.stream()
        .filter(ref -> taken.contains(ref.itemId()))
        .forEach(ref -> requireFree(user, find(ref)));
  }

  /// Refuses when somebody else has a file.
  ///
  /// @throws SessionFault.CheckedOut when that is so
  static void requireFree(String user, Optional<Checkout> checkout) {
    checkout
        .filter(other -> !other.userId().equals(user))
        .ifPresent(other -> {
          throw new SessionFault.CheckedOut(other.userName());
        });
  }

  /// Begins a checkout, unless there is one.
  ///
  /// @return the one that there is now
  Checkout begin(BookRef ref, Checkout wanted) {
    byte[] text =
        "%d\n%s\n%s"
            .formatted(wanted.since().toEpochMilli(), wanted.userId(), wanted.userName())
            .getBytes(UTF_8);
    boolean isFirst = shelf(ref).add(FOLDER, ref.itemId(), text);
    return isFirst ? wanted : find(ref).orElse(wanted);
  }

  void end(BookRef ref) {
    shelf(ref).remove(FOLDER, ref.itemId());
  }

  private static Shelf shelf(BookRef ref) {
    return ref.drive().shelf();
  }

  /// What cannot be read belongs to nobody by that name, so that it is not given away.
  private static Checkout parsed(String text) {
    List<String> lines = List.of(text.split("\n", 3));
    boolean isWhole = lines.size() == 3 && lines.getFirst().matches("\\d{1,15}");
    return isWhole
        ? new Checkout(
            lines.get(1), lines.get(2), Instant.ofEpochMilli(Long.parseLong(lines.getFirst())))
        : new Checkout("", "somebody", Instant.EPOCH);
  }
}
