package dev.quire.bench.torture;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// What one workbook must hold. Each cell and each worksheet has one writer, which waits for its
/// answer; so a cell holds what was acknowledged last, or what was on its way when the server died.
/// Safe to use from many threads.
final class Truth {
  private final Map<Cell, Integer> acknowledged = new HashMap<>();
  private final Map<Cell, Integer> underWay = new HashMap<>();
  private final Map<String, Boolean> sheets = new TreeMap<>();
  private final Set<String> sheetsUnderWay = new HashSet<>();
  private long writes;

  synchronized void tries(Map<Cell, Integer> values) {
    underWay.putAll(values);
  }

  synchronized void has(Map<Cell, Integer> values) {
    acknowledged.putAll(values);
    values.keySet().forEach(underWay::remove);
    writes++;
  }

  /// It was refused, or nobody knows: it may come to be there or not.
  synchronized void triesSheet(String name) {
    sheetsUnderWay.add(name);
  }

  synchronized void hasSheet(String name, boolean isThere) {
    sheets.put(name, isThere);
    sheetsUnderWay.remove(name);
    writes++;
  }

  synchronized long writes() {
    return writes;
  }

  /// Compares with what was found, and takes that for the truth from now on.
  ///
  /// @param names the worksheets
  /// @return a sentence for everything that is wrong
  synchronized List<String> compare(Map<Cell, Integer> values, Set<String> names) {
    var wrong = new ArrayList<String>();
    acknowledged.forEach((cell, value) -> {
      Integer found = values.get(cell);
      if (!value.equals(found) && (found == null || !found.equals(underWay.get(cell)))) {
        wrong.add("%s holds %s, not %d".formatted(cell.address(), found, value));
      }
    });
    values.forEach((cell, value) -> {
      if (!acknowledged.containsKey(cell) && !value.equals(underWay.get(cell))) {
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

  private void adopt(Map<Cell, Integer> values, Set<String> names) {
    acknowledged.putAll(values);
    underWay.clear();
    sheetsUnderWay.forEach(name -> sheets.put(name, names.contains(name)));
    sheetsUnderWay.clear();
  }
}
