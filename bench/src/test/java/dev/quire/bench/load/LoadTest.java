package dev.quire.bench.load;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A short slice of `./quire load` in every build.
final class LoadTest {
  @ParameterizedTest
  @ValueSource(strings = {"sessions", "writes", "rows", "idle", "mixed"})
  void serverNeitherGrowsNorForgetsNorRefuses(String part) throws Exception {
    var told = new ByteArrayOutputStream();
    var out = new PrintStream(told, true, StandardCharsets.UTF_8);
    List<Finding> findings = new Load(Scale.SMALL, 7, out).run(List.of(part));
    assertEquals(1, findings.size());
    assertEquals(
        List.of(), findings.getFirst().wrong(), () -> told.toString(StandardCharsets.UTF_8));
  }
}
