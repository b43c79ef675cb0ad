package dev.quire.conformance.surface;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.quire.conformance.surface.Coverage.State;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Keeps `docs/coverage.md` true. To write it anew, run this test with
/// `-Dquire.coverage.write=true`.
final class CoveragePageTest {
  private static final Path PAGE = Path.of("..", "docs", "coverage.md");
  private static final List<Operation> OPERATIONS = Operation.all();
  private static final List<Operation> BETA = Operation.beta();
  private static final Coverage COVERAGE = new Coverage();

  @Test
  void everyPublishedOperationHasARow() {
    assertEquals(833, OPERATIONS.size());
    assertEquals(833, OPERATIONS.stream().map(Operation::id).distinct().count());
  }

  @Test
  void everyOperationOfBetaAloneHasARow() {
    assertEquals(54, BETA.size());
  }

  @Test
  void pageIsUpToDate() throws IOException {
    String text = new CoveragePage(COVERAGE, OPERATIONS, BETA).text();
    if (Boolean.getBoolean("quire.coverage.write")) {
      Files.writeString(PAGE, text);
    }
    assertEquals(
        Files.readString(PAGE), text, "run CoveragePageTest with -Dquire.coverage.write=true");
  }

  @Test
  void noTestClaimsAnOperationThatIsNotThere() {
    for (String claim : COVERAGE.claims()) {
      List<Operation> meant =
          Stream.concat(OPERATIONS.stream(), BETA.stream())
              .filter(each -> Coverage.matches(claim, each))
              .toList();
      assertTrue(!meant.isEmpty(), claim + " is no operation");
      assertTrue(
          meant.stream().anyMatch(each -> COVERAGE.state(each) != State.NOT_YET),
          claim + " is not built");
    }
  }
}
