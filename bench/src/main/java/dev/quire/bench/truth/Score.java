package dev.quire.bench.truth;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Counts what passed, four ways: every cell; a filled formula once, when all its cells pass; the
/// rate of such shapes averaged over functions; the rate of cells averaged over workbooks.
final class Score {
  /// A cell whose result is not Excel's.
  record Failure(TruthCell cell, Result found) {}

  /// How many of how many.
  record Rate(int passed, int all) {
    double percent() {
      return all == 0 ? 100 : 100.0 * passed / all;
    }
  }

  /// A formula with all its cells.
  private record Shaped(List<String> functions, boolean passes) {
    Shaped and(Shaped other) {
      return new Shaped(functions, passes && other.passes);
    }
  }

  private final double tolerance;
  private final Map<String, Shaped> shapes = new HashMap<>();
  private final Map<String, Rate> books = new TreeMap<>();
  private final List<Failure> failures = new ArrayList<>();
  private int cells;

  /// @param tolerance largest relative difference between numbers that count as equal
  Score(double tolerance) {
    this.tolerance = tolerance;
  }

  /// Compares the results of a workbook.
  ///
  /// @param results by sheet and position; nothing for what was not answered
  void add(List<TruthCell> wanted, Map<String, Result> results) {
    int passed = 0;
    for (TruthCell cell : wanted) {
      Result found = results.getOrDefault(cell.sheet() + "\0" + cell.cell(), Result.NONE);
      boolean passes = cell.expected().accepts(found, tolerance);
      passed += passes ? 1 : 0;
      shapes.merge(cell.shape(), new Shaped(cell.functions(), passes), Shaped::and);
      if (!passes) {
        failures.add(new Failure(cell, found));
      }
    }
    cells += wanted.size();
    books.put(wanted.getFirst().file(), new Rate(passed, wanted.size()));
  }

  List<Failure> failures() {
    return failures;
  }

  Rate cells() {
    return new Rate(cells - failures.size(), cells);
  }

  Rate shapes() {
    return new Rate((int) shapes.values().stream().filter(Shaped::passes).count(), shapes.size());
  }

  /// Shapes by function, of functions that Excel has.
  Map<String, Rate> functions() {
    var rates = new TreeMap<String, Rate>();
    for (Shaped shape : shapes.values()) {
      for (String function : shape.functions()) {
        if (!function.startsWith("?")) {
          rates.merge(
              function,
              new Rate(shape.passes() ? 1 : 0, 1),
              (a, b) -> new Rate(a.passed() + b.passed(), a.all() + b.all()));
        }
      }
    }
    return rates;
  }

  Map<String, Rate> books() {
    return books;
  }

  static double mean(Map<String, Rate> rates) {
    return rates.values().stream().mapToDouble(Rate::percent).average().orElse(100);
  }
}
