package dev.quire.bench.workload;

import dev.quire.bench.workload.Workload.Scale;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/// Formulas that look for keys in tables of any order.
final class LookupCases {
  private final Kind kind;
  private final int rows;
  private final List<Integer> ids = new ArrayList<>();
  private final Map<Integer, Integer> places = new HashMap<>();
  private final double[] values;
  private final int[] wanted;

  /// How the key is looked for.
  enum Kind {
    VLOOKUP,
    INDEX_MATCH,
    XLOOKUP,
    VLOOKUP_TEXT;

    Object key(int id) {
      return this == VLOOKUP_TEXT ? (Object) ("SKU-" + id) : (Object) (double) id;
    }

    String formula(int row, int last) {
      return switch (this) {
        case VLOOKUP, VLOOKUP_TEXT -> "VLOOKUP(A" + row + ",Data!$A$2:$C$" + last + ",2,FALSE)";
        case INDEX_MATCH ->
            "INDEX(Data!$B$2:$B$%d,MATCH(A%d,Data!$A$2:$A$%d,0))".formatted(last, row, last);
        case XLOOKUP ->
            "_xlfn.XLOOKUP(A%d,Data!$A$2:$A$%d,Data!$B$2:$B$%d)".formatted(row, last, last);
      };
    }
  }

  private LookupCases(Kind kind, Scale scale) {
    this.kind = kind;
    this.rows = scale.of(50_000);
    Random random = Workload.random(4);
    for (int row = 0; row < rows; row++) {
      ids.add(100_000 + row * 3);
    }
    Collections.shuffle(ids, random);
    values = new double[rows];
    wanted = new int[rows];
    for (int row = 0; row < rows; row++) {
      values[row] = Workload.amount(random, 500);
      places.put(ids.get(row), row);
    }
    for (int row = 0; row < rows; row++) {
      wanted[row] = random.nextInt(50) == 0 ? 99 : ids.get(random.nextInt(rows));
    }
    wanted[4] = ids.get(rows / 2);
  }

  static Workload.Case of(Kind kind) {
    return (book, script, scale) -> new LookupCases(kind, scale).write(book, script);
  }

  private void write(WorkloadBook book, EditScript script) throws IOException {
    book.sheet("Data");
    heads(book, "Key", "Value", "Note");
    for (int row = 0; row < rows; row++) {
      key(book, row + 1, ids.get(row));
      book.number(row + 1, 1, values[row]);
      book.text(row + 1, 2, "note " + row % 97);
    }
    book.sheet("Lookup");
    heads(book, "Key", "Found");
    for (int row = 0; row < rows; row++) {
      key(book, row + 1, wanted[row]);
      book.formula(row + 1, 1, kind.formula(row + 2, rows + 1), found(row));
    }
    book.sheet("Check");
    book.formula(0, 0, "SUMIF(Lookup!$B$2:$B$" + (rows + 1) + ",\">=0\")", total());
    script.expect("Check!A1", total());
    script.expect("Lookup!B6", found(4));
    steps(script);
  }

  private void steps(EditScript script) {
    for (int round = 1; round <= 7; round++) {
      wanted[5] = ids.get(rows / 2 + round);
      script.step("one-key");
      script.set("Lookup!A7", kind.key(wanted[5]));
      script.get("Lookup!B7", found(5));
    }
    for (int round = 1; round <= 5; round++) {
      values[rows / 2] = 1000 + round;
      script.step("one-table-value");
      script.set("Data!B" + (rows / 2 + 2), values[rows / 2]);
      script.get("Lookup!B6", found(4));
      script.get("Check!A1", total());
    }
  }

  private void key(WorkloadBook book, int row, int id) throws IOException {
    if (kind.key(id) instanceof String text) {
      book.text(row, 0, text);
    } else {
      book.number(row, 0, id);
    }
  }

  private Object found(int row) {
    Integer place = places.get(wanted[row]);
    return place == null ? (Object) "#N/A" : (Object) values[place];
  }

  private double total() {
    double total = 0;
    for (int row = 0; row < rows; row++) {
      total += found(row) instanceof Double number ? number : 0;
    }
    return total;
  }

  private static void heads(WorkloadBook book, String... heads) throws IOException {
    for (int column = 0; column < heads.length; column++) {
      book.text(0, column, heads[column]);
    }
  }

  /// `SUMIFS` with two texts over a large table.
  static void conditionalSums(WorkloadBook book, EditScript script, Scale scale)
      throws IOException {
    var sales = new Sales(scale);
    sales.write(book);
    sales.steps(script);
  }

  private static final class Sales {
    final int rows;
    final int questions;
    final int[] regions;
    final int[] products;
    final double[] amounts;
    final int[] wantedRegions;
    final int[] wantedProducts;

    Sales(Scale scale) {
      rows = scale.of(100_000);
      questions = scale.of(10_000);
      Random random = Workload.random(5);
      regions = random.ints(rows, 0, 20).toArray();
      products = random.ints(rows, 0, 500).toArray();
      amounts = random.doubles(rows).map(each -> Math.rint(each * 100_000) / 100).toArray();
      wantedRegions = new int[questions];
      wantedProducts = new int[questions];
      for (int at = 0; at < questions; at++) {
        wantedRegions[at] = at / 500 % 20;
        wantedProducts[at] = at % 500;
      }
    }

    void write(WorkloadBook book) throws IOException {
      Random random = Workload.random(6);
      book.sheet("Data");
      heads(book, "Region", "Product", "Month", "Amount");
      for (int row = 0; row < rows; row++) {
        book.text(row + 1, 0, "Region " + regions[row]);
        book.text(row + 1, 1, "P" + (10_000 + products[row]));
        book.number(row + 1, 2, 1 + random.nextInt(12));
        book.number(row + 1, 3, amounts[row]);
      }
      book.sheet("Report");
      heads(book, "Region", "Product", "Total");
      Map<Long, Double> sums = sums();
      for (int at = 0; at < questions; at++) {
        book.text(at + 1, 0, "Region " + wantedRegions[at]);
        book.text(at + 1, 1, "P" + (10_000 + wantedProducts[at]));
        book.formula(at + 1, 2, formula(at + 2), answer(sums, at));
      }
      book.sheet("Check");
      book.formula(0, 0, "SUM(Report!$C$2:$C$" + (questions + 1) + ")", total());
    }

    private String formula(int row) {
      int last = rows + 1;
      return "SUMIFS(Data!$D$2:$D$%d,Data!$A$2:$A$%d,A%d,Data!$B$2:$B$%d,B%d)"
          .formatted(last, last, row, last, row);
    }

    void steps(EditScript script) {
      script.expect("Check!A1", total());
      script.expect("Report!C8", answer(sums(), 6));
      for (int round = 1; round <= 7; round++) {
        wantedProducts[6] = 100 + round;
        script.step("one-criterion");
        script.set("Report!B8", "P" + (10_000 + wantedProducts[6]));
        script.get("Report!C8", answer(sums(), 6));
      }
      for (int round = 1; round <= 5; round++) {
        amounts[7] = 5_000 + round;
        script.step("one-amount");
        script.set("Data!D9", amounts[7]);
        script.get("Check!A1", total());
      }
    }

    private Map<Long, Double> sums() {
      var sums = new HashMap<Long, Double>();
      for (int row = 0; row < rows; row++) {
        sums.merge(regions[row] * 1000L + products[row], amounts[row], Double::sum);
      }
      return sums;
    }

    private double answer(Map<Long, Double> sums, int at) {
      return sums.getOrDefault(wantedRegions[at] * 1000L + wantedProducts[at], 0.0);
    }

    private double total() {
      Map<Long, Double> sums = sums();
      double total = 0;
      for (int at = 0; at < questions; at++) {
        total += answer(sums, at);
      }
      return total;
    }
  }
}
