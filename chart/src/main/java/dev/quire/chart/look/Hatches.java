package dev.quire.chart.look;

import java.util.Map;

/// The hatchings by the names that files give them (ECMA-376 Part 1, 20.1.10.51), as patterns of
/// eight by eight dots. Where Windows draws little pictures (bricks, waves, confetti) they are
/// simplified.
final class Hatches {
  private static final int SIZE = 8;

  /// Whether a dot has the foreground colour.
  private interface Rule {
    boolean sets(int x, int y);
  }

  private static final Map<String, Rule> RULES =
      Map.ofEntries(
          Map.entry("ltUpDiag", (x, y) -> (x + y) % 4 == 0),
          Map.entry("dkUpDiag", (x, y) -> (x + y) % 4 < 2),
          Map.entry("wdUpDiag", (x, y) -> (x + y) % 8 < 3),
          Map.entry("upDiag", (x, y) -> (x + y) % 8 == 0),
          Map.entry("dashUpDiag", (x, y) -> (x + y) % 4 == 0 && y < 4),
          Map.entry("ltDnDiag", (x, y) -> (x - y + SIZE) % 4 == 0),
          Map.entry("dkDnDiag", (x, y) -> (x - y + SIZE) % 4 < 2),
          Map.entry("wdDnDiag", (x, y) -> (x - y + SIZE) % 8 < 3),
          Map.entry("dnDiag", (x, y) -> x == y),
          Map.entry("dashDnDiag", (x, y) -> (x - y + SIZE) % 4 == 0 && y < 4),
          Map.entry("horz", (x, y) -> y == 0),
          Map.entry("ltHorz", (x, y) -> y % 4 == 0),
          Map.entry("dkHorz", (x, y) -> y % 4 < 2),
          Map.entry("narHorz", (x, y) -> y % 2 == 0),
          Map.entry("dashHorz", (x, y) -> x < 4 ? y == 0 : y == 4),
          Map.entry("vert", (x, y) -> x == 0),
          Map.entry("ltVert", (x, y) -> x % 4 == 0),
          Map.entry("dkVert", (x, y) -> x % 4 < 2),
          Map.entry("narVert", (x, y) -> x % 2 == 0),
          Map.entry("dashVert", (x, y) -> y < 4 ? x == 0 : x == 4),
          Map.entry("cross", (x, y) -> x == 0 || y == 0),
          Map.entry("smGrid", (x, y) -> x % 4 == 0 || y % 4 == 0),
          Map.entry("lgGrid", (x, y) -> x == 0 || y == 0),
          Map.entry("dotGrid", (x, y) -> x == 0 && y % 2 == 0 || y == 0 && x % 2 == 0),
          Map.entry("diagCross", (x, y) -> x == y || (x + y) % 8 == 0),
          Map.entry("openDmnd", (x, y) -> x == y || (x + y) % 8 == 0),
          Map.entry("dotDmnd", (x, y) -> x % 2 == 0 && (x == y || (x + y) % 8 == 0)),
          Map.entry("solidDmnd", (x, y) -> Math.abs(x - 3) + Math.abs(y - 3) < 4),
          Map.entry("trellis", (x, y) -> y % 2 == 0 || (x + (y / 2) % 2 * 2) % 4 < 2),
          Map.entry("weave", (x, y) -> (x + y) % 4 == 0 || (x - y + SIZE) % 8 == 2),
          Map.entry("plaid", (x, y) -> y < 4 ? x < 4 : (x + y) % 2 == 0),
          Map.entry("smCheck", (x, y) -> (x / 2 + y / 2) % 2 == 0),
          Map.entry("lgCheck", (x, y) -> (x / 4 + y / 4) % 2 == 0),
          Map.entry("horzBrick", (x, y) -> y % 4 == 0 || x == (y < 4 ? 0 : 4)),
          Map.entry("diagBrick", (x, y) -> (x + y) % 8 == 0 || x == y && x < 4),
          Map.entry("zigZag", (x, y) -> (y + Math.abs(x - 4)) % 4 == 0),
          Map.entry("wave", (x, y) -> (y + Math.abs(x - 4) / 2) % 4 == 0),
          Map.entry("divot", (x, y) -> y % 4 == 1 && x % 4 == 0 || y % 4 == 2 && x % 4 == 1),
          Map.entry("shingle", (x, y) -> (x + y) % 8 == 0 || y == 7 && x < 4),
          Map.entry("sphere", (x, y) -> (x % 4 - 1) * (x % 4 - 1) + (y % 4 - 1) * (y % 4 - 1) < 3),
          Map.entry("smConfetti", (x, y) -> (3 * x + 5 * y) % 8 == 0),
          Map.entry("lgConfetti", (x, y) -> (3 * (x / 2) + 5 * (y / 2)) % 4 == 0));

  private Hatches() {}

  /// Rows of dots as in [dev.quire.chart.canvas.Paint.Hatch]; half of them for an unknown name.
  static long rows(String preset) {
    Rule rule = RULES.getOrDefault(preset, percent(preset));
    long rows = 0;
    for (int y = 0; y < SIZE; y++) {
      for (int x = 0; x < SIZE; x++) {
        rows = rows << 1 | (rule.sets(x, y) ? 1 : 0);
      }
    }
    return rows;
  }

  /// `pct5` to `pct90`: that part of the dots, spread evenly.
  private static Rule percent(String preset) {
    int percent =
        preset.matches("pct[0-9]{1,2}") ? Integer.parseInt(preset.substring("pct".length())) : 50;
    return (x, y) -> threshold(x, y) * 100 < percent * SIZE * SIZE;
  }

  /// Bayer's order of dots.
  private static int threshold(int x, int y) {
    int mixed = x ^ y;
    int order = 0;
    for (int bit = 0; bit < 3; bit++) {
      order = order << 2 | (mixed >> bit & 1) << 1 | (y >> bit & 1);
    }
    return order;
  }
}
