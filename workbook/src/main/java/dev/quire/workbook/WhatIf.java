package dev.quire.workbook;

import dev.quire.engine.recalc.CalculationEnvironment;
import dev.quire.engine.recalc.Model;
import dev.quire.engine.recalc.ModelEditor;
import dev.quire.engine.ref.Area;
import dev.quire.engine.value.ErrorValue;
import dev.quire.engine.value.Scalar;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

/// Calculates what-if data tables: for each of their inputs the model is forked, the inputs are put
/// in, and the formula is read.
final class WhatIf {
  /// More results than any honest table has.
  private static final long MOST_CELLS = 100_000;

  /// Tables may read one another; Excel, too, ends after a few rounds.
  private static final int ROUNDS = 3;

  private final Workbook workbook;
  private final CalculationEnvironment environment;
  private final long endNanos;

  private WhatIf(Workbook workbook, CalculationEnvironment environment) {
    this.workbook = workbook;
    this.environment = environment;
    this.endNanos = System.nanoTime() + environment.budget().toNanos();
  }

  /// The workbook with its data tables up to date.
  static Workbook calculated(Workbook workbook, CalculationEnvironment environment) {
    boolean none =
        workbook.worksheets().stream().allMatch(sheet -> sheet.regions().whatIfs().isEmpty());
    return none ? workbook : new WhatIf(workbook, environment).calculated();
  }

  private Workbook calculated() {
    Model model = workbook.model();
    for (int round = 0; round < ROUNDS; round++) {
      Model before = model;
      for (Worksheet sheet : workbook.worksheets()) {
        for (WhatIfTable table : sheet.regions().whatIfs()) {
          model = calculated(sheet.key(), table, model);
        }
      }
      if (model == before) {
        break;
      }
    }
    return model == workbook.model()
        ? workbook
        : workbook.with(model, workbook.styleTable(), List.of());
  }

  /// The model with the results of one table, and all that depends on them; the same model when
  /// nothing is different.
  private Model calculated(int sheet, WhatIfTable table, Model model) {
    if (!table.isWhole() || table.area().cells() > MOST_CELLS) {
      return model;
    }
    BiFunction<Integer, Integer, Scalar> results = new Results(sheet, table, model)::at;
    Optional<ModelEditor> editor = Optional.empty();
    for (int row = table.area().firstRow(); row <= table.area().lastRow(); row++) {
      for (int column = table.area().firstColumn(); column <= table.area().lastColumn(); column++) {
        Scalar result = results.apply(row, column);
        if (!result.equals(value(model, sheet, row, column))) {
          editor = Optional.of(editor.orElseGet(() -> model.edit(workbook.contents(), rest())));
          editor.get().setConstant(sheet, row, column, result);
        }
      }
    }
    return editor.map(written -> written.finish().model()).orElse(model);
  }

  private static Scalar value(Model model, int sheet, int row, int column) {
    return model.cells(sheet).orElseThrow().value(row, column);
  }

  /// What is left of the time for the whole change.
  private CalculationEnvironment rest() {
    long left = endNanos - System.nanoTime();
    if (left <= 0) {
      throw new WorkbookFault.CalculationTooLong(
          "data tables took more than " + environment.budget().toMillis() + " ms");
    }
    return environment.within(Duration.ofNanos(left));
  }

  /// The results of one table, one fork for each pair of inputs.
  private final class Results {
    private final int sheet;
    private final WhatIfTable table;
    private final Model model;
    private final Map<List<Scalar>, Model> forks = new HashMap<>();

    Results(int sheet, WhatIfTable table, Model model) {
      this.sheet = sheet;
      this.table = table;
      this.model = model;
    }

    Scalar at(int row, int column) {
      if (table.isLost()) {
        return ErrorValue.REF;
      }
      int top = table.area().firstRow() - 1;
      int left = table.area().firstColumn() - 1;
      Scalar above = value(model, sheet, top, column);
      Scalar beside = value(model, sheet, row, left);
      boolean both = table.rowInput().isPresent() && table.columnInput().isPresent();
      if (both) {
        return value(fork(List.of(above, beside)), sheet, top, left);
      }
      return table.rowInput().isPresent()
          ? value(fork(List.of(above)), sheet, row, left)
          : value(fork(List.of(beside)), sheet, top, column);
    }

    private Model fork(List<Scalar> inputs) {
      Model known = forks.get(inputs);
      if (known == null) {
        ModelEditor editor = model.edit(workbook.contents(), rest());
        int at = 0;
        for (Optional<Area> input : List.of(table.rowInput(), table.columnInput())) {
          if (input.isPresent()) {
            Area cell = input.get();
            editor.setConstant(sheet, cell.firstRow(), cell.firstColumn(), inputs.get(at++));
          }
        }
        known = editor.finish().model();
        forks.put(inputs, known);
      }
      return known;
    }
  }
}
