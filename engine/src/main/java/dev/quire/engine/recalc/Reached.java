package dev.quire.engine.recalc;

import dev.quire.engine.ref.Area;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;

/// All that depends on one input, found once. It holds for every model that shares the graph and
/// has no arrays, whatever its values: who reads whom is a matter of formulas.
///
/// @param runs the runs that are dirty when the input is written
/// @param parts which of their cells
/// @param effort about how many simple formulas that is
/// @param dirty all those cells; not to be changed
/// @param choosing those runs that see nothing of the change but the input itself
record Reached(List<Run> runs, List<Area> parts, long effort, CellSet dirty, Set<Run> choosing) {
  /// Fewer runs are found again as fast.
  private static final int FEWEST = 256;

  static Reached of(List<Task> tasks, CellSet dirty, Set<Run> choosing) {
    return new Reached(
        tasks.stream().map(task -> task.run).toList(),
        tasks.stream().map(task -> task.part).toList(),
        tasks.stream().mapToLong(Task::effort).sum(),
        dirty.copy(),
        choosing);
  }

  /// Whether it is worth the memory to remember what so many tasks are.
  static boolean isWorthwhile(List<Task> tasks) {
    return tasks.size() >= FEWEST;
  }

  void forEach(BiConsumer<Run, Area> action) {
    for (int at = 0; at < runs.size(); at++) {
      action.accept(runs.get(at), parts.get(at));
    }
  }
}
