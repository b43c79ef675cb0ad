package dev.quire.engine.recalc;

import dev.quire.engine.formula.BoundRead;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// All interlocks among the runs of a graph: its strongly connected components of more than one
/// run, where there is an order for them. Found by Tarjan's algorithm, without recursion.
final class Interlocks {
  /// A graph with more readings of runs by runs is not looked through: that would cost more than
  /// calculating its cells in turn.
  private static final int MOST_EDGES = 1 << 22;

  private static final int UNSEEN = -1;

  private final List<Run> runs;
  private final Map<Integer, ReadIndex> places;
  private final @Nullable Interlock[] found;
  private final int[] index;
  private final int[] low;
  private final boolean[] isOpen;
  private final int[] component;
  private int componentSize;
  private int seen;
  private int edges;

  private Interlocks(List<Run> runs, Map<Integer, ReadIndex> places) {
    this.runs = runs;
    this.places = places;
    this.found = new @Nullable Interlock[runs.size()];
    this.index = new int[runs.size()];
    this.low = new int[runs.size()];
    this.isOpen = new boolean[runs.size()];
    this.component = new int[runs.size()];
    Arrays.fill(index, UNSEEN);
  }

  /// A run on the way, with the runs it reads and how many of them were followed.
  private static final class Step {
    final int run;
    final int[] reads;
    int next;

    Step(int run, int[] reads) {
      this.run = run;
      this.reads = reads;
    }
  }

  /// Those among some runs.
  ///
  /// @param runs numbered by their places in the list
  /// @param places where they lie, by sheet
  static Interlocks among(List<Run> runs, Map<Integer, ReadIndex> places) {
    var interlocks = new Interlocks(runs, places);
    for (int run = 0; run < runs.size() && interlocks.edges <= MOST_EDGES; run++) {
      if (interlocks.index[run] == UNSEEN) {
        interlocks.search(run);
      }
    }
    return interlocks;
  }

  /// The one that a run belongs to, if any.
  Optional<Interlock> of(Run run) {
    int number = run.number();
    // A run that an earlier change left may be numbered by another graph.
    return number >= 0 && number < runs.size() && runs.get(number) == run
        ? Optional.ofNullable(found[number])
        : Optional.empty();
  }

  private void search(int first) {
    var way = new ArrayList<Step>();
    way.add(open(first));
    while (!way.isEmpty() && edges <= MOST_EDGES) {
      Step step = way.getLast();
      if (step.next < step.reads.length) {
        int read = step.reads[step.next++];
        if (index[read] == UNSEEN) {
          way.add(open(read));
        } else if (isOpen[read]) {
          low[step.run] = Math.min(low[step.run], index[read]);
        }
      } else {
        way.removeLast();
        close(step.run);
        if (!way.isEmpty()) {
          int reader = way.getLast().run;
          low[reader] = Math.min(low[reader], low[step.run]);
        }
      }
    }
  }

  private Step open(int run) {
    index[run] = seen;
    low[run] = seen++;
    isOpen[run] = true;
    component[componentSize++] = run;
    return new Step(run, reads(runs.get(run)));
  }

  private int[] reads(Run run) {
    var numbers = new Numbers();
    for (BoundRead read : run.reads()) {
      ReadIndex sheet = places.get(read.sheet());
      if (sheet != null) {
        sheet.visit(
            read.area().over(run.area()),
            entry -> {
              if (edges++ <= MOST_EDGES) {
                numbers.add(entry.run().number());
              }
            });
      }
    }
    return numbers.toArray();
  }

  private void close(int run) {
    if (low[run] != index[run]) {
      return;
    }
    int begin = componentSize;
    do {
      begin--;
      isOpen[component[begin]] = false;
    } while (component[begin] != run);
    if (componentSize - begin > 1) {
      List<Run> members =
          Arrays.stream(component, begin, componentSize).mapToObj(runs::get).toList();
      Interlock.of(members)
          .ifPresent(interlock -> {
            for (Run member : members) {
              found[member.number()] = interlock;
            }
          });
    }
    componentSize = begin;
  }

  /// A list of numbers that grows.
  private static final class Numbers {
    private int[] items = new int[8];
    private int size;

    void add(int number) {
      if (size == items.length) {
        items = Arrays.copyOf(items, size * 2);
      }
      items[size++] = number;
    }

    int[] toArray() {
      return Arrays.copyOf(items, size);
    }
  }
}
