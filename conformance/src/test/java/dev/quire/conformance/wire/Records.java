package dev.quire.conformance.wire;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Assumptions;

/// Records of the real service, which lie beside the checkout if they are there at all.
final class Records {
  private static final Path FOLDER = folder();

  private Records() {}

  /// Beside the checkout, or beside the folder of several checkouts.
  private static Path folder() {
    Path beside = Path.of("../../shared/graph");
    Path further = Path.of("../../../shared/graph");
    return Files.exists(beside) || !Files.exists(further) ? beside : further;
  }

  /// The file or folder of this name.
  static Path at(String name) {
    Path path = FOLDER.resolve(name);
    Assumptions.assumeTrue(
        Files.exists(path), () -> "there are no records at " + path.toAbsolutePath().normalize());
    return path;
  }

  /// The records of a file with one JSON object a line.
  static List<JsonObject> lines(String name) {
    try {
      return Files.readAllLines(at(name)).stream()
          .filter(line -> !line.isBlank())
          .map(line -> JsonParser.parseString(line).getAsJsonObject())
          .toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /// The same by id.
  static Map<String, JsonObject> byId(String name) {
    return lines(name).stream()
        .collect(Collectors.toMap(each -> each.get("id").getAsString(), each -> each));
  }

  /// The bytes of a file.
  static byte[] bytes(String name) {
    try {
      return Files.readAllBytes(at(name));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
