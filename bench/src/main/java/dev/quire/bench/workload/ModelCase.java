package dev.quire.bench.workload;

import dev.quire.bench.workload.Workload.Scale;
import dev.quire.bench.workload.WorkloadBook.Fill;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Random;

/// A financial model: sheets of monthly columns in blocks of ten rows, each sheet blending in the
/// one before, all driven by a sheet of inputs and brought together on a summary.
final class ModelCase {
  private static final int MONTHS = 36;
  private static final String LAST = WorkloadBook.column(1 + MONTHS);
  private final int sheets;
  private final int rows;
  private final double[] inputs = new double[38];
  private final double[][] base;

  private ModelCase(Scale scale) {
    sheets = scale.small() ? 6 : 60;
    rows = scale.small() ? 40 : 200;
    Random random = Workload.random(10);
    inputs[0] = 0.02;
    inputs[1] = 0.03;
    inputs[2] = 0.25;
    inputs[3] = 0.01;
    for (int at = 8; at < inputs.length; at++) {
      inputs[at] = 0.8 + Math.rint(random.nextDouble() * 40) / 100;
    }
    base = new double[sheets][rows];
    for (double[] each : base) {
      for (int row = 0; row < rows; row += 10) {
        each[row] = 1000 + Workload.amount(random, 1000);
      }
    }
  }

  static void write(WorkloadBook book, EditScript script, Scale scale) throws IOException {
    var model = new ModelCase(scale);
    double[][][] values = model.values();
    model.inputs(book);
    model.summary(book, model.outputs(values));
    for (int sheet = 0; sheet < model.sheets; sheet++) {
      model.sheet(book, sheet, values[sheet]);
    }
    model.steps(script);
  }

  private void inputs(WorkloadBook book) throws IOException {
    book.sheet("Inputs");
    book.text(0, 0, "Driver");
    book.text(0, 1, "Value");
    for (int at = 0; at < inputs.length; at++) {
      book.text(at + 1, 0, "Driver " + (at + 1));
      book.number(at + 1, 1, inputs[at]);
    }
  }

  private void summary(WorkloadBook book, double[][] outputs) throws IOException {
    book.sheet("Summary");
    for (int sheet = 0; sheet < sheets; sheet++) {
      String name = name(sheet);
      book.text(sheet + 1, 0, name);
      book.formula(
          sheet + 1, 1, "SUM(%s!$C$2:$%s$%d)".formatted(name, LAST, rows + 1), outputs[sheet][0]);
      book.formula(
          sheet + 1,
          2,
          "NPV(Inputs!$B$5,%s!$C$%d:$%s$%d)".formatted(name, rows - 1, LAST, rows - 1),
          outputs[sheet][1]);
      book.formula(
          sheet + 1,
          3,
          "SUMPRODUCT(%s!$C$2:$%s$2,%s!$C$3:$%s$3)".formatted(name, LAST, name, LAST),
          outputs[sheet][2]);
    }
    book.text(sheets + 1, 0, "All");
    for (int at = 0; at < 3; at++) {
      String column = WorkloadBook.column(1 + at);
      book.formula(
          sheets + 1,
          1 + at,
          "SUM(%s2:%s%d)".formatted(column, column, sheets + 1),
          outputs[sheets][at]);
    }
  }

  private static String name(int sheet) {
    return "M%02d".formatted(sheet + 1);
  }

  private void sheet(WorkloadBook book, int sheet, double[][] values) throws IOException {
    book.sheet(name(sheet));
    book.text(0, 0, "Item");
    book.text(0, 1, "Base");
    for (int month = 0; month < MONTHS; month++) {
      book.number(0, 2 + month, 45_000 + 30 * month);
    }
    for (int row = 0; row < rows; row++) {
      book.text(row + 1, 0, "Item " + (row + 1));
      if (row % 10 == 0) {
        book.number(row + 1, 1, base[sheet][row]);
      }
      for (int month = 0; month < MONTHS; month++) {
        cell(book, sheet, row, month, values[row][month]);
      }
    }
  }

  private void cell(WorkloadBook book, int sheet, int row, int month, double value)
      throws IOException {
    int at = row + 2;
    String here = WorkloadBook.column(2 + month);
    String formula = formula(sheet, row, month, here, at);
    int kind = row % 10;
    boolean shared = kind >= 4 && kind <= 8 && !(kind == 7 && month == 0);
    if (shared) {
      var fill = new Fill(row, row + 1, kind == 7 ? 3 : 2, row + 1, 1 + MONTHS);
      book.filled(row + 1, 2 + month, fill, formula, value);
    } else {
      book.formula(row + 1, 2 + month, formula, value);
    }
  }

  private String formula(int sheet, int row, int month, String here, int at) {
    String left = WorkloadBook.column(1 + month);
    String above = here + (at - 1);
    String before = sheet == 0 ? "" : name(sheet - 1) + "!";
    return switch (row % 10) {
      case 0 -> month == 0 ? "$B" + at + "*(1+Inputs!$B$2)" : left + at + "*(1+Inputs!$B$3/12)";
      case 1 -> above + "*Inputs!$B$" + (10 + sheet % 30);
      case 2 -> sheet == 0 ? above : above + "*0.5+" + before + here + at + "*0.5";
      case 3 -> "IF(" + above + ">1000," + above + "*(1-Inputs!$B$4),0)";
      case 4 ->
          "MAX(%s,%s%d)-MIN(%s%d,%s%d)".formatted(above, here, at - 2, here, at - 3, here, at - 2);
      case 5 -> "AVERAGE($C" + (at - 1) + ":" + above + ")";
      case 6 -> "ROUND(" + above + "/12,2)+" + here + (at - 3);
      case 7 -> month == 0 ? above : above + "+" + left + at;
      case 8 -> "SUM(" + here + (at - 8) + ":" + above + ")";
      default -> "IFERROR(%s/%s,0)".formatted(above, sheet == 0 ? here + (at - 2) : before + above);
    };
  }

  private double[][][] values() {
    var all = new double[sheets][rows][MONTHS];
    for (int sheet = 0; sheet < sheets; sheet++) {
      for (int row = 0; row < rows; row++) {
        for (int month = 0; month < MONTHS; month++) {
          all[sheet][row][month] = value(all, sheet, row, month);
        }
      }
    }
    return all;
  }

  private double value(double[][][] all, int sheet, int row, int month) {
    double[][] here = all[sheet];
    double above = row == 0 ? 0 : here[row - 1][month];
    return switch (row % 10) {
      case 0 ->
          month == 0
              ? base[sheet][row] * (1 + inputs[0])
              : here[row][month - 1] * (1 + inputs[1] / 12);
      case 1 -> above * inputs[8 + sheet % 30];
      case 2 -> sheet == 0 ? above : above * 0.5 + all[sheet - 1][row][month] * 0.5;
      case 3 -> above > 1000 ? above * (1 - inputs[2]) : 0;
      case 4 ->
          Math.max(above, here[row - 2][month])
              - Math.min(here[row - 3][month], here[row - 2][month]);
      case 5 -> Workload.sum(here[row - 1], month + 1) / (month + 1);
      case 6 ->
          BigDecimal.valueOf(above / 12).setScale(2, RoundingMode.HALF_UP).doubleValue()
              + here[row - 3][month];
      case 7 -> month == 0 ? above : above + here[row][month - 1];
      case 8 -> columnSum(here, row, month);
      default -> ratio(above, sheet == 0 ? here[row - 2][month] : all[sheet - 1][row - 1][month]);
    };
  }

  private static double columnSum(double[][] here, int row, int month) {
    double sum = 0;
    for (int at = row - 8; at < row; at++) {
      sum += here[at][month];
    }
    return sum;
  }

  private static double ratio(double above, double below) {
    return below == 0 ? 0 : above / below;
  }

  private double[][] outputs(double[][][] values) {
    var outputs = new double[sheets + 1][3];
    for (int sheet = 0; sheet < sheets; sheet++) {
      double[] out = outputs[sheet];
      for (int month = 0; month < MONTHS; month++) {
        for (int row = 0; row < rows; row++) {
          out[0] += values[sheet][row][month];
        }
        out[1] += values[sheet][rows - 3][month] / Math.pow(1 + inputs[3], month + 1);
        out[2] += values[sheet][0][month] * values[sheet][1][month];
      }
      for (int at = 0; at < 3; at++) {
        outputs[sheets][at] += out[at];
      }
    }
    return outputs;
  }

  private void steps(EditScript script) {
    String[] cells = new String[3];
    for (int at = 0; at < 3; at++) {
      cells[at] = "Summary!" + WorkloadBook.column(1 + at) + (sheets + 2);
      script.expect(cells[at], outputs(values())[sheets][at]);
    }
    for (int round = 1; round <= 5; round++) {
      inputs[0] = 0.02 + round * 0.005;
      double[] results = outputs(values())[sheets];
      script.step("global-input");
      script.set("Inputs!B2", inputs[0]);
      for (int at = 0; at < 3; at++) {
        script.get(cells[at], results[at]);
      }
    }
    for (int round = 1; round <= 5; round++) {
      inputs[0] = 0.05 + round * 0.005;
      script.step("global-one-output");
      script.set("Inputs!B2", inputs[0]);
      script.get(cells[1], outputs(values())[sheets][1]);
    }
    for (int round = 1; round <= 7; round++) {
      base[sheets - 1][rows - 10] = 1_500 + round * 10;
      double[] results = outputs(values())[sheets];
      script.step("local-input");
      script.set(name(sheets - 1) + "!B" + (rows - 8), base[sheets - 1][rows - 10]);
      for (int at = 0; at < 3; at++) {
        script.get(cells[at], results[at]);
      }
    }
  }
}
