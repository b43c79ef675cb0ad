package dev.quire.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The page that explains the house names only what is in it.
final class ArchitecturePageTest {
  private static final Path CHECKOUT = Path.of("..");

  /// A type in backticks, perhaps with a member or a nested type: `Sessions`, `Edit.WriteCells`,
  /// `Workbook.apply`, `Template.unsupported()`.
  private static final Pattern NAME =
      Pattern.compile("`([A-Z][A-Za-z0-9]*[a-z][A-Za-z0-9]*)(?:\\.(\\w+))?(?:\\(.*?\\))?`");

  @Test
  void everyNameOnThePageExists() throws IOException {
    Map<String, List<Path>> sources = sources();
    var missing = new TreeSet<String>();
    List<MatchResult> names = names();
    names.stream()
        .filter(name -> !exists(name, sources))
        .forEach(name -> missing.add(name.group()));
    assertEquals(new TreeSet<>(), missing);
    assertTrue(names.size() > 10, "the page names what it explains");
  }

  private static List<MatchResult> names() throws IOException {
    String page = Files.readString(CHECKOUT.resolve("ARCHITECTURE.md"));
    return NAME.matcher(page).results().toList();
  }

  private static boolean exists(MatchResult name, Map<String, List<Path>> sources) {
    if (isJavas(name.group(1))) {
      return true;
    }
    List<Path> files = sources.getOrDefault(name.group(1), List.of());
    return name.group(2) == null
        ? !files.isEmpty()
        : files.stream().anyMatch(file -> mentions(file, name.group(2)));
  }

  /// Whether it is one of the names that everybody knows: `String`.
  private static boolean isJavas(String name) {
    try {
      Class.forName("java.lang." + name);
      return true;
    } catch (ClassNotFoundException _) {
      return false;
    }
  }

  private static boolean mentions(Path source, String member) {
    try {
      return Pattern.compile("\\b" + member + "\\b").matcher(Files.readString(source)).find();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /// The source files of all modules by the name of their type.
  private static Map<String, List<Path>> sources() throws IOException {
    try (Stream<Path> modules = Files.list(CHECKOUT)) {
      return modules
          .map(module -> module.resolve("src"))
          .filter(Files::isDirectory)
          .flatMap(ArchitecturePageTest::javaFiles)
          .collect(
              Collectors.groupingBy(file -> file.getFileName().toString().replace(".java", "")));
    }
  }

  private static Stream<Path> javaFiles(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(".java")).toList().stream();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
