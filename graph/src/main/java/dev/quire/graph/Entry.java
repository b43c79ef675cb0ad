package dev.quire.graph;

import dev.quire.graph.gate.Access;
import dev.quire.graph.gate.Caller;
import dev.quire.graph.gate.Drives;
import dev.quire.graph.gate.Drives.Drive;
import dev.quire.graph.gate.Permissions;
import dev.quire.graph.gate.Profile;
import dev.quire.graph.path.Segment;
import dev.quire.session.BookRef;
import dev.quire.store.Item;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// The way in: checks what a caller may do and finds the file that a path means.
final class Entry {
  /// The root folder, as a step of a path and as an id.
  private static final String ROOT = "root";

  private final Drives drives;
  private final Permissions permissions;
  private final Profile profile;

  Entry(Drives drives, Permissions permissions, Profile profile) {
    this.drives = drives;
    this.permissions = permissions;
    this.profile = profile;
  }

  /// @throws Refused when the caller's token does not open such an operation
  void check(Caller caller, Access access) {
    if (!permissions.allow(caller, access, profile)) {
      throw new Refused(caller, permissions.demanded(caller.account(), access, profile));
    }
  }

  /// A file or folder in its drive.
  record Found(Drive drive, Item item) {
    BookRef book() {
      return new BookRef(drive.id(), drive.store(), item.id());
    }

    /// What has this name in a folder.
    Optional<Found> child(String name) {
      return name.contains("/")
          ? Optional.empty()
          : drive.store().findByPath(join(item.path(), name)).map(child -> new Found(drive, child));
    }
  }

  /// A place in a drive that may be empty: a path below an item.
  ///
  /// @param base the item from which the path is told
  /// @param path `/`-separated path below it
  record Place(Drive drive, Item base, String path) {}

  /// The item that the steps lead to.
  ///
  /// @throws NoItem when there is none
  Found find(Caller caller, List<Segment> steps) {
    return locate(caller, steps).orElseThrow(NoItem::item);
  }

  /// The item that the steps lead to, if there is one in the drive.
  ///
  /// @throws NoItem when there is no such drive
  Optional<Found> locate(Caller caller, List<Segment> steps) {
    var position = new Position(steps);
    Drive drive = drive(caller, position);
    // The root is looked at only when it is what is asked for: each look costs system calls.
    Optional<Item> item = Optional.empty();
    while (position.hasNext()) {
      Segment step = position.next();
      if (VersionCalls.isVersions(step)) {
        break; // What comes is in the item.
      }
      if (isRoot(step)) {
        item = Optional.empty();
        continue;
      }
      Optional<Item> next = step(drive, item.map(Item::path).orElse(""), step);
      if (next.isEmpty() && moves(step)) {
        return Optional.empty();
      }
      item = next.isEmpty() ? item : next;
    }
    return Optional.of(new Found(drive, item.orElseGet(() -> drive.store().root())));
  }

  private static boolean isRoot(Segment step) {
    return step instanceof Segment.Navigation navigation
            && navigation.property().name().equals(ROOT)
        || step instanceof Segment.Key key && key.value().equals(ROOT);
  }

  /// Whether a step leads to another item; others, such as `items`, only announce one that does.
  private static boolean moves(Segment step) {
    return step instanceof Segment.Key || step instanceof Segment.ItemPath;
  }

  /// The caller's own drive, if there is one.
  Optional<Drive> own(Caller caller) {
    return drives.own(caller);
  }

  /// The drive with this id, as far as the caller may know of it.
  Optional<Drive> findDrive(Caller caller, String id) {
    return drives.byId(caller, id);
  }

  /// The drive that the steps begin with.
  Drive drive(Caller caller, List<Segment> steps) {
    return drive(caller, new Position(steps));
  }

  /// What a step leads to, `items/{id}`, `children('name')` and `:/path:` among them.
  ///
  /// @param from path of the item before
  private static Optional<Item> step(Drive drive, String from, Segment step) {
    return switch (step) {
      case Segment.Key key ->
          drive
              .store()
              .find(key.value())
              .or(() -> drive.store().findByPath(join(from, key.value())));
      case Segment.ItemPath path -> drive.store().findByPath(join(from, path.path()));
      default -> Optional.empty();
    };
  }

  static String join(String parent, String name) {
    return parent.isEmpty() ? name : parent + "/" + name;
  }

  /// Steps over `me/drive`, `drives/{id}`, `users/{id}/drive` and the like.
  private Drive drive(Caller caller, Position steps) {
    String entrance = steps.next() instanceof Segment.Entrance first ? first.entrance().name() : "";
    return switch (entrance) {
      case "me" -> {
        Drive own =
            drives
                .own(caller)
                .orElseThrow(() -> new NeedsUser("/me is for delegated tokens only."));
        steps.skipDrive(own.id());
        yield own;
      }
      case "drive" ->
          drives
              .own(caller)
              .orElseThrow(() -> new NeedsUser("/drive is for delegated tokens only."));
      case "drives" -> byId(caller, steps.key());
      case "users" -> {
        Drive of = drives.ofUser(caller, steps.key()).orElseThrow(() -> NoItem.drive());
        steps.skipDrive(of.id());
        yield of;
      }
      case "sites" -> {
        Drive of = drives.ofSite(caller, steps.site()).orElseThrow(NoItem::drive);
        steps.skipDrive(of.id());
        yield of;
      }
      case "groups" -> {
        Drive of = drives.ofGroup(caller, steps.key()).orElseThrow(NoItem::drive);
        steps.skipDrive(of.id());
        yield of;
      }
      default -> throw new NoItem("There is no drive behind /" + entrance + " on this server.");
    };
  }

  private Drive byId(Caller caller, String id) {
    return drives.byId(caller, id).orElseThrow(NoItem::drive);
  }

  /// Where one is on the way along a path.
  private static final class Position {
    private final List<Segment> steps;
    private int at;

    Position(List<Segment> steps) {
      this.steps = steps;
    }

    boolean hasNext() {
      return at < steps.size();
    }

    Segment next() {
      if (!hasNext()) {
        throw new NoItem("The path ends before a drive.");
      }
      return steps.get(at++);
    }

    String key() {
      if (next() instanceof Segment.Key key) {
        return key.value();
      }
      throw new NoItem("The path names no drive.");
    }

    /// A site by its id, or as `host:/path`.
    String site() {
      String site = key();
      if (hasNext() && steps.get(at) instanceof Segment.ItemPath path) {
        at++;
        return site + ":/" + path.path();
      }
      return site;
    }

    /// Steps over `drive`, or over `drives/{id}` when that is the very drive.
    void skipDrive(String id) {
      if (!hasNext() || !(steps.get(at) instanceof Segment.Navigation navigation)) {
        return;
      }
      if (navigation.property().name().equals("drive")) {
        at++;
      } else if (navigation.property().name().equals("drives")) {
        at++;
        if (!key().equals(id)) {
          throw NoItem.drive();
        }
      }
    }
  }

  /// The caller may not do this. Expected, so without a stack trace.
  static final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1;

    Refused(Caller caller, Set<String> demanded) {
      super(message(caller, demanded), null, false, false);
    }

    private static String message(Caller caller, Set<String> demanded) {
      String account =
          switch (caller.account()) {
            case WORK -> "a work or school account";
            case PERSONAL -> "a personal account";
            case APPLICATION -> "an application";
          };
      return demanded.isEmpty()
          ? "This operation is not supported for " + account + "."
          : "This operation needs one of these permissions for %s: %s."
              .formatted(account, String.join(", ", new TreeSet<>(demanded)));
    }
  }

  /// There is no such drive or item. Expected, so without a stack trace.
  static final class NoItem extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final boolean isDrive;

    NoItem(String message) {
      this(message, false);
    }

    private NoItem(String message, boolean isDrive) {
      super(message, null, false, false);
      this.isDrive = isDrive;
    }

    static NoItem item() {
      return new NoItem("The resource could not be found.");
    }

    static NoItem drive() {
      return new NoItem("The drive could not be found.", true);
    }

    /// Whether it is the drive that is missing.
    boolean isDrive() {
      return isDrive;
    }
  }

  /// The path is about the user of the token, and the token has none. Expected, so without a stack
  /// trace.
  static final class NeedsUser extends RuntimeException {
    private static final long serialVersionUID = 1;

    NeedsUser(String message) {
      super(message, null, false, false);
    }
  }
}
