package dev.quire.engine.recalc;

import dev.quire.engine.formula.BoundRead;
import dev.quire.engine.formula.Workspace;
import dev.quire.engine.ref.Area;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Who reads whom, run by run. Immutable, so forks share it: formulas written later are kept in a
/// short list beside the index. Formulas that were overwritten stay in it, which makes it name a
/// few cells too many and never one too few.
final class DependencyGraph {
  /// How many runs the list beside the index may hold before everything is indexed anew.
  private static final int MOST_RECENT = 512;

  /// How many runs a read may meet so that they are kept in mind.
  private static final int MOST_MET = 16;

  private final Indexed indexed;
  private final List<Run> recent;

  /// The runs that are indexed. Where they lie is indexed when somebody asks.
  private static final class Indexed {
    final List<Run> runs;
    final Map<Integer, ReadIndex> reads;
    final List<Run> volatileRuns;
    final List<Run> urgentRuns;
    final boolean computesAll;
    final ReachMemory memory = new ReachMemory();
    private volatile @Nullable Map<Integer, ReadIndex> places;
    private volatile @Nullable Interlocks interlocks;

    /// For each run the runs that each of its reads meets, found when somebody asks. Threads that
    /// ask at once find the same.
    private final AtomicReferenceArray<List<List<Run>>> met;

    Indexed(List<Run> all) {
      var numbered = new Run[all.size()];
      Arrays.setAll(numbered, place -> all.get(place).at(place));
      this.runs = List.of(numbered);
      this.met = new AtomicReferenceArray<>(numbered.length);
      this.reads = ReadIndex.ofReads(runs);
      this.urgentRuns = runs.stream().filter(Run::isUrgent).toList();
      this.volatileRuns = runs.stream().filter(run -> run.reach().isVolatile()).toList();
      this.computesAll = runs.stream().allMatch(DependencyGraph::isComputable);
    }

    /// The runs that a read of one of these runs meets; empty when they are many, or the run is
    /// none of these.
    Optional<List<Run>> met(Run reader, int number) {
      int at = reader.number();
      if (at < 0 || at >= runs.size() || runs.get(at) != reader) {
        return Optional.empty();
      }
      List<List<Run>> known = met.get(at);
      if (known == null) {
        known = reader.reads().stream().map(read -> find(reader, read)).toList();
        met.set(at, known);
      }
      List<Run> found = known.get(number);
      return found.size() > MOST_MET ? Optional.empty() : Optional.of(found);
    }

    /// At most one more than are worth keeping.
    private List<Run> find(Run reader, BoundRead read) {
      ReadIndex index = places().get(read.sheet());
      var found = new ArrayList<Run>();
      if (index != null) {
        index.visit(
            read.area().over(reader.area()),
            entry -> {
              boolean isNew = found.stream().noneMatch(each -> each == entry.run());
              if (isNew && found.size() <= MOST_MET) {
                found.add(entry.run());
              }
            });
      }
      return List.copyOf(found);
    }

    Map<Integer, ReadIndex> places() {
      Map<Integer, ReadIndex> found = places;
      if (found == null) {
        found = ReadIndex.ofPlaces(runs);
        places = found;
      }
      return found;
    }

    Interlocks interlocks() {
      Interlocks found = interlocks;
      if (found == null) {
        found = Interlocks.among(runs, places());
        interlocks = found;
      }
      return found;
    }
  }

  private DependencyGraph(Indexed indexed, List<Run> recent) {
    this.indexed = indexed;
    this.recent = recent;
  }

  /// The graph of all formulas.
  static DependencyGraph of(SheetTable sheets, Workspace definitions) {
    var runs = new ArrayList<Run>();
    sheets.forEach((sheet, cells) -> runs.addAll(Runs.of(sheet, cells, definitions)));
    return new DependencyGraph(new Indexed(runs), List.of());
  }

  private static boolean isComputable(Run run) {
    return run.reach().unsupported().isEmpty();
  }

  /// Whether so many runs may be added before the graph should be made anew.
  boolean hasRoomFor(int runs) {
    return recent.size() + runs <= MOST_RECENT;
  }

  /// This graph with more formulas.
  DependencyGraph with(List<Run> runs) {
    return new DependencyGraph(indexed, Stream.of(recent, runs).flatMap(List::stream).toList());
  }

  /// The graph after names, tables or sheets have changed their meaning: formulas that come to
  /// something else stand beside the index. Made anew when they are many.
  DependencyGraph redefined(SheetTable sheets, Workspace definitions) {
    List<Run> changed =
        Stream.concat(indexed.runs.stream(), recent.stream())
            .filter(run -> run.reach().followsDefinitions())
            .map(run -> run.reaching(run.template().reach(definitions, run.sheet())))
            .flatMap(Optional::stream)
            .limit(MOST_RECENT + 1L)
            .toList();
    if (changed.isEmpty()) {
      return this;
    }
    return hasRoomFor(changed.size()) ? with(changed) : of(sheets, definitions);
  }

  /// What inputs reach, where that is the same for all who share this graph: formulas beside the
  /// index are somebody's own.
  Optional<ReachMemory> memory() {
    return recent.isEmpty() ? Optional.of(indexed.memory) : Optional.empty();
  }

  /// Shows the formulas that read a changed area, as areas of runs.
  void dependents(int sheet, Area changed, BiConsumer<Run, Area> visitor) {
    ReadIndex index = indexed.reads.get(sheet);
    if (index != null) {
      index.visit(
          changed,
          entry ->
              entry
                  .run()
                  .dependents(entry.read(), changed)
                  .ifPresent(hosts -> visitor.accept(entry.run(), hosts)));
    }
    for (Run run : recent) {
      for (BoundRead read : run.reads()) {
        if (read.sheet() == sheet) {
          run.dependents(read, changed).ifPresent(hosts -> visitor.accept(run, hosts));
        }
      }
    }
  }

  /// Shows the runs that lie in an area, some perhaps repeatedly.
  void runsIn(int sheet, Area area, Consumer<Run> visitor) {
    ReadIndex index = indexed.places().get(sheet);
    if (index != null) {
      index.visit(area, entry -> visitor.accept(entry.run()));
    }
    recentIn(sheet, area, visitor);
  }

  private void recentIn(int sheet, Area area, Consumer<Run> visitor) {
    for (Run run : recent) {
      if (run.sheet() == sheet && run.area().intersects(area)) {
        visitor.accept(run);
      }
    }
  }

  /// Shows the runs that lie in what a run reads, and perhaps others.
  ///
  /// @param number of the read among those of the run
  /// @param area what those of its cells read that are asked about
  void runsRead(Run reader, int number, Area area, Consumer<Run> visitor) {
    int sheet = reader.reads().get(number).sheet();
    Optional<List<Run>> met = indexed.met(reader, number);
    if (met.isEmpty()) {
      runsIn(sheet, area, visitor);
      return;
    }
    met.get().forEach(visitor);
    recentIn(sheet, area, visitor);
  }

  /// Finds out which runs need one another, once somebody met such runs.
  void findInterlocks() {
    indexed.interlocks();
  }

  /// Whether [#findInterlocks] was called, for this graph or one it was made of.
  boolean knowsInterlocks() {
    return indexed.interlocks != null;
  }

  /// The runs that need a run and that it needs, itself included; empty when there are no others,
  /// no order for them is known, or nobody looked for them.
  Optional<Interlock> interlock(Run run) {
    Interlocks known = indexed.interlocks;
    return known == null ? Optional.empty() : known.of(run);
  }

  /// Shows all runs.
  void all(Consumer<Run> visitor) {
    indexed.runs.forEach(visitor);
    recent.forEach(visitor);
  }

  /// Shows the formulas that are calculated each time.
  void volatiles(Consumer<Run> visitor) {
    indexed.volatileRuns.forEach(visitor);
    recent.stream().filter(run -> run.reach().isVolatile()).forEach(visitor);
  }

  /// Shows the runs that are calculated at once when they are dirty.
  void urgent(Consumer<Run> visitor) {
    indexed.urgentRuns.forEach(visitor);
    recent.stream().filter(Run::isUrgent).forEach(visitor);
  }

  /// How many runs are numbered.
  int numbered() {
    return indexed.runs.size();
  }

  /// Whether every formula can be calculated here.
  boolean computesAll() {
    return indexed.computesAll && recent.stream().allMatch(DependencyGraph::isComputable);
  }
}
