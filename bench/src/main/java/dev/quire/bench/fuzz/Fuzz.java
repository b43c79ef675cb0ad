package dev.quire.bench.fuzz;

import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;

/// `./quire fuzz [--seconds=N] [--seed=S] [--corpus=DIR] [--out=DIR] [--only=TARGET]
/// [--replay=FILE]`: damages zip files, XML parts, formulas and requests, and looks for whatever is
/// neither an answer nor a refusal, takes longer than two seconds of CPU, or does not end. Inputs
/// that find something are saved; the exit code is 1 when there are any.
public final class Fuzz {
  private static final long MOST_NANOS = 2_000_000_000L;
  private static final long NEVER_ENDING_MILLIS = 60_000;

  private final Path out;
  private final Set<String> known = new HashSet<>();
  private final Map<String, Integer> tries = new TreeMap<>();
  private final Map<String, Integer> taken = new TreeMap<>();
  private volatile long startedMillis = Long.MAX_VALUE;
  private volatile byte[] current = {};

  private Fuzz(Path out) {
    this.out = out;
  }

  /// Runs until the time is over.
  @SuppressWarnings("SystemOut")
  public static void main(String[] args) throws Exception {
    long seconds = Long.parseLong(option(args, "seconds", "60"));
    long seed = Long.parseLong(option(args, "seed", "1"));
    var fuzz = new Fuzz(Path.of(option(args, "out", "bench/target/fuzz")));
    Path corpus = Path.of(option(args, "corpus", "../shared/corpus/visible"));
    List<byte[]> seeds = SeedBooks.all(corpus);
    List<Target> targets =
        List.of(
            new FileTarget(seeds, false),
            new FileTarget(seeds, true),
            new FormulaTarget(),
            RequestTarget.open());
    String only = option(args, "only", "");
    List<Target> chosen =
        targets.stream().filter(each -> only.isEmpty() || each.name().equals(only)).toList();
    Thread.ofPlatform().daemon().start(fuzz::watch);
    String replay = option(args, "replay", "");
    if (replay.isEmpty()) {
      fuzz.run(chosen, seconds, seed);
    } else {
      Path file = Path.of(replay);
      String name = file.getFileName().toString();
      for (Target each : targets) {
        if (name.startsWith(each.name())) {
          fuzz.take(each, Files.readAllBytes(file));
        }
      }
    }
    fuzz.print(System.out);
    System.exit(fuzz.known.isEmpty() ? 0 : 1);
  }

  private static String option(String[] args, String name, String usual) {
    String start = "--" + name + "=";
    return Arrays.stream(args)
        .filter(each -> each.startsWith(start))
        .map(each -> each.substring(start.length()))
        .reduce((_, last) -> last)
        .orElse(usual);
  }

  private void run(List<Target> targets, long seconds, long seed) throws IOException {
    long end = System.currentTimeMillis() + seconds * 1000;
    for (long round = 0; System.currentTimeMillis() < end; round++) {
      var random = new SplittableRandom(seed * 1_000_003 + round);
      Target target = targets.get((int) (round % targets.size()));
      take(target, target.input(random));
    }
  }

  private void take(Target target, byte[] input) throws IOException {
    tries.merge(target.name(), 1, Integer::sum);
    current = input;
    startedMillis = System.currentTimeMillis();
    var threads = ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadCpuTime();
    try {
      taken.merge(target.name(), target.take(input) ? 1 : 0, Integer::sum);
    } catch (Throwable found) {
      save(target.name(), input, found);
    }
    startedMillis = Long.MAX_VALUE;
    long nanos = threads.getCurrentThreadCpuTime() - before;
    if (nanos > MOST_NANOS) {
      save(target.name(), input, new IllegalStateException("took " + nanos / 1_000_000 + " ms"));
    }
  }

  /// Ends the process when an input does not let go of it.
  private void watch() {
    while (true) {
      try {
        Thread.sleep(1_000);
      } catch (InterruptedException ended) {
        return;
      }
      if (System.currentTimeMillis() - NEVER_ENDING_MILLIS > startedMillis) {
        neverEnds();
      }
    }
  }

  @SuppressWarnings("SystemOut")
  private void neverEnds() {
    try {
      Files.createDirectories(out);
      Files.write(out.resolve("neverending.bin"), current);
    } catch (IOException unsaved) {
      System.err.println("The input could not be saved: " + unsaved);
    }
    Thread.getAllStackTraces()
        .forEach((thread, stack) -> {
          System.err.println(thread.getName());
          Arrays.stream(stack).limit(30).forEach(each -> System.err.println("  " + each));
        });
    Runtime.getRuntime().halt(1);
  }

  /// Saves an input, unless one was saved that failed at the same place.
  @SuppressWarnings("SystemOut")
  private void save(String target, byte[] input, Throwable found) throws IOException {
    if (!known.add(target + place(found))) {
      return;
    }
    Files.createDirectories(out);
    Path file = out.resolve("%s-%08x.bin".formatted(target, Arrays.hashCode(input)));
    Files.write(file, input);
    var trace = new StringWriter();
    found.printStackTrace(new PrintWriter(trace));
    Files.writeString(out.resolve(file.getFileName() + ".txt"), trace.toString());
    System.out.println(file + ": " + found);
  }

  private static String place(Throwable found) {
    Throwable cause = found;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    StackTraceElement[] stack = cause.getStackTrace();
    String message = String.valueOf(cause.getMessage()).replaceAll("[0-9]+", "#");
    return cause.getClass()
        + (stack.length == 0
            ? message.substring(0, Math.min(60, message.length()))
            : stack[0].toString());
  }

  private void print(PrintStream to) {
    tries.forEach((target, count) ->
        to.printf("%8d inputs for %s, %d taken%n", count, target, taken.getOrDefault(target, 0)));
    to.printf("%8d finds in %s%n", known.size(), out);
  }
}
