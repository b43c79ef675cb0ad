package dev.quire.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.quire.engine.value.NumberValue;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Holds the distributions to values computed with 45 digits (mpmath): centres, far tails, tiny and
/// huge parameters. `cases/distributions.tsv` has a formula and its value in each line.
final class DistributionTruthTest {
  /// Ten times better than what is promised, with which results are compared elsewhere.
  private static final double TOLERANCE = 1e-10;

  @Test
  void everyValueHasTenDigits() throws IOException {
    var workspace = new MapWorkspace("Sheet1");
    List<String> wrong =
        lines().stream().filter(line -> error(workspace, line) > TOLERANCE).toList();
    assertEquals(List.of(), wrong);
  }

  private static double error(MapWorkspace workspace, String line) {
    String[] fields = line.split("\t");
    double wanted = Double.parseDouble(fields[1]);
    return workspace.evaluate(fields[0], "A1") instanceof NumberValue(double found)
        ? Math.abs(found - wanted) / Math.abs(wanted)
        : Double.POSITIVE_INFINITY;
  }

  private static List<String> lines() throws IOException {
    try (InputStream in =
        DistributionTruthTest.class.getResourceAsStream("cases/distributions.tsv")) {
      if (in == null) {
        throw new AssertionError("no table");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    }
  }
}
