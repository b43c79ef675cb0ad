package dev.quire.engine.recalc;

import dev.quire.engine.cells.ArrayArea;
import dev.quire.engine.ref.Area;
import dev.quire.engine.value.ReferenceValue.Part;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What has to be calculated after a change, run by run, each after those it reads. Follows readers
/// to the end before anything is calculated; the order among runs is found while they are.
final class Tasks {
  /// Asking each formula about more written cells costs as much as calculating it.
  private static final int MOST_WRITTEN = 16;

  private final DependencyGraph graph;
  private final CellSet dirty;
  private final WorkingCells cells;
  private final Runner runner;
  private final TaskTable table;
  private final TaskStack stack;
  private final List<ModelEditor.Seed> followed = new ArrayList<>();
  private final List<ModelEditor.Seed> loose = new ArrayList<>();

  /// What is dirty as well, as long as nobody asked for its tasks.
  private @Nullable Reached remembered;

  /// What was written, when some runs see nothing else of the change.
  private List<Part> written = List.of();

  /// Those runs.
  private Set<Run> choosing = Set.of();

  /// Whether nothing is calculated yet, so that what is dirty stays so.
  private boolean marking;

  private int nextLoose;

  /// Calculates what is ready to be.
  interface Runner {
    /// Calculates the dirty cells of a run. What they read is calculated already, unless cells of
    /// the run and of others have to take turns.
    void calculate(Task task);

    /// Calculates the dirty cells of runs that need one another. All else that they read is
    /// calculated already.
    void calculate(Interlock interlock, List<Task> tasks);

    /// Calculates a task and those that joined it: in one go where an order for them is known.
    default void calculateAll(Task task) {
      Optional<Interlock> interlock = task.interlock();
      if (interlock.isPresent()) {
        calculate(interlock.get(), task.members());
      } else {
        task.members().forEach(this::calculate);
      }
    }

    /// Calculates a single cell and all it needs.
    void settle(int sheet, int row, int column);
  }

  Tasks(DependencyGraph graph, CellSet dirty, WorkingCells cells, Runner runner) {
    this.graph = graph;
    this.dirty = dirty;
    this.cells = cells;
    this.runner = runner;
    this.table = new TaskTable(graph.numbered());
    this.stack = new TaskStack(graph, dirty, table, runner);
  }

  /// Makes all dirty that depends on the seeds, and formulas that change by themselves.
  void mark(List<ModelEditor.Seed> seeds, List<ModelEditor.Seed> stale, boolean everything) {
    boolean single = seeds.size() == 1 && stale.isEmpty() && !everything;
    Optional<ReachMemory> memory =
        single && table.isEmpty() && dirty.isEmpty() && !cells.haveArrays()
            ? graph.memory()
            : Optional.empty();
    Optional<Reached> known = memory.flatMap(found -> found.find(seeds.getFirst()));
    if (known.isPresent()) {
      remembered = known.get();
      written = parts(seeds);
      choosing = known.get().choosing();
      dirty.become(known.get().dirty());
      return;
    }
    boolean isSmall = stale.isEmpty() && !everything && cellsOf(seeds) <= MOST_WRITTEN;
    boolean mayChoose = isSmall && table.isEmpty() && dirty.isEmpty() && !cells.haveArrays();
    markAnew(seeds, stale, everything);
    if (mayChoose) {
      written = parts(seeds);
      choosing = findChoosing();
    }
    if (memory.isPresent() && Reached.isWorthwhile(table.all())) {
      memory.get().remember(seeds.getFirst(), Reached.of(table.all(), dirty, choosing));
    }
  }

  private static long cellsOf(List<ModelEditor.Seed> seeds) {
    return seeds.stream().mapToLong(seed -> seed.area().cells()).sum();
  }

  private static List<Part> parts(List<ModelEditor.Seed> seeds) {
    return seeds.stream().map(seed -> new Part(seed.sheet(), seed.area())).toList();
  }

  /// Runs that may pass over what was written, and read nothing else that may change.
  private Set<Run> findChoosing() {
    Set<Run> found = Collections.newSetFromMap(new IdentityHashMap<>());
    for (Task task : table.all()) {
      Run run = task.run;
      if (run.template().chooses() && !run.reach().isVolatile() && !run.reads(dirty, run.area())) {
        found.add(run);
      }
    }
    return found;
  }

  /// All of the change that a run may see, when that is nothing but a few written cells; empty when
  /// it may be more.
  List<Part> seenBy(Run run) {
    return choosing.contains(run) ? written : List.of();
  }

  private void markAnew(
      List<ModelEditor.Seed> seeds, List<ModelEditor.Seed> stale, boolean everything) {
    marking = true;
    followed.addAll(seeds);
    seeds.forEach(this::markLoose);
    stale.forEach(seed -> dirty(seed.sheet(), seed.area()));
    if (everything) {
      // Nothing can depend on them that is not among them, but what arrays fill.
      graph.all(run -> dirty(run, run.area()));
      cells.visitArrays(this::dirtyArray);
    } else {
      graph.volatiles(run -> dirty(run, run.area()));
      follow(0);
    }
    marking = false;
  }

  /// Makes tasks of what was remembered.
  private void recall() {
    Reached known = remembered;
    if (known != null) {
      remembered = null;
      known.forEach(table::add);
    }
  }

  /// Seeds are dirty where a formula was written.
  private void markLoose(ModelEditor.Seed seed) {
    if (dirty.meets(seed.sheet(), seed.area())) {
      belongings(seed.sheet(), seed.area());
    }
  }

  /// Makes all dirty that depends on an area whose values changed while calculating.
  void follow(int sheet, Area area) {
    recall();
    choosing = Set.of();
    int known = followed.size();
    followed.add(new ModelEditor.Seed(sheet, area));
    follow(known);
  }

  /// Makes cells dirty again, and all that depends on them.
  void repeat(int sheet, Area area) {
    recall();
    int known = followed.size();
    dirty(sheet, area);
    follow(known);
  }

  private void follow(int from) {
    for (int next = from; next < followed.size(); next++) {
      ModelEditor.Seed seed = followed.get(next);
      graph.dependents(seed.sheet(), seed.area(), this::dirty);
      for (ArrayArea array : cells.arrays(seed.sheet())) {
        if (array.isTouchedBy(seed.area())) {
          dirtyArray(seed.sheet(), array);
        }
      }
    }
  }

  private void dirtyArray(int sheet, ArrayArea array) {
    dirty(sheet, array.anchor());
    dirty(sheet, array.area());
  }

  private void dirty(Run run, Area hosts) {
    Task task = table.find(run);
    boolean known = marking && task != null && task.isMarked(hosts);
    if (!known && dirty.addAll(run.sheet(), hosts)) {
      followed.add(new ModelEditor.Seed(run.sheet(), hosts));
      Task added = table.add(run, task, hosts);
      if (marking) {
        added.mark(hosts);
      }
    }
  }

  /// Cells that are dirty without a run that says so.
  private void dirty(int sheet, Area area) {
    if (dirty.addAll(sheet, area)) {
      followed.add(new ModelEditor.Seed(sheet, area));
      belongings(sheet, area);
    }
  }

  private void belongings(int sheet, Area area) {
    loose.add(new ModelEditor.Seed(sheet, area));
    graph.runsIn(
        sheet, area, run -> run.area().intersection(area).ifPresent(part -> table.add(run, part)));
  }

  /// Takes over a run that an earlier change left dirty.
  void inherit(Task left) {
    table.add(left.run, left.part);
  }

  /// Whether what is left is more work than so many simple formulas.
  boolean isMoreThan(long formulas) {
    if (formulas == Long.MAX_VALUE) {
      return false;
    }
    long effort = remembered == null ? 0 : remembered.effort();
    return effort > formulas || table.effort(formulas - effort) > formulas - effort;
  }

  /// Calculates what must not be left, and what becomes so meanwhile.
  void runUrgent() {
    graph.urgent(run -> {
      recall();
      Task task = table.find(run);
      if (task != null) {
        stack.calculate(task);
      }
    });
    runLoose();
  }

  /// Calculates what the cells of an area need, and of other cells nothing.
  void run(int sheet, Area area) {
    new Demand(graph, dirty, runner).run(sheet, area);
  }

  /// Whether some run is not calculated.
  boolean isOpen() {
    if (dirty.isEmpty()) {
      return false;
    }
    if (remembered != null) {
      return true;
    }
    for (Task task : table.all()) {
      if (dirty.meets(task.run.sheet(), task.part)) {
        return true;
      }
    }
    return false;
  }

  /// The runs that are not calculated.
  List<Task> open() {
    recall();
    var open = new ArrayList<Task>();
    for (Task task : table.all()) {
      if (dirty.meets(task.run.sheet(), task.part)) {
        open.add(new Task(task.run, task.part));
      }
    }
    return open;
  }

  /// Calculates all that is dirty, and what becomes so meanwhile.
  void runAll() {
    recall();
    while (table.hasNext() || nextLoose < loose.size()) {
      if (table.hasNext()) {
        stack.calculate(table.next());
      } else {
        runLoose();
      }
    }
  }

  private void runLoose() {
    while (nextLoose < loose.size()) {
      ModelEditor.Seed seed = loose.get(nextLoose++);
      dirty.visit(
          seed.sheet(),
          seed.area(),
          (row, column) -> {
            runner.settle(seed.sheet(), row, column);
            return true;
          });
    }
  }
}
