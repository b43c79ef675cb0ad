package dev.quire.bench.filing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// What one workbook must hold. Each cell and each worksheet has one writer, which waits for its
/// answer; so a cell holds what was acknowledged last, or what was refused since, or was on its way
/// when the server died: nobody knows of those. Safe to use from many threads.
public final class Truth {
  private final Map<Cell, Integer> acknowledged = new HashMap<>();
  private final Map<Cell, Set<Integer>> underWay = new HashMap<>();
  private final Map<Cell, Set<Integer>> everTried = new HashMap<>();
  private final Map<String, Boolean> sheets = new TreeMap<>();
  private final Set<String> sheetsUnderWay = new HashSet<>();
  private final Set<Truth> followers = new HashSet<>();
  private long writes;

  /// What a file holds that begins with these values.
  static Truth of(Map<Cell, Integer> values) {
    var truth = new Truth();
    truth.tries(values);
    truth.has(values);
    return truth;
  }

  /// What a copy of the file holds that is made from now on until [#isCopied]: all that has been
  /// acknowledged, and any of what is tried meanwhile.
  synchronized Truth beginCopy() {
    Truth copy = fork();
    followers.add(copy);
    return copy;
  }

  synchronized void isCopied(Truth copy) {
    followers.remove(copy);
  }

  /// The same, to be compared with something without being changed by that.
  synchronized Truth fork() {
    var copy = new Truth();
    copy.acknowledged.putAll(acknowledged);
    underWay.forEach((cell, values) -> copy.underWay.put(cell, new HashSet<>(values)));
    everTried.forEach((cell, values) -> copy.everTried.put(cell, new HashSet<>(values)));
    copy.sheets.putAll(sheets);
    copy.sheetsUnderWay.addAll(sheetsUnderWay);
    return copy;
  }

  /// They are on their way to the server.
  public synchronized void tries(Map<Cell, Integer> values) {
    followers.forEach(copy -> copy.tries(values));
    values.forEach((cell, value) -> {
      underWay.computeIfAbsent(cell, _ -> new HashSet<>()).add(value);
      everTried.computeIfAbsent(cell, _ -> new HashSet<>()).add(value);
    });
  }

  /// They were acknowledged.
  public synchronized void has(Map<Cell, Integer> values) {
    acknowledged.putAll(values);
    values.keySet().forEach(underWay::remove);
    writes++;
  }

  /// It was refused, or nobody knows: it may come to be there or not.
  public synchronized void triesSheet(String name) {
    sheetsUnderWay.add(name);
  }

  /// What a server has acknowledged of a worksheet.
  public synchronized void hasSheet(String name, boolean isThere) {
    sheets.put(name, isThere);
    sheetsUnderWay.remove(name);
    writes++;
  }

  /// Whether a worksheet is known not to be there.
  public synchronized boolean hasLost(String name) {
    return Boolean.FALSE.equals(sheets.get(name));
  }

  /// How many requests were acknowledged.
  public synchronized long writes() {
    return writes;
  }

  /// Compares with what was found, and takes that for the truth from now on.
  ///
  /// @param names the worksheets
  /// @return a sentence for everything that is wrong
  public synchronized List<String> compare(Map<Cell, Integer> values, Set<String> names) {
    var wrong = new ArrayList<String>();
    acknowledged.forEach((cell, value) -> {
      Integer found = values.get(cell);
      if (!value.equals(found) && (found == null || !mayHave(cell, found))) {
        wrong.add("%s holds %s, not %d".formatted(cell.address(), found, value));
      }
    });
    values.forEach((cell, value) -> {
      if (!acknowledged.containsKey(cell) && !mayHave(cell, value)) {
        wrong.add("%s holds %d, which nobody wrote".formatted(cell.address(), value));
      }
    });
    sheets.forEach((name, isThere) -> {
      if (names.contains(name) != isThere && !sheetsUnderWay.contains(name)) {
        wrong.add("worksheet %s is %s".formatted(name, isThere ? "missing" : "back"));
      }
    });
    adopt(values, names);
    return wrong;
  }

  private boolean mayHave(Cell cell, int value) {
    return underWay.getOrDefault(cell, Set.of()).contains(value);
  }

  /// Compares with what was found after a damage that was told: acknowledged values may be missing,
  /// but none may be there that nobody ever wrote. Takes what was found for the truth.
  ///
  /// @return a sentence for everything that is wrong
  public synchronized List<String> compareDamaged(Map<Cell, Integer> values, Set<String> names) {
    var wrong = new ArrayList<String>();
    values.forEach((cell, value) -> {
      if (!everTried.getOrDefault(cell, Set.of()).contains(value)) {
        wrong.add("%s holds %d, which nobody wrote".formatted(cell.address(), value));
      }
    });
    acknowledged.keySet().retainAll(values.keySet());
    sheets.replaceAll((name, _) -> names.contains(name));
    adopt(values, names);
    return wrong;
  }

  private void adopt(Map<Cell, Integer> values, Set<String> names) {
    acknowledged.putAll(values);
    underWay.clear();
    followers.clear();
    sheetsUnderWay.forEach(name -> sheets.put(name, names.contains(name)));
    sheetsUnderWay.clear();
  }
}
