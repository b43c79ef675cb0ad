package dev.quire.conformance.surface;

import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import dev.quire.conformance.fixture.CommentedBook;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

/// What an operation does to the workbook of [dev.quire.conformance.fixture.RichBook], or reads
/// from it: a row of `effects.tsv`. A path that begins with `/beta` is asked of that version.
///
/// @param line number of the row in the file
/// @param onFullBook whether the workbook has a pivot table, comments and a task besides
/// @param covers operations as [Operation#id] writes them
/// @param steps requests that come first, in order
/// @param read path that is read afterwards
/// @param expected members that the answer has to have, with these values
record Effect(
    int line,
    boolean onFullBook,
    List<String> covers,
    List<Step> steps,
    String read,
    JsonElement expected) {
  private static final String SHEET = "/worksheets/It%27s";

  /// A line that says that those below it are about the full workbook.
  private static final String FULL = "[full]";

  /// A request.
  ///
  /// @param status that it has to answer with; 0 for any that says it was done
  record Step(int status, String method, String path, String body) {
    /// Reads `[status] METHOD path [body]`.
    static Step of(String text) {
      boolean hasStatus = Character.isDigit(text.charAt(0));
      String[] words = text.split(" ", hasStatus ? 4 : 3);
      int first = hasStatus ? 1 : 0;
      return new Step(
          hasStatus ? Integer.parseInt(words[0]) : 0,
          words[first],
          filled(words[first + 1]),
          words.length > first + 2 ? words[first + 2] : "");
    }
  }

  /// All rows.
  static List<Effect> all() {
    try (var in = Objects.requireNonNull(Effect.class.getResourceAsStream("effects.tsv"))) {
      List<String> lines = new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
      return IntStream.range(0, lines.size())
          .filter(index -> lines.get(index).contains("\t") && !lines.get(index).startsWith("#"))
          .mapToObj(
              index -> of(index + 1, index > lines.indexOf(FULL), lines.get(index).split("\t", -1)))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Effect of(int line, boolean onFullBook, String[] fields) {
    List<Step> steps =
        Arrays.stream(fields[1].split(" && "))
            .filter(step -> !step.isBlank())
            .map(Step::of)
            .toList();
    return new Effect(
        line,
        onFullBook,
        List.of(fields[0].split(" \\| ")),
        steps,
        filled(fields[2]),
        JsonParser.parseString(fields[3]));
  }

  /// The name of the test that this row is.
  String test() {
    return "EffectTest:" + line;
  }

  /// Whether the operations change something that a file keeps.
  boolean changes() {
    return !steps.isEmpty();
  }

  private static String filled(String text) {
    return text.equals(".")
        ? ""
        : text.replace("{s}", SHEET)
            .replace("{comment}", key(CommentedBook.THREAD))
            .replace("{reply}", key(CommentedBook.ANSWER))
            .replace("{task}", key(CommentedBook.TASK));
  }

  private static String key(String id) {
    return id.replace("{", "%7B").replace("}", "%7D");
  }
}
