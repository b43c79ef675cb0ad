package dev.quire.conformance.wire;

import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import dev.quire.conformance.fixture.Ask;
import dev.quire.conformance.fixture.BookFile;
import dev.quire.conformance.fixture.User;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// One thing that is made ready for examples of the documentation before they are asked.
///
/// @param examples matches the page, name and documented path of those that it is for
/// @param what depends on the kind, see `example-stages.tsv`
record ExampleStage(Pattern examples, Kind kind, String what) {
  /// What a stage changes.
  enum Kind {
    BEFORE,
    PATH,
    BODY,
    SERVER
  }

  static List<ExampleStage> all() {
    return KnownGaps.rows("example-stages.tsv").stream()
        .map(cells ->
            new ExampleStage(
                Pattern.compile(cells[0]),
                Kind.valueOf(cells[1].toUpperCase(Locale.ROOT)),
                cells[2]))
        .toList();
  }

  boolean isFor(String example) {
    return examples.matcher(example).find();
  }

  /// Whether the server answers 202 when it is asked to.
  static boolean isAsync(List<ExampleStage> set) {
    return set.stream().anyMatch(stage -> stage.kind == Kind.SERVER);
  }

  /// Sends the requests that come before.
  static void prepare(List<ExampleStage> set, User user, BookFile book) {
    for (ExampleStage stage : set) {
      if (stage.kind == Kind.BEFORE) {
        String[] words = stage.what.split(" ", 3);
        var ask = Ask.of(words[0], book.workbook() + words[1]).json(words[2]);
        if (user.send(ask).status() >= 300) {
          throw new AssertionError("not made ready: " + stage.what + user.send(ask).text());
        }
      }
    }
  }

  static String path(List<ExampleStage> set, String path) {
    String changed = path;
    for (ExampleStage stage : set) {
      if (stage.kind == Kind.PATH) {
        String[] words = stage.what.split(" => ", 2);
        changed = changed.replaceFirst(words[0], words[1]);
      }
    }
    return changed;
  }

  static Optional<JsonElement> body(List<ExampleStage> set) {
    return set.stream()
        .filter(stage -> stage.kind == Kind.BODY)
        .map(stage -> JsonParser.parseString(stage.what))
        .findFirst();
  }
}
