package dev.quire.bench.engine;

import dev.quire.bench.engine.Script.Action;
import dev.quire.bench.engine.Script.Step;
import dev.quire.bench.engine.Stopwatch.Timed;
import dev.quire.engine.recalc.CalculationEnvironment;
import dev.quire.engine.ref.A1;
import dev.quire.engine.ref.Area;
import dev.quire.engine.ref.Grid;
import dev.quire.engine.value.ErrorValue;
import dev.quire.engine.value.NumberValue;
import dev.quire.engine.value.Scalar;
import dev.quire.engine.value.TextValue;
import dev.quire.ooxml.XlsxFile;
import dev.quire.ooxml.guard.XlsxLimits;
import dev.quire.workbook.CalculationScope;
import dev.quire.workbook.CellGrid;
import dev.quire.workbook.Edit;
import dev.quire.workbook.Entry;
import dev.quire.workbook.InsertShift;
import dev.quire.workbook.Workbook;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/// Runs cases on Quire's own engine. A workbook is a value, so a script can be played from the same
/// workbook as often as it takes until the machine code is warm.
final class QuireRun {
  private static final int ROUNDS = 3;
  private static final int FORKS = 100;
  private static final double WARM_MILLIS = 1_500;
  private static final int MOST_WARMING = 400;
  private final CalculationEnvironment environment =
      new CalculationEnvironment(
          InstantSource.system(), ZoneOffset.UTC, new SplittableRandom(1), Duration.ofMinutes(2));

  /// How what-if sessions calculate.
  private final CalculationEnvironment session = environment.leavingUnread();

  private final Path folder;

  QuireRun(Path folder) {
    this.folder = folder;
  }

  Measured run(String name) throws Exception {
    var measured = new Measured();
    byte[] bytes = Files.readAllBytes(folder.resolve(name + ".xlsx"));
    Script script = Script.read(folder.resolve(name + ".edits"));
    warm(() -> open(bytes));
    double before = Stopwatch.heapMegabytes();
    Workbook loaded = open(bytes);
    measured.megabytes(Stopwatch.heapMegabytes() - before);
    for (int round = 0; round < ROUNDS; round++) {
      measured.add("load", Stopwatch.time(() -> open(bytes)).times());
    }
    warm(() -> calculated(loaded));
    Workbook calculated = loaded;
    for (int round = 0; round < ROUNDS + 2; round++) {
      Timed<Workbook> timed = Stopwatch.time(() -> calculated(loaded));
      measured.add("recalc", timed.times());
      calculated = timed.result();
    }
    for (Action expected : script.expected()) {
      check(calculated, "after loading", expected, measured);
    }
    Workbook start = calculated;
    try {
      warm(() -> play(start, script, new Measured()));
      play(start, script, measured);
    } catch (UnsupportedOperationException missing) {
      measured.note(String.valueOf(missing.getMessage()));
    }
    return measured;
  }

  private Workbook open(byte[] bytes) throws Exception {
    return XlsxFile.open(bytes, XlsxLimits.DEFAULT, environment).workbook();
  }

  private Workbook calculated(Workbook workbook) {
    return workbook.apply(new Edit.Calculate(CalculationScope.FULL), environment).workbook();
  }

  /// Work repeated until it is warm.
  @FunctionalInterface
  private interface Work {
    Object run() throws Exception;
  }

  private static void warm(Work work) throws Exception {
    double spent = 0;
    for (int round = 0; round < 2 || round < MOST_WARMING && spent < WARM_MILLIS; round++) {
      spent += Stopwatch.time(work::run).times().cpuMillis();
    }
  }

  private Workbook play(Workbook start, Script script, Measured measured) throws Exception {
    Workbook now = start;
    for (Step step : script.steps()) {
      List<Prepared> prepared = new ArrayList<>();
      for (Action action : step.actions()) {
        prepared.add(prepared(now, action));
      }
      Workbook base = now;
      var read = new ArrayList<Scalar>();
      Timed<Workbook> timed = Stopwatch.time(() -> play(base, prepared, read));
      measured.add(step.name(), timed.times());
      now = timed.result();
      int at = 0;
      for (Action action : step.actions()) {
        if (action.verb().equals("get")) {
          check(step.name(), action, read.get(at++), measured);
        }
      }
    }
    return now;
  }

  /// An action whose words have been understood, which is no part of the engine's work.
  private record Prepared(Optional<Edit> edit, int sheet, Area cell) {}

  private static Prepared prepared(Workbook workbook, Action action) {
    if (action.verb().equals("insertrow")) {
      int row = Integer.parseInt(action.value()) - 1;
      int key = workbook.findWorksheet(action.place()).orElseThrow().key();
      Area rows = new Area(row, 0, row, Grid.COLUMNS - 1);
      return new Prepared(
          Optional.of(new Edit.InsertCells(key, rows, InsertShift.DOWN)), key, rows);
    }
    int sheet = sheet(workbook, action.place());
    Area cell = cell(action.place());
    Optional<Edit> edit =
        action.verb().equals("set")
            ? Optional.of(
                new Edit.WriteCells(
                    sheet,
                    cell,
                    Optional.empty(),
                    Optional.of(CellGrid.filled(new Entry.Constant(value(action))))))
            : Optional.empty();
    return new Prepared(edit, sheet, cell);
  }

  private Workbook play(Workbook base, List<Prepared> actions, List<Scalar> read) {
    Workbook now = base;
    for (Prepared action : actions) {
      if (action.edit().isPresent()) {
        now = now.apply(action.edit().get(), session).workbook();
      } else {
        Area cell = action.cell();
        read.add(now.value(action.sheet(), cell.firstRow(), cell.firstColumn()));
      }
    }
    return now;
  }

  private static int sheet(Workbook workbook, String place) {
    String name = place.substring(0, place.indexOf('!'));
    return workbook.findWorksheet(name).orElseThrow().key();
  }

  private static Area cell(String place) {
    return A1.parse(place.substring(place.indexOf('!') + 1)).orElseThrow();
  }

  private static Scalar value(Action action) {
    return action.isNumber()
        ? new NumberValue(Double.parseDouble(action.text()))
        : new TextValue(action.text());
  }

  private static void check(Workbook workbook, String when, Action action, Measured measured) {
    Area cell = cell(action.place());
    int sheet = sheet(workbook, action.place());
    check(when, action, workbook.value(sheet, cell.firstRow(), cell.firstColumn()), measured);
  }

  private static void check(String when, Action action, Scalar found, Measured measured) {
    boolean same =
        switch (found) {
          case NumberValue(double number) -> action.isNumber() && close(number, action.text());
          case TextValue(String text) -> text.equals(action.text());
          case ErrorValue error -> error.word().equals(action.text());
          case Scalar _ -> false;
        };
    if (!same) {
      measured.wrong("%s: %s is %s, not %s".formatted(when, action.place(), found, action.value()));
    }
  }

  private static boolean close(double found, String wanted) {
    double expected = Double.parseDouble(wanted);
    return Math.abs(found - expected) <= 1e-9 * Math.max(1, Math.abs(expected));
  }

  /// Sessions on one model: each is created, writes the first input, reads the outputs, and stays.
  Measured forks() throws Exception {
    var measured = new Measured();
    byte[] bytes = Files.readAllBytes(folder.resolve("f_model.xlsx"));
    Workbook base = calculated(open(bytes));
    List<Action> outputs = Script.read(folder.resolve("f_model.edits")).expected();
    fork(base, outputs, new Measured(), new ArrayList<>());
    double before = Stopwatch.heapMegabytes();
    var kept = new ArrayList<Workbook>();
    fork(base, outputs, measured, kept);
    measured.megabytes((Stopwatch.heapMegabytes() - before) / kept.size());
    return measured;
  }

  private void fork(Workbook base, List<Action> outputs, Measured measured, List<Workbook> kept)
      throws Exception {
    int inputs = sheet(base, "Inputs!B2");
    for (int at = 1; at <= FORKS; at++) {
      Timed<Workbook> created = Stopwatch.time(() -> base);
      measured.add("create", created.times());
      Edit edit =
          new Edit.WriteCells(
              inputs,
              Area.cell(1, 1),
              Optional.empty(),
              Optional.of(CellGrid.filled(new Entry.Constant(new NumberValue(at * 0.0003)))));
      Timed<Workbook> written =
          Stopwatch.time(() -> created.result().apply(edit, session).workbook());
      measured.add("first-write", written.times());
      List<Prepared> reads =
          outputs.stream()
              .map(output -> prepared(base, new Action("get", output.place(), "")))
              .toList();
      measured.add(
          "read-outputs",
          Stopwatch.time(() -> play(written.result(), reads, new ArrayList<>())).times());
      kept.add(written.result());
    }
  }
}
