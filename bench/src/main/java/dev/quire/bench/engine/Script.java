package dev.quire.bench.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// An edit script of the workload, read back.
///
/// @param expected what must hold after loading and calculating
record Script(List<Action> expected, List<Step> steps) {
  /// A thing to do or to look at.
  ///
  /// @param verb `expect`, `set`, `get` or `insertrow`
  /// @param place a cell with its sheet, or a sheet
  /// @param value `n:` and a number, `s:` and a text, or a one-based row
  record Action(String verb, String place, String value) {
    boolean isNumber() {
      return value.startsWith("n:");
    }

    String text() {
      return value.substring(2);
    }
  }

  /// Things done together and timed.
  record Step(String name, List<Action> actions) {}

  static Script read(Path file) throws IOException {
    var expected = new ArrayList<Action>();
    var steps = new ArrayList<Step>();
    for (String line : Files.readAllLines(file)) {
      String[] words = line.split("\t");
      if (words[0].equals("step")) {
        steps.add(new Step(words[1], new ArrayList<>()));
      } else {
        (steps.isEmpty() ? expected : steps.getLast().actions())
            .add(new Action(words[0], words[1], words[2]));
      }
    }
    return new Script(expected, steps);
  }
}
