package dev.quire.bench.engine;

import dev.quire.bench.engine.Stopwatch.Times;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// The table of all engines side by side: processor time and, after a stroke, time on the clock.
///
/// @param own what this engine took, by case
/// @param peers what others took, by their titles and by case
record PeerTable(Map<String, Measured> own, Map<String, Map<String, Measured>> peers) {
  List<String> lines() {
    var lines = new ArrayList<String>();
    lines.add("| case | what | Quire | " + String.join(" | ", peers.keySet()) + " |");
    lines.add("|---|---|---|" + "---|".repeat(peers.size()));
    own.forEach((name, measured) -> {
      if (peers.values().stream().anyMatch(peer -> peer.containsKey(name))) {
        measured.what().forEach(what -> lines.add(row(name, what, measured)));
      }
    });
    lines.add("");
    peers.forEach((title, cases) -> lines.addAll(remarks(title, cases)));
    return lines;
  }

  private String row(String name, String what, Measured measured) {
    String others =
        peers.values().stream()
            .map(cases -> Optional.ofNullable(cases.get(name)))
            .map(found -> found.map(peer -> cell(peer, what)).orElse(""))
            .collect(Collectors.joining(" | "));
    return "| %s | %s | %s | %s |".formatted(name, what, figure(measured.median(what)), others);
  }

  private static String cell(Measured peer, String what) {
    if (peer.has(what)) {
      return figure(peer.median(what)) + (peer.wrong().isEmpty() ? "" : " (wrong values)");
    }
    return peer.notes().isEmpty() ? "" : "fails";
  }

  private static String figure(Times times) {
    return EngineBenchmark.figure(times.cpuMillis())
        + " / "
        + EngineBenchmark.figure(times.wallMillis());
  }

  private static List<String> remarks(String title, Map<String, Measured> cases) {
    var remarks = new ArrayList<String>();
    cases.forEach((name, measured) -> {
      var all = new ArrayList<String>(measured.notes());
      measured.wrong().forEach(each -> all.add("wrong: " + each));
      all.stream()
          .distinct()
          .map(each -> "- %s, %s: %s".formatted(title, name, each))
          .forEach(remarks::add);
    });
    return remarks;
  }
}
