package dev.quire.bench.engine;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/// What there is to beat: milliseconds of processor time, and megabytes, measured on the machine
/// and with the peers that `docs/benchmarks.md` tells.
final class Aims {
  private final Map<String, Aim> aims = new HashMap<>();

  /// @param peer the best of the other engines; empty where none can do it
  /// @param aim what we want to reach
  /// @param floor what the machine allows; empty where nobody measured it
  record Aim(String peer, String aim, String floor) {
    static final Aim NONE = new Aim("", "", "");

    boolean isReached(double figure) {
      return aim.isEmpty() || figure <= Double.parseDouble(aim);
    }
  }

  private Aims() {}

  static Aims read() {
    var aims = new Aims();
    try (InputStream in = Aims.class.getResourceAsStream("aims.tsv")) {
      String all = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
      all.lines().skip(1).map(line -> line.split("\t", -1)).forEach(aims::add);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
    return aims;
  }

  private void add(String[] words) {
    aims.put(words[0] + " " + words[1], new Aim(words[2], words[3], words[4]));
  }

  Aim of(String name, String what) {
    return aims.getOrDefault(name + " " + what, Aim.NONE);
  }
}
