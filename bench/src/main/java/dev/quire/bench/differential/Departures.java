package dev.quire.bench.differential;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Where the other engine is known to do something else than Excel, from `departures.tsv`, each
/// with the reason.
final class Departures {
  private final List<Departure> all = new ArrayList<>();

  /// @param formula part of it
  /// @param ours the whole of what is told here
  /// @param theirs the whole of what the other engine tells
  private record Departure(Pattern formula, Pattern ours, Pattern theirs, String reason) {}

  Departures() throws IOException {
    for (String[] cells : FunctionTable.lines("departures.tsv")) {
      all.add(
          new Departure(
              Pattern.compile(cells[0]),
              Pattern.compile(cells[1]),
              Pattern.compile(cells[2]),
              cells[3]));
    }
  }

  /// The reason of a difference; empty when none is known.
  Optional<String> reason(String formula, Told ours, Told theirs) {
    return all.stream()
        .filter(each ->
            each.formula().matcher(formula).find()
                && each.ours().matcher(ours.toString()).matches()
                && each.theirs().matcher(theirs.toString()).matches())
        .map(Departure::reason)
        .findFirst();
  }
}
