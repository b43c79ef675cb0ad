package dev.quire.engine.function.engineering;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// The units of measurement that Excel documents for `CONVERT`, from the table `units.tsv`: kind of
/// measure, spellings, size in the first unit of that kind, where the scale has its zero, and the
/// power in which a metric prefix counts (0 where none is taken). Case matters.
final class Units {
  private static final String TABLE = "units.tsv";
  private static final Map<String, Unit> BY_SYMBOL = read();

  private static final Map<String, Double> METRIC =
      Map.ofEntries(
          Map.entry("Y", 1e24),
          Map.entry("Z", 1e21),
          Map.entry("E", 1e18),
          Map.entry("P", 1e15),
          Map.entry("T", 1e12),
          Map.entry("G", 1e9),
          Map.entry("M", 1e6),
          Map.entry("k", 1e3),
          Map.entry("h", 1e2),
          Map.entry("da", 1e1),
          Map.entry("e", 1e1),
          Map.entry("d", 1e-1),
          Map.entry("c", 1e-2),
          Map.entry("m", 1e-3),
          Map.entry("u", 1e-6),
          Map.entry("n", 1e-9),
          Map.entry("p", 1e-12),
          Map.entry("f", 1e-15),
          Map.entry("a", 1e-18),
          Map.entry("z", 1e-21),
          Map.entry("y", 1e-24));

  /// Only for bits and bytes.
  private static final Map<String, Double> BINARY =
      Map.of(
          "ki", 0x1p10, "Mi", 0x1p20, "Gi", 0x1p30, "Ti", 0x1p40, "Pi", 0x1p50, "Ei", 0x1p60, "Zi",
          0x1p70, "Yi", 0x1p80);

  private Units() {}

  /// A unit.
  ///
  /// @param kind what it measures
  /// @param size how many of the first unit of its kind it is
  /// @param zero the reading where the first unit of its kind reads 0
  /// @param power by which a metric prefix is raised; 0 when it takes none
  record Unit(String kind, double size, double zero, int power) {
    private Unit times(double prefix) {
      return new Unit(kind, size * Math.pow(prefix, power), zero / prefix, 0);
    }
  }

  /// The unit that a text names, with or without prefix.
  static Optional<Unit> find(String symbol) {
    Unit plain = BY_SYMBOL.get(symbol);
    if (plain != null) {
      return Optional.of(plain);
    }
    return prefixed(symbol, 1).or(() -> prefixed(symbol, 2));
  }

  private static Optional<Unit> prefixed(String symbol, int length) {
    if (symbol.length() <= length) {
      return Optional.empty();
    }
    Unit unit = BY_SYMBOL.get(symbol.substring(length));
    if (unit == null || unit.power() == 0) {
      return Optional.empty();
    }
    String prefix = symbol.substring(0, length);
    Double metric = METRIC.get(prefix);
    Double factor = metric == null && isInformation(unit) ? BINARY.get(prefix) : metric;
    return Optional.ofNullable(factor).map(unit::times);
  }

  private static boolean isInformation(Unit unit) {
    return unit.kind().equals("information");
  }

  private static Map<String, Unit> read() {
    var units = new HashMap<String, Unit>();
    try (InputStream in = Units.class.getResourceAsStream(TABLE)) {
      if (in == null) {
        throw new IllegalStateException("no table " + TABLE);
      }
      new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .forEach(line -> add(line, units));
    } catch (IOException e) {
      throw new UncheckedIOException(TABLE, e);
    }
    return Map.copyOf(units);
  }

  private static void add(String line, Map<String, Unit> units) {
    String[] fields = line.split("\t");
    var unit =
        new Unit(
            fields[0],
            Double.parseDouble(fields[2]),
            Double.parseDouble(fields[3]),
            Integer.parseInt(fields[4]));
    for (String symbol : fields[1].split(" ")) {
      units.put(symbol, unit);
    }
  }
}
