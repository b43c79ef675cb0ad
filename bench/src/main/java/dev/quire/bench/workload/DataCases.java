package dev.quire.bench.workload;

import dev.quire.bench.workload.Workload.Scale;
import dev.quire.bench.workload.WorkloadBook.Fill;
import java.io.IOException;
import java.util.List;
import java.util.Random;

/// Many cells, and formulas that need few of them.
final class DataCases {
  private static final List<String> REGIONS =
      List.of("North", "South", "East", "West", "Central", "Export");

  private DataCases() {}

  /// A million constants, the sum of a column and the count of all.
  static void values(WorkloadBook book, EditScript script, Scale scale) throws IOException {
    int rows = scale.of(100_000);
    Random random = Workload.random(1);
    var amounts = new double[rows];
    book.sheet("Data");
    for (int row = 0; row < rows; row++) {
      amounts[row] = Workload.amount(random, 10_000);
      book.number(row, 0, row + 1);
      book.text(row, 1, REGIONS.get(random.nextInt(REGIONS.size())));
      book.text(row, 2, "Customer " + random.nextInt(5_000));
      book.text(row, 3, "Order-" + (1_000_000 + row));
      book.number(row, 4, amounts[row]);
      book.number(row, 5, random.nextInt(500));
      book.number(row, 6, 44_000 + random.nextInt(1_500));
      book.number(row, 7, random.nextDouble());
      book.number(row, 8, random.nextInt(2));
      book.number(row, 9, Workload.amount(random, 100));
    }
    book.sheet("Check");
    double sum = Workload.sum(amounts, rows);
    book.formula(0, 0, "SUM(Data!$E$1:$E$" + rows + ")", sum);
    book.formula(0, 1, "COUNTA(Data!$A$1:$J$" + rows + ")", rows * 10.0);
    script.expect("Check!A1", sum);
    script.expect("Check!B1", rows * 10.0);
    for (int round = 1; round <= 7; round++) {
      amounts[9] = round * 11.5;
      script.step("one-value");
      script.set("Data!E10", amounts[9]);
      script.get("Check!A1", Workload.sum(amounts, rows));
    }
  }

  /// Half a million constants and as many formulas `=A1*2`, of which one is needed.
  static void point(WorkloadBook book, EditScript script, Scale scale) throws IOException {
    int rows = scale.of(100_000);
    int middle = rows / 2;
    Random random = Workload.random(7);
    book.sheet("Sheet1");
    var inputs = new double[5];
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < 5; column++) {
        inputs[column] = Workload.amount(random, 1000);
        book.number(row, column, inputs[column]);
      }
      for (int column = 5; column < 10; column++) {
        var fill = new Fill(column - 5, 0, column, rows - 1, column);
        String formula = WorkloadBook.column(column - 5) + (row + 1) + "*2";
        book.filled(row, column, fill, formula, inputs[column - 5] * 2);
      }
    }
    for (int round = 1; round <= 15; round++) {
      script.step("point");
      script.set("Sheet1!A" + middle, 100.0 + round);
      script.get("Sheet1!F" + middle, 200.0 + 2 * round);
    }
  }

  /// Formulas `=A1*2+$D$1` and their sum; rows are inserted above all of them.
  static void insertRows(WorkloadBook book, EditScript script, Scale scale) throws IOException {
    int rows = scale.of(100_000);
    Random random = Workload.random(9);
    book.sheet("Sheet1");
    var fill = new Fill(0, 0, 1, rows - 1, 1);
    var inputs = new double[rows];
    var results = new double[rows];
    for (int row = 0; row < rows; row++) {
      inputs[row] = Workload.amount(random, 1000);
      results[row] = inputs[row] * 2 + 5;
    }
    for (int row = 0; row < rows; row++) {
      book.number(row, 0, inputs[row]);
      book.filled(row, 1, fill, "A" + (row + 1) + "*2+$D$1", results[row]);
      if (row == 0) {
        book.number(row, 3, 5);
        book.formula(row, 5, "SUM(B1:B" + rows + ")", Workload.sum(results, rows));
      }
    }
    double total = Workload.sum(results, rows);
    script.expect("Sheet1!F1", total);
    for (int round = 1; round <= 3; round++) {
      script.step("insert-row");
      script.insertRow("Sheet1", 1);
      script.get("Sheet1!B" + (rows + round), results[rows - 1]);
      script.get("Sheet1!F" + (1 + round), total);
    }
    for (int round = 1; round <= 3; round++) {
      script.step("edit-after-insert");
      script.set("Sheet1!D4", 5.0 + round);
      script.get("Sheet1!B" + (rows + 3), results[rows - 1] + round);
      script.get("Sheet1!F4", total + rows * (double) round);
    }
  }
}
