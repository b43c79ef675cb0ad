package dev.quire.engine.recalc;

import dev.quire.engine.formula.BoundRead;
import dev.quire.engine.ref.Area;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Runs each of which needs all the others, such as the columns of a loan table, with an order in
/// which their cells find what they read calculated: step by step along the rows or columns, in
/// each step one run after the other.
///
/// The order is a good guess and no promise: formulas may stand in it that were overwritten, and
/// what is read may be known only when it is. A cell that is not ready says so when it is asked.
///
/// @param places of the runs, in their order in each step
record Interlock(Heading heading, List<Place> places) {
  /// More runs are seldom the columns of one table.
  private static final int MOST_RUNS = 256;

  /// A run, and by how much its cells are late: one at position p comes in step p - lag.
  record Place(Run run, int lag) {}

  /// Is shown cells in order.
  @FunctionalInterface
  interface Visitor {
    /// Takes a cell of the run at a place.
    void visit(int place, int row, int column);
  }

  /// An order for runs that need one another; empty when there is none of this kind.
  static Optional<Interlock> of(List<Run> runs) {
    if (runs.size() > MOST_RUNS) {
      return Optional.empty();
    }
    for (Heading heading : Heading.values()) {
      Optional<Interlock> found = new Ordering(heading, runs).find();
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  /// The place of one of the runs.
  int placeOf(Run run) {
    for (int place = 0; place < places.size(); place++) {
      if (places.get(place).run == run) {
        return place;
      }
    }
    throw new IllegalArgumentException("not one of the runs: " + run);
  }

  /// The step in which the last cells of an area of a run are calculated.
  int lastStep(Run run, Area area) {
    return heading.last(area) - places.get(placeOf(run)).lag;
  }

  /// The cells of the run at a place that are calculated up to a step.
  Optional<Area> until(int place, int step) {
    Area area = places.get(place).run.area();
    int first = heading.first(area);
    int last = Math.min(heading.last(area), step + places.get(place).lag);
    return last < first ? Optional.empty() : Optional.of(heading.between(area, first, last));
  }

  /// Shows the cells of some areas in their order.
  ///
  /// @param parts for each place an area of its run; null for none
  void visit(@Nullable Area[] parts, Visitor visitor) {
    int step = Integer.MAX_VALUE;
    int lastStep = Integer.MIN_VALUE;
    for (int place = 0; place < parts.length; place++) {
      Area part = parts[place];
      if (part != null) {
        step = Math.min(step, heading.first(part) - places.get(place).lag);
        lastStep = Math.max(lastStep, heading.last(part) - places.get(place).lag);
      }
    }
    for (; step <= lastStep; step++) {
      for (int place = 0; place < parts.length; place++) {
        Area part = parts[place];
        int position = step + places.get(place).lag;
        if (part != null && position >= heading.first(part) && position <= heading.last(part)) {
          int at = place;
          heading.visit(part, position, (row, column) -> visitor.visit(at, row, column));
        }
      }
    }
  }

  /// Looks for lags and an order in each step.
  private static final class Ordering {
    private final Heading heading;
    private final List<Run> runs;
    private final List<Need> needs = new ArrayList<>();
    private final int[] lags;

    /// A run reads cells of another one that lie so far ahead, or less.
    private record Need(int reader, int other, int ahead) {}

    Ordering(Heading heading, List<Run> runs) {
      this.heading = heading;
      this.runs = runs;
      this.lags = new int[runs.size()];
    }

    Optional<Interlock> find() {
      for (int reader = 0; reader < runs.size(); reader++) {
        for (BoundRead read : runs.get(reader).reads()) {
          if (!addNeeds(reader, read)) {
            return Optional.empty();
          }
        }
      }
      return findLags() ? order().map(places -> new Interlock(heading, places)) : Optional.empty();
    }

    /// Notes which runs a read needs and tells whether it can be so.
    private boolean addNeeds(int reader, BoundRead read) {
      Area hosts = runs.get(reader).area();
      Area all = read.area().over(hosts);
      for (int other = 0; other < runs.size(); other++) {
        Run run = runs.get(other);
        if (run.sheet() != read.sheet() || !run.area().intersects(all)) {
          continue;
        }
        int ahead = heading.ahead(read.area(), hosts, run.area());
        if (other != reader) {
          needs.add(new Need(reader, other, ahead));
        } else if (ahead > 0 || ahead == 0 && !heading.isBehindAcross(read.area())) {
          return false;
        }
      }
      return true;
    }

    /// What is read must not come in a later step: longest ways, which end unless a circle of needs
    /// leads ahead.
    private boolean findLags() {
      for (int round = 0; round <= runs.size(); round++) {
        boolean settled = true;
        for (Need need : needs) {
          int least = lags[need.reader] + need.ahead;
          if (lags[need.other] < least) {
            lags[need.other] = least;
            settled = false;
          }
        }
        if (settled) {
          return true;
        }
      }
      return false;
    }

    /// In each step a run comes after those of which it reads cells of the same step.
    private Optional<List<Place>> order() {
      var waiting = new int[runs.size()];
      needs.stream().filter(this::isOfOneStep).forEach(need -> waiting[need.reader]++);
      var order = new ArrayList<Place>();
      int ready = next(waiting);
      while (ready >= 0) {
        order.add(new Place(runs.get(ready), lags[ready]));
        waiting[ready] = -1;
        for (Need need : needs) {
          if (need.other == ready && isOfOneStep(need)) {
            waiting[need.reader]--;
          }
        }
        ready = next(waiting);
      }
      return order.size() == runs.size() ? Optional.of(List.copyOf(order)) : Optional.empty();
    }

    private boolean isOfOneStep(Need need) {
      return lags[need.other] == lags[need.reader] + need.ahead;
    }

    private static int next(int[] waiting) {
      for (int run = 0; run < waiting.length; run++) {
        if (waiting[run] == 0) {
          return run;
        }
      }
      return -1;
    }
  }
}
