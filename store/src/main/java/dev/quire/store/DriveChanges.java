package dev.quire.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// What has changed in a drive, in an order that lasts: each time somebody asks, the drive is
/// compared with what was found the last time, which lies on its shelf. So changes by other
/// programs are among them, restarts do not matter, and several servers number them alike. What
/// changed several times is listed once, where it changed last.
///
/// @param drive the drive that is looked at
/// @param random draws what tells this numbering from one that was lost
public record DriveChanges(DriveStore drive, RandomGenerator random) {
  private static final String FOLDER = "changes";

  /// How many deletions are remembered. Whoever has not asked since an older one has to begin anew.
  private static final int MOST_DELETIONS = 10_000;

  /// How often others may be quicker to write down what they found.
  private static final int TRIES = 20;

  /// The last change of an item.
  ///
  /// @param number grows with each change in the drive, from 1
  /// @param parentId the folder it lies, or lay, in; empty for the root
  /// @param state the tag that it has; empty when it is gone
  public record Change(long number, String itemId, String parentId, String state) {
    /// Whether the item is gone.
    public boolean isDeletion() {
      return state.isEmpty();
    }

    private String line() {
      return number + "\t" + itemId + "\t" + parentId + "\t" + state + "\n";
    }
  }

  /// All changes there are to know.
  ///
  /// @param epoch tells this numbering from others
  /// @param generation counts what was written down
  /// @param last number of the last change
  /// @param forgotten number of the last deletion that is no longer known; 0 when all are
  /// @param changes one for each item, in the order of their numbers
  public record Found(
      String epoch, long generation, long last, long forgotten, List<Change> changes) {
    /// Copies the changes.
    public Found {
      changes = List.copyOf(changes);
    }

    /// What came after a change, oldest first.
    public List<Change> after(long number) {
      return changes.stream().filter(change -> change.number() > number).toList();
    }
  }

  /// Looks at the whole drive.
  ///
  /// @throws StoreFault.Unreadable when it cannot be looked at
  /// @throws StoreFault.Unwritable when what was found could not be written down
  public Found look() {
    for (int tries = 0; tries < TRIES; tries++) {
      Found before = known();
      Found now = compared(before);
      if (now.equals(before)) {
        return now;
      }
      if (drive.shelf().add(FOLDER, name(now.generation()), text(now).getBytes(UTF_8))) {
        drive.shelf().remove(FOLDER, name(before.generation() - 1));
        return now;
      }
    }
    throw new StoreFault.Unwritable("the list of changes", "others write it all the time");
  }

  private static String name(long generation) {
    return "g%018d".formatted(generation);
  }

  private Found known() {
    for (int tries = 0; tries < TRIES; tries++) {
      List<String> names = drive.shelf().names(FOLDER);
      if (names.isEmpty()) {
        return fresh(0);
      }
      // Nothing there: others have written the next one meanwhile.
      Optional<byte[]> text = drive.shelf().read(FOLDER, names.getLast());
      if (text.isPresent()) {
        return parsed(names.getLast(), new String(text.get(), UTF_8));
      }
    }
    throw new StoreFault.Unreadable("the list of changes", "others write it all the time");
  }

  private Found fresh(long generation) {
    return new Found("%016x".formatted(random.nextLong()), generation, 0, 0, List.of());
  }

  private Found compared(Found before) {
    var left = new HashMap<String, Change>();
    before.changes().forEach(change -> left.put(change.itemId(), change));
    var same = new ArrayList<Change>();
    var news = new ArrayList<Change>();
    long number = before.last();
    for (Item item : items()) {
      Change known = left.remove(item.id());
      String parent = item.parentId().orElse("");
      boolean isSame =
          known != null && known.state().equals(item.eTag()) && known.parentId().equals(parent);
      if (isSame) {
        same.add(known);
      } else {
        number++;
        news.add(new Change(number, item.id(), parent, item.eTag()));
      }
    }
    var missing = new ArrayList<>(left.values());
    missing.sort(Comparator.comparingLong(Change::number));
    for (Change known : missing) {
      if (known.isDeletion()) {
        same.add(known);
      } else {
        number++;
        news.add(new Change(number, known.itemId(), known.parentId(), ""));
      }
    }
    if (news.isEmpty()) {
      return before;
    }
    same.sort(Comparator.comparingLong(Change::number));
    same.addAll(news);
    return forgetting(before, number, same);
  }

  private static Found forgetting(Found before, long last, List<Change> changes) {
    List<Change> deletions = changes.stream().filter(Change::isDeletion).toList();
    int surplus = Math.max(0, deletions.size() - MOST_DELETIONS);
    long forgotten = surplus == 0 ? before.forgotten() : deletions.get(surplus - 1).number();
    List<Change> kept =
        changes.stream()
            .filter(change -> !change.isDeletion() || change.number() > forgotten)
            .toList();
    return new Found(before.epoch(), before.generation() + 1, last, forgotten, kept);
  }

  /// Folders come before what is in them.
  private List<Item> items() {
    var items = new LinkedHashMap<String, Item>();
    var folders = new ArrayDeque<Item>();
    Item root = drive.root();
    items.put(root.id(), root);
    folders.add(root);
    while (!folders.isEmpty()) {
      for (Item child : childrenIfThere(folders.remove())) {
        if (items.putIfAbsent(child.id(), child) == null && !child.isFile()) {
          folders.add(child);
        }
      }
    }
    return List.copyOf(items.values());
  }

  private List<Item> childrenIfThere(Item folder) {
    try {
      return drive.children(folder.id());
    } catch (StoreFault.NotFound gone) {
      return List.of(); // Meanwhile; the next look finds it missing.
    }
  }

  private static String text(Found found) {
    var text = new StringBuilder();
    text.append(found.epoch()).append('\t').append(found.generation());
    text.append('\t').append(found.last()).append('\t').append(found.forgotten()).append('\n');
    found.changes().forEach(change -> text.append(change.line()));
    return text.toString();
  }

  /// What was written down. A damaged list is begun anew, which clients learn by their tokens.
  private Found parsed(String name, String text) {
    try {
      List<String[]> rows = text.lines().map(line -> line.split("\t", -1)).toList();
      String[] head = rows.getFirst();
      List<Change> changes =
          rows.stream()
              .skip(1)
              .map(row -> new Change(Long.parseLong(row[0]), row[1], row[2], row[3]))
              .toList();
      return new Found(
          head[0],
          Long.parseLong(head[1]),
          Long.parseLong(head[2]),
          Long.parseLong(head[3]),
          changes);
    } catch (RuntimeException garbled) {
      return fresh(Long.parseLong(name.substring(1)));
    }
  }
}
