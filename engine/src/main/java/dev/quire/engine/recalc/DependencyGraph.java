package dev.quire.engine.recalc;

import dev.quire.engine.formula.BoundRead;
import dev.quire.engine.formula.Workspace;
import dev.quire.engine.ref.Area;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/// Who reads whom, run by run. Immutable, so forks share it: formulas written later are kept in a
/// short list beside the index. Formulas that were overwritten stay in it, which makes it name a
/// few cells too many and never one too few.
final class DependencyGraph {
  /// How many runs the list beside the index may hold before everything is indexed anew.
  private static final int MOST_RECENT = 512;

  private final Map<Integer, ReadIndex> indexes;
  private final List<Run> volatileRuns;
  private final List<Run> recent;

  private DependencyGraph(
      Map<Integer, ReadIndex> indexes, List<Run> volatileRuns, List<Run> recent) {
    this.indexes = indexes;
    this.volatileRuns = volatileRuns;
    this.recent = recent;
  }

  /// The graph of all formulas.
  static DependencyGraph of(SheetTable sheets, Workspace definitions) {
    var runs = new ArrayList<Run>();
    sheets.forEach((sheet, cells) -> runs.addAll(Runs.of(sheet, cells, definitions)));
    return new DependencyGraph(ReadIndex.of(runs), volatileAmong(runs), List.of());
  }

  /// Whether so many runs may be added before the graph should be made anew.
  boolean hasRoomFor(int runs) {
    return recent.size() + runs <= MOST_RECENT;
  }

  /// This graph with more formulas.
  DependencyGraph with(List<Run> runs) {
    var all = new ArrayList<>(recent);
    all.addAll(runs);
    return new DependencyGraph(indexes, volatileRuns, List.copyOf(all));
  }

  /// Shows the formulas that read a changed area, as areas of a sheet.
  void dependents(int sheet, Area changed, BiConsumer<Integer, Area> visitor) {
    ReadIndex index = indexes.get(sheet);
    if (index != null) {
      index.visit(
          changed,
          entry ->
              entry
                  .run()
                  .dependents(entry.read(), changed)
                  .ifPresent(hosts -> visitor.accept(entry.run().sheet(), hosts)));
    }
    for (Run run : recent) {
      for (BoundRead read : run.reads()) {
        if (read.sheet() == sheet) {
          run.dependents(read, changed).ifPresent(hosts -> visitor.accept(run.sheet(), hosts));
        }
      }
    }
  }

  /// Shows the formulas that are calculated each time.
  void volatiles(BiConsumer<Integer, Area> visitor) {
    volatileRuns.forEach(run -> visitor.accept(run.sheet(), run.area()));
    volatileAmong(recent).forEach(run -> visitor.accept(run.sheet(), run.area()));
  }

  private static List<Run> volatileAmong(List<Run> runs) {
    return runs.stream().filter(run -> run.reach().isVolatile()).toList();
  }
}
