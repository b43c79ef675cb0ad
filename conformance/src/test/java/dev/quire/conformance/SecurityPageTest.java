package dev.quire.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The page on security claims nothing without a test that exists.
final class SecurityPageTest {
  private static final Path CHECKOUT = Path.of("..");
  private static final Pattern TEST = Pattern.compile("`(\\w+Test)\\.(\\w+)`");
  private static final Pattern ROW = Pattern.compile("(?m)^\\| (?!threat|---)(.*)\\|$");

  private static String page() throws IOException {
    return Files.readString(CHECKOUT.resolve("docs/security.md"));
  }

  @Test
  void everyTestOnThePageExists() throws IOException {
    List<Path> sources = sources();
    var missing = new TreeSet<String>();
    List<MatchResult> tests = TEST.matcher(page()).results().toList();
    tests.stream()
        .filter(test -> sources.stream().noneMatch(file -> holds(file, test)))
        .forEach(test -> missing.add(test.group()));
    assertEquals(new TreeSet<>(), missing);
    assertTrue(tests.size() > 30, "the page names what shows its claims");
  }

  @Test
  void everyThreatHasATest() throws IOException {
    var without = new TreeSet<String>();
    ROW.matcher(page())
        .results()
        .map(row -> row.group(1))
        .filter(row -> !TEST.matcher(row).find())
        .forEach(without::add);
    assertEquals(new TreeSet<>(), without);
  }

  private static boolean holds(Path file, MatchResult test) {
    return file.getFileName().toString().equals(test.group(1) + ".java")
        && Stream.of("void ", "Stream<DynamicTest> ")
            .anyMatch(kind -> text(file).contains(kind + test.group(2) + "("));
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static List<Path> sources() throws IOException {
    try (Stream<Path> modules = Files.list(CHECKOUT)) {
      return modules
          .map(module -> module.resolve("src/test/java"))
          .filter(Files::isDirectory)
          .flatMap(SecurityPageTest::files)
          .toList();
    }
  }

  private static Stream<Path> files(Path folder) {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(file -> file.toString().endsWith("Test.java")).toList().stream();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
