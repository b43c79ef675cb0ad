package dev.quire.bench.files;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/// What was aimed at, and what came of it in one run.
final class FileBars {
  /// @param most the largest value that is good
  private record Bar(String words, FileRow of, FileRow to, Unit unit, double most) {}

  private enum Unit {
    COLD_CPU(FileTimes::coldCpu),
    WARM_CPU(FileTimes::warmCpu),
    WARM_WALL(FileTimes::warmWall),
    HEAP(FileTimes::heapMegabytes);

    private final ToDoubleFunction<FileTimes> figure;

    Unit(ToDoubleFunction<FileTimes> figure) {
      this.figure = figure;
    }
  }

  private static final List<Bar> BARS =
      List.of(
          ratio("load to POI", FileRow.NUMBERS_LOAD, FileRow.NUMBERS_LOAD_POI, 1 / 8.0),
          ratio("load to fastexcel", FileRow.NUMBERS_LOAD, FileRow.NUMBERS_LOAD_FASTEXCEL, 0.5),
          ratio("save to POI", FileRow.NUMBERS_SAVE, FileRow.NUMBERS_SAVE_POI, 1 / 100.0),
          heap("MB kept", FileRow.NUMBERS_LOAD, 70),
          heap("MB kept with -Xmx128m", FileRow.NUMBERS_LOAD_SMALL, 70),
          ratio("mixed, load to POI", FileRow.MIXED_LOAD, FileRow.MIXED_LOAD_POI, 1 / 6.0),
          heap("mixed, MB kept", FileRow.MIXED_LOAD, 20),
          new Bar(
              "two threads to one, warm wall",
              FileRow.SHEETS_LOAD_TWO,
              FileRow.SHEETS_LOAD,
              Unit.WARM_WALL,
              1 / 1.6),
          new Bar(
              "a range of one of 50 sheets to that sheet alone, warm CPU",
              FileRow.SHEETS_RANGE,
              FileRow.SHEET_RANGE,
              Unit.WARM_CPU,
              1.5),
          ratio("insert and save to POI", FileRow.INSERT, FileRow.INSERT_POI, 1 / 5.0),
          new Bar(
              "seconds for 1,000,000 formats, warm",
              FileRow.FORMAT,
              FileRow.FORMAT,
              Unit.WARM_CPU,
              1));

  private FileBars() {}

  private static Bar ratio(String words, FileRow of, FileRow to, double most) {
    return new Bar(words + ", cold CPU", of, to, Unit.COLD_CPU, most);
  }

  private static Bar heap(String words, FileRow of, double most) {
    return new Bar(words, of, of, Unit.HEAP, most);
  }

  /// The table of bars as far as they were measured.
  static List<String> lines(Map<String, FileTimes> results) {
    var lines = new ArrayList<String>();
    lines.add("| ratio or figure | measured | at most | |");
    lines.add("|---|---|---|---|");
    for (Bar bar : BARS) {
      Optional<Double> found = value(bar, results);
      if (found.isEmpty()) {
        continue;
      }
      lines.add(
          "| %s | %s | %s | %s |"
              .formatted(
                  bar.words,
                  figure(found.get()),
                  figure(bar.most),
                  found.get() <= bar.most ? "" : "**not yet**"));
    }
    return lines;
  }

  private static Optional<Double> value(Bar bar, Map<String, FileTimes> results) {
    Optional<Double> of = figure(bar.of, bar.unit, results);
    Optional<Double> to = figure(bar.to, bar.unit, results);
    return bar.of == bar.to ? of : of.flatMap(one -> to.map(other -> one / other));
  }

  private static Optional<Double> figure(FileRow row, Unit unit, Map<String, FileTimes> results) {
    return Optional.ofNullable(results.get(row.name())).map(unit.figure::applyAsDouble);
  }

  private static String figure(double value) {
    return String.format(Locale.ROOT, value < 10 ? "%.3f" : "%.0f", value);
  }
}
