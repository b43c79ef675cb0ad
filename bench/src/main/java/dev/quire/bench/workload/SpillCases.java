package dev.quire.bench.workload;

import dev.quire.bench.workload.Workload.Scale;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;

/// One formula whose result fills many cells.
final class SpillCases {
  private final int rows;
  private final String[] groups;
  private final double[] values;
  private final int[] flags;

  private SpillCases(WorkloadBook book, Scale scale) throws IOException {
    rows = scale.of(100_000);
    Random random = Workload.random(8);
    groups = new String[rows];
    values = new double[rows];
    flags = new int[rows];
    book.sheet("Data");
    for (int column = 0; column < 4; column++) {
      book.text(0, column, List.of("Id", "Group", "Value", "Flag").get(column));
    }
    for (int row = 0; row < rows; row++) {
      groups[row] = "Group " + random.nextInt(1000);
      values[row] = Workload.amount(random, 100_000);
      flags[row] = random.nextInt(2);
      book.number(row + 1, 0, row + 1);
      book.text(row + 1, 1, groups[row]);
      book.number(row + 1, 2, values[row]);
      book.number(row + 1, 3, flags[row]);
    }
    book.sheet("Out");
  }

  static void filter(WorkloadBook book, EditScript script, Scale scale) throws IOException {
    var data = new SpillCases(book, scale);
    var hits = new ArrayList<Integer>();
    for (int row = 0; row < data.rows; row++) {
      if (data.flags[row] == 1) {
        hits.add(row);
      }
    }
    int last = data.rows + 1;
    String formula = "_xlfn._xlws.FILTER(Data!$A$2:$C$%d,Data!$D$2:$D$%d=1)".formatted(last, last);
    for (int at = 0; at < hits.size(); at++) {
      int row = hits.get(at);
      if (at == 0) {
        book.spilling(0, 0, "A1:C" + hits.size(), formula, row + 1.0);
      } else {
        book.spilled(at, 0, row + 1.0);
      }
      book.spilled(at, 1, data.groups[row]);
      book.spilled(at, 2, data.values[row]);
    }
    script.expect("Out!C1", data.values[hits.getFirst()]);
    script.expect("Out!C" + hits.size(), data.values[hits.getLast()]);
    for (int round = 1; round <= 5; round++) {
      one(script, "Data!C" + (hits.getLast() + 2), "Out!C" + hits.size(), 123.0 + round);
    }
  }

  static void sort(WorkloadBook book, EditScript script, Scale scale) throws IOException {
    var data = new SpillCases(book, scale);
    double[] sorted = data.values.clone();
    Arrays.sort(sorted);
    String formula = "_xlfn._xlws.SORT(Data!$C$2:$C$%d)".formatted(data.rows + 1);
    spill(book, formula, Arrays.stream(sorted).boxed().toList());
    script.expect("Out!A" + data.rows, sorted[data.rows - 1]);
    script.expect("Out!A" + data.rows / 2, sorted[data.rows / 2 - 1]);
    for (int round = 1; round <= 5; round++) {
      one(script, "Data!C2", "Out!A" + data.rows, 200_000.0 + round);
    }
  }

  static void unique(WorkloadBook book, EditScript script, Scale scale) throws IOException {
    var data = new SpillCases(book, scale);
    var found = List.copyOf(new LinkedHashSet<>(Arrays.asList(data.groups)));
    spill(book, "_xlfn.UNIQUE(Data!$B$2:$B$%d)".formatted(data.rows + 1), found);
    script.expect("Out!A1", found.getFirst());
    script.expect("Out!A" + found.size(), found.getLast());
    for (int round = 1; round <= 5; round++) {
      one(script, "Data!B2", "Out!A1", "New " + round);
    }
  }

  private static void spill(WorkloadBook book, String formula, List<?> values) throws IOException {
    book.spilling(0, 0, "A1:A" + values.size(), formula, values.getFirst());
    for (int row = 1; row < values.size(); row++) {
      book.spilled(row, 0, values.get(row));
    }
  }

  private static void one(EditScript script, String written, String read, Object value) {
    script.step("one-value");
    script.set(written, value);
    script.get(read, value);
  }
}
