package dev.quire.bench.workload;

import dev.quire.bench.workload.Workload.Scale;
import dev.quire.bench.workload.WorkloadBook.Fill;
import java.io.IOException;
import java.util.Random;

/// Formulas that need those above them.
final class ChainCases {
  private static final String SHEET = "Sheet1";

  private ChainCases() {}

  /// `=A2+B1`, filled down.
  static void chain(WorkloadBook book, EditScript script, Scale scale) throws IOException {
    int rows = scale.of(100_000);
    double[] inputs = inputs(2, rows);
    book.sheet(SHEET);
    var fill = new Fill(0, 1, 1, rows - 1, 1);
    double sum = 0;
    for (int row = 0; row < rows; row++) {
      book.number(row, 0, inputs[row]);
      sum += inputs[row];
      if (row == 0) {
        book.formula(row, 1, "A1", sum);
      } else {
        book.filled(row, 1, fill, "A" + (row + 1) + "+B" + row, sum);
      }
    }
    script.expect(SHEET + "!B" + rows, sum);
    ends(script, inputs);
  }

  /// `=SUM($A$1:A2)`, filled down.
  static void prefixSums(WorkloadBook book, EditScript script, Scale scale) throws IOException {
    int rows = scale.of(20_000);
    double[] inputs = inputs(3, rows);
    book.sheet(SHEET);
    var fill = new Fill(0, 0, 1, rows - 1, 1);
    double sum = 0;
    for (int row = 0; row < rows; row++) {
      book.number(row, 0, inputs[row]);
      sum += inputs[row];
      book.filled(row, 1, fill, "SUM($A$1:A" + (row + 1) + ")", sum);
    }
    script.expect(SHEET + "!B" + rows, sum);
    script.expect(SHEET + "!B" + rows / 2, Workload.sum(inputs, rows / 2));
    ends(script, inputs);
  }

  private static double[] inputs(int salt, int rows) {
    Random random = Workload.random(salt);
    var inputs = new double[rows];
    for (int row = 0; row < rows; row++) {
      inputs[row] = Workload.amount(random, 1000);
    }
    return inputs;
  }

  private static void ends(EditScript script, double[] inputs) {
    int rows = inputs.length;
    for (int round = 1; round <= 7; round++) {
      step(script, inputs, "top", 0, 100.0 * round, rows);
    }
    for (int round = 1; round <= 7; round++) {
      step(script, inputs, "bottom", rows - 1, 10.0 * round, rows);
    }
  }

  private static void step(
      EditScript script, double[] inputs, String name, int row, double value, int rows) {
    inputs[row] = value;
    script.step(name);
    script.set(SHEET + "!A" + (row + 1), value);
    script.get(SHEET + "!B" + rows, Workload.sum(inputs, rows));
  }

  /// A loan: opening balance, interest, payment and closing balance, each a column, each row
  /// needing the one above. As runs of formulas the columns depend on each other in a circle.
  static void loan(WorkloadBook book, EditScript script, Scale scale) throws IOException {
    int rows = scale.of(100_000);
    book.sheet(SHEET);
    book.number(0, 6, 250_000);
    book.number(0, 7, 0.06);
    book.number(0, 8, 1_500);
    double[] closing = balances(rows, 250_000, 0.06);
    for (int row = 0; row < rows; row++) {
      loanRow(book, row, rows, closing);
    }
    script.expect(SHEET + "!D" + rows, closing[rows - 1]);
    for (int round = 1; round <= 5; round++) {
      double rate = 0.06 + round * 0.002;
      script.step("rate");
      script.set(SHEET + "!H1", rate);
      double[] changed = balances(rows, 250_000, rate);
      script.get(SHEET + "!D" + rows, changed[rows - 1]);
      script.get(SHEET + "!D100", changed[99]);
    }
  }

  private static void loanRow(WorkloadBook book, int row, int rows, double[] closing)
      throws IOException {
    int at = row + 1;
    double opening = row == 0 ? 250_000 : closing[row - 1];
    double interest = opening * 0.06 / 12;
    if (row == 0) {
      book.formula(row, 0, "$G$1", opening);
    } else {
      book.filled(row, 0, new Fill(0, 1, 0, rows - 1, 0), "D" + row, opening);
    }
    book.filled(row, 1, new Fill(1, 0, 1, rows - 1, 1), "A" + at + "*$H$1/12", interest);
    book.filled(
        row,
        2,
        new Fill(2, 0, 2, rows - 1, 2),
        "MIN($I$1,A" + at + "+B" + at + ")",
        Math.min(1_500, opening + interest));
    book.filled(
        row, 3, new Fill(3, 0, 3, rows - 1, 3), "A" + at + "+B" + at + "-C" + at, closing[row]);
  }

  private static double[] balances(int rows, double balance, double rate) {
    var closing = new double[rows];
    for (int row = 0; row < rows; row++) {
      double opening = row == 0 ? balance : closing[row - 1];
      double interest = opening * rate / 12;
      closing[row] = opening + interest - Math.min(1_500, opening + interest);
    }
    return closing;
  }
}
