package dev.quire.bench.filing;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// Where the files of a client lie, at one moment. Immutable.
///
/// @param papers by their paths below the folder of the client
/// @param folders paths of folders there
record World(Map<String, Paper> papers, Set<String> folders) {
  static final World EMPTY = new World(Map.of(), Set.of());

  /// What a server shows.
  ///
  /// @param files ids by paths
  /// @param folders paths
  record Seen(Map<String, String> files, Set<String> folders) {
    boolean hasOneIdTwice() {
      return new HashSet<>(files.values()).size() < files.size();
    }
  }

  World with(String path, Paper paper) {
    var after = new TreeMap<>(papers);
    after.put(path, paper);
    return new World(after, folders);
  }

  World withFolder(String path) {
    var after = new TreeSet<>(folders);
    after.add(path);
    return new World(papers, after);
  }

  /// After a file, or a folder with all that is in it, has gone.
  World without(String path) {
    var left = new TreeMap<>(papers);
    left.keySet().removeIf(each -> isIn(each, path));
    var leftFolders = new TreeSet<>(folders);
    leftFolders.removeIf(each -> isIn(each, path));
    return new World(left, leftFolders);
  }

  /// After a file, or a folder with all that is in it, has been moved.
  World moved(String from, String to) {
    World after = without(from);
    for (var each : below(from).entrySet()) {
      after = after.with(to + each.getKey().substring(from.length()), each.getValue());
    }
    return folders.contains(from) ? after.withFolder(to) : after;
  }

  /// A file, or all files in a folder.
  Map<String, Paper> below(String path) {
    var found = new TreeMap<>(papers);
    found.keySet().removeIf(each -> !isIn(each, path));
    return found;
  }

  private static boolean isIn(String path, String place) {
    return path.equals(place) || path.startsWith(place + "/");
  }

  /// Whether this is what a server shows; an id that nobody has told may be any.
  boolean fits(Seen seen) {
    return seen.folders().equals(folders)
        && seen.files().keySet().equals(papers.keySet())
        && papers.entrySet().stream()
            .allMatch(each -> {
              String id = seen.files().get(each.getKey());
              return each.getValue().id().filter(known -> !known.equals(id)).isEmpty();
            });
  }

  /// What differs, for people.
  String told() {
    var files = new TreeMap<String, String>();
    papers.forEach((path, paper) -> files.put(path, paper.id().orElse("?")));
    return files + " " + folders;
  }
}
