package dev.quire.bench.engine;

import dev.quire.bench.engine.Stopwatch.Times;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// The times of one case on one engine, by what was timed, and what came out wrong.
final class Measured {
  private final Map<String, List<Times>> times = new LinkedHashMap<>();
  private final List<String> wrong = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();
  private double megabytes = Double.NaN;

  void add(String what, Times taken) {
    times.computeIfAbsent(what, _ -> new ArrayList<>()).add(taken);
  }

  void wrong(String message) {
    wrong.add(message);
  }

  /// Something that cannot be measured yet.
  void note(String message) {
    notes.add(message);
  }

  List<String> notes() {
    return notes;
  }

  void megabytes(double size) {
    megabytes = size;
  }

  double megabytes() {
    return megabytes;
  }

  List<String> wrong() {
    return wrong;
  }

  boolean has(String what) {
    return times.containsKey(what);
  }

  Iterable<String> what() {
    return times.keySet();
  }

  /// The middle one by processor time.
  Times median(String what) {
    List<Times> all =
        Objects.requireNonNull(times.get(what), what).stream()
            .sorted(Comparator.comparingDouble(Times::cpuMillis))
            .toList();
    return all.get(all.size() / 2);
  }
}
