package dev.quire.bench.differential;

import dev.quire.engine.recalc.CalculationEnvironment;
import dev.quire.engine.ref.Area;
import dev.quire.engine.value.LogicalValue;
import dev.quire.engine.value.NumberValue;
import dev.quire.engine.value.TextValue;
import dev.quire.workbook.CellGrid;
import dev.quire.workbook.Edit;
import dev.quire.workbook.Entry;
import dev.quire.workbook.Visibility;
import dev.quire.workbook.Workbook;
import dev.quire.workbook.WorkbookBuilder;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;

/// `./quire differential`: random formulas over random small sheets, calculated here and by
/// HyperFormula. Cells that differ are listed, but for those whose reason is known; formulas that
/// read a cell which differs are passed over, and those that read an empty text, which the other
/// engine takes for 0.
///
/// ```
/// --sheets=N      how many sheets; 300 unless said otherwise
/// --seed=S        the first seed; sheet n has seed S + n
/// --only=A,B      only these functions
/// --explained     lists those whose reason is known too
/// ```
///
/// The exit code is 1 when a difference has no known reason.
public final class Differential {
  private final PrintStream out;
  private final Departures departures = new Departures();
  private final FunctionTable functions;
  private final boolean explained;
  private final Map<String, Integer> reasons = new TreeMap<>();
  private int compared;
  private int unexplained;

  private Differential(PrintStream out, FunctionTable functions, boolean explained)
      throws IOException {
    this.out = out;
    this.functions = functions;
    this.explained = explained;
  }

  /// Runs and prints.
  @SuppressWarnings("SystemOut")
  public static void main(String[] args) throws Exception {
    int sheets = Integer.parseInt(option(args, "sheets").orElse("300"));
    long seed = Long.parseLong(option(args, "seed").orElse("1"));
    boolean explained = Arrays.asList(args).contains("--explained");
    var functions = FunctionTable.read(option(args, "only").orElse(""));
    var run = new Differential(System.out, functions, explained);
    Optional<HyperFormula> peer = HyperFormula.start(Path.of("bench/target/differential"));
    if (peer.isEmpty()) {
      System.out.println("HyperFormula is not there: node and npm are needed. Nothing compared.");
      return;
    }
    try (HyperFormula other = peer.get()) {
      for (int number = 0; number < sheets; number++) {
        run.compare(seed + number, other);
      }
    }
    System.exit(run.told() ? 0 : 1);
  }

  private static Optional<String> option(String[] args, String name) {
    return Arrays.stream(args)
        .filter(arg -> arg.startsWith("--" + name + "="))
        .map(arg -> arg.substring(name.length() + 3))
        .findFirst();
  }

  private void compare(long seed, HyperFormula peer) throws IOException {
    RandomSheet sheet = RandomSheet.of(new SplittableRandom(seed), functions);
    List<List<Told>> theirs = peer.values(sheet);
    if (theirs.isEmpty()) {
      return;
    }
    Workbook book = calculated(sheet);
    var differing = new ArrayList<String>();
    for (int row = RandomSheet.CONSTANT_ROWS; row < sheet.rows().size(); row++) {
      for (int column = 0; column < RandomSheet.COLUMNS; column++) {
        String formula = sheet.rows().get(row).get(column);
        String cell = (char) ('A' + column) + Integer.toString(row + 1);
        Told ours = Told.of(book.value(0, row, column));
        boolean follows = differing.stream().anyMatch(each -> reads(formula, each));
        compared += follows ? 0 : 1;
        if (follows || ours.isEmptyText() || !ours.isLike(theirs.get(row).get(column))) {
          differing.add(cell);
        }
        if (!follows && !ours.isLike(theirs.get(row).get(column))) {
          differs(seed, cell, formula, ours, theirs.get(row).get(column));
        }
      }
    }
  }

  private static boolean reads(String formula, String cell) {
    return formula.matches(".*(?<![A-Z.])" + cell + "(?![0-9]).*");
  }

  private void differs(long seed, String cell, String formula, Told ours, Told theirs) {
    Optional<String> reason = departures.reason(formula, ours, theirs);
    reason.ifPresent(known -> reasons.merge(known, 1, Integer::sum));
    unexplained += reason.isEmpty() ? 1 : 0;
    if (reason.isEmpty() || explained) {
      out.printf(
          "%d\t%s\t%s\t%s\t%s\t%s%n",
          seed, cell, formula, ours, theirs, reason.orElse("NOT EXPLAINED"));
    }
  }

  private boolean told() {
    reasons.forEach((reason, count) -> out.printf("%6d  %s%n", count, reason));
    out.printf("%d formulas compared, %d differ without a reason%n", compared, unexplained);
    return unexplained == 0;
  }

  /// The sheet calculated here. A formula that fills several cells would stand in the way of
  /// others, so each yields one value.
  static Workbook calculated(RandomSheet sheet) {
    var environment =
        new CalculationEnvironment(
            InstantSource.system(),
            ZoneOffset.UTC,
            new SplittableRandom(1),
            Duration.ofSeconds(20));
    var builder = new WorkbookBuilder(environment);
    builder.worksheet("Sheet1", Optional.empty(), Visibility.VISIBLE);
    int rows = sheet.rows().size();
    Area all = new Area(0, 0, rows - 1, RandomSheet.COLUMNS - 1);
    var entries =
        CellGrid.of(
            rows, RandomSheet.COLUMNS, (row, column) -> entry(sheet.rows().get(row).get(column)));
    return builder
        .build()
        .apply(new Edit.WriteCells(0, all, Optional.empty(), Optional.of(entries)), environment)
        .workbook();
  }

  private static Entry entry(String raw) {
    return switch (raw) {
      case "" -> Entry.CLEAR;
      case "TRUE", "FALSE" -> new Entry.Constant(LogicalValue.of(raw.equals("TRUE")));
      case String formula when formula.startsWith("=") -> new Entry.Typed(formula);
      case String text when text.startsWith("'") ->
          new Entry.Constant(new TextValue(text.substring(1)));
      case String number -> new Entry.Constant(NumberValue.of(Double.parseDouble(number)));
    };
  }
}
