package dev.quire.bench.load;

import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/// A mixed load for minutes, during which the server must not grow.
final class Sustained {
  private static final int CLIENTS = 16;
  private static final int BOOKS = 12;
  private static final int SAMPLES = 12;
  private static final double MOST_GROWTH = 1.10;
  private static final long FREE_BYTES = 16 << 20;
  private static final int FREE_THREADS = 8;
  private static final int FREE_DESCRIPTORS = 16;

  private final LoadServer server;
  private final Duration length;
  private final PrintStream out;
  private final Map<Kind, Latencies> times = new EnumMap<>(Kind.class);
  private final List<Vitals> samples = new ArrayList<>();

  private Sustained(LoadServer server, Duration length, PrintStream out) {
    this.server = server;
    this.length = length;
    this.out = out;
    for (Kind kind : Kind.values()) {
      times.put(kind, new Latencies());
    }
  }

  static Finding run(LoadServer server, Duration length, long seed, PrintStream out)
      throws Exception {
    return new Sustained(server, length, out).run(seed);
  }

  private Finding run(long seed) throws Exception {
    for (int number = 0; number < BOOKS; number++) {
      server.blank(book(number));
    }
    long until = System.nanoTime() + length.toNanos();
    var wrong = new ArrayList<String>();
    var crowd =
        Thread.ofPlatform()
            .start(() -> {
              try {
                wrong.addAll(Crowd.of(CLIENTS, client -> works(client, seed + client, until)));
              } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
              }
            });
    for (int sample = 0; sample < SAMPLES; sample++) {
      Thread.sleep(length.dividedBy(SAMPLES + 1));
      samples.add(Vitals.now());
      out.printf("  %s%n", samples.getLast());
    }
    crowd.join();
    wrong.addAll(growth());
    return new Finding(
        "%d clients on %d workbooks, a mix of requests for %d s"
            .formatted(CLIENTS, BOOKS, length.toSeconds()),
        figures(),
        wrong);
  }

  private static String book(int number) {
    return "Mixed%d.xlsx".formatted(number);
  }

  private void works(int client, long seed, long until) throws Exception {
    var random = new Random(seed);
    try (Visitor visitor = server.visitor(book(client % BOOKS))) {
      var guest = new Kind.Guest(visitor, visitor.opens(true), visitor.opens(false));
      while (System.nanoTime() < until) {
        Kind kind = Kind.any(random);
        long begun = System.nanoTime();
        kind.once(guest, random);
        times.get(kind).add(System.nanoTime() - begun);
      }
      visitor.closes(guest.persistent());
      visitor.closes(guest.whatIf());
    }
  }

  private List<String> figures() {
    var figures = new ArrayList<String>();
    double seconds = length.toMillis() / 1e3;
    long all = times.values().stream().mapToLong(Latencies::count).sum();
    figures.add("%,d requests, %,.0f/s".formatted(all, all / seconds));
    times.forEach((kind, latencies) ->
        figures.add(
            "%s: %,.0f/s, %s".formatted(kind.label(), latencies.count() / seconds, latencies)));
    figures.add("first third: " + mean(early()));
    figures.add("last third: " + mean(late()));
    return figures;
  }

  /// Without the first samples, while classes are loaded and caches fill.
  private List<Vitals> early() {
    return samples.subList(SAMPLES / 6, SAMPLES / 2);
  }

  private List<Vitals> late() {
    return samples.subList(SAMPLES - SAMPLES / 3, SAMPLES);
  }

  private static Vitals mean(List<Vitals> samples) {
    return new Vitals(
        (long) samples.stream().mapToLong(Vitals::heapBytes).average().orElse(0),
        (int) samples.stream().mapToInt(Vitals::threads).average().orElse(0),
        (long) samples.stream().mapToLong(Vitals::descriptors).average().orElse(0));
  }

  private List<String> growth() {
    Vitals early = mean(early());
    Vitals late = mean(late());
    var wrong = new ArrayList<String>();
    if (late.heapBytes() > early.heapBytes() * MOST_GROWTH + FREE_BYTES
        || late.threads() > early.threads() + FREE_THREADS
        || late.descriptors() > early.descriptors() + FREE_DESCRIPTORS) {
      wrong.add("it grew from %s to %s".formatted(early, late));
    }
    return wrong;
  }
}
