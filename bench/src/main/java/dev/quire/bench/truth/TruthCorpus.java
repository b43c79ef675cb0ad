package dev.quire.bench.truth;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/// Workbooks with the results that Excel computed for their formulas.
///
/// @param folder where the corpus lies
/// @param books the cells to score, by file, in the order of the table
record TruthCorpus(Path folder, Map<String, List<TruthCell>> books) {
  private static final int FILE = 0;
  private static final int SHEET = 1;
  private static final int CELL = 2;
  private static final int KIND = 3;
  private static final int AREA = 4;
  private static final int FORMULA = 5;
  private static final int TYPE = 6;
  private static final int VALUE = 7;
  private static final int TAINT = 8;
  private static final int FUNCTIONS = 9;

  /// A cell by file, sheet and position.
  private record Place(String file, String sheet, String cell) {
    static Place of(List<String> row) {
      return new Place(row.get(FILE), row.get(SHEET), row.get(CELL));
    }
  }

  /// Reads the tables of a corpus. Cells that depend on the clock, on chance, on other workbooks or
  /// on unknown functions, and those of the list of exclusions, are left out.
  static TruthCorpus read(Path folder, Predicate<TruthCell> wanted) throws IOException {
    Set<Place> excluded = new HashSet<>();
    for (List<String> row : Table.rows(folder.resolve("exclude.tsv"))) {
      excluded.add(Place.of(row));
    }
    var books = new LinkedHashMap<String, List<TruthCell>>();
    for (List<String> row : Table.rows(folder.resolve("truth-cells.tsv.gz"))) {
      if (isScored(row) && !excluded.contains(Place.of(row))) {
        TruthCell cell = cell(row);
        if (wanted.test(cell)) {
          books.computeIfAbsent(cell.file(), _ -> new ArrayList<>()).add(cell);
        }
      }
    }
    return new TruthCorpus(folder, books);
  }

  /// The workbook as it was collected.
  Path workbook(String file) {
    return folder.resolve("visible").resolve(file);
  }

  private static boolean isScored(List<String> row) {
    return row.get(TAINT).isEmpty() && !row.get(TYPE).equals("-") && !row.get(KIND).equals("table");
  }

  private static TruthCell cell(List<String> row) {
    String formula = row.get(FORMULA);
    String area = row.get(AREA);
    String shape = area.isEmpty() ? Shape.of(formula, row.get(CELL)) : area + formula;
    String functions = row.get(FUNCTIONS);
    return new TruthCell(
        row.get(FILE),
        row.get(SHEET),
        row.get(CELL),
        formula,
        new Result(Result.Type.of(row.get(TYPE)), row.get(VALUE)),
        functions.isEmpty() ? List.of() : List.of(functions.split(",")),
        String.join("\0", row.get(FILE), row.get(SHEET), shape));
  }
}
