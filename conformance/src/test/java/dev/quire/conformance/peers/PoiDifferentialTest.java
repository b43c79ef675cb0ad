package dev.quire.conformance.peers;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.quire.engine.recalc.CalculationEnvironment;
import dev.quire.engine.ref.Area;
import dev.quire.engine.value.BlankValue;
import dev.quire.engine.value.ErrorValue;
import dev.quire.engine.value.LogicalValue;
import dev.quire.engine.value.NumberValue;
import dev.quire.engine.value.Scalar;
import dev.quire.engine.value.TextValue;
import dev.quire.workbook.CellGrid;
import dev.quire.workbook.Edit;
import dev.quire.workbook.Entry;
import dev.quire.workbook.Visibility;
import dev.quire.workbook.Workbook;
import dev.quire.workbook.WorkbookBuilder;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellValue;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.usermodel.FormulaEvaluator;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;

/// Random calls of functions that Apache POI computes too, with arguments of all kinds: both say
/// the same, except where a table tells why not. The seed is fixed, so the calls are always these.
final class PoiDifferentialTest {
  private static final int CALLS = 40;
  private static final int HOST_COLUMN = 10;

  /// What the cells A1:A9 hold for both: references and ranges of the calls lie there.
  private static final List<Scalar> CELLS =
      List.of(
          new NumberValue(3),
          new NumberValue(-1.5),
          new TextValue("text"),
          LogicalValue.TRUE,
          BlankValue.BLANK,
          new NumberValue(12),
          new TextValue("7"),
          new NumberValue(3),
          ErrorValue.DIV0);

  /// What may stand for a parameter: `n` a number, `i` a small whole number, `t` a text, `l` a
  /// logical, `d` a date, `r` a range, `v` anything.
  private static final Map<Character, List<String>> ARGUMENTS =
      Map.of(
          'n',
          List.of(
              "0",
              "1",
              "-1",
              "2.5",
              "-2.5",
              "0.1",
              "1234.567",
              "-7",
              "\"12\"",
              "TRUE",
              "A1",
              "A2",
              "A5",
              "1E+10"),
          'i',
          List.of("0", "1", "2", "3", "-1", "5", "A1", "\"2\""),
          't',
          List.of(
              "\"\"",
              "\"abc\"",
              "\"A b  c\"",
              "\"banana\"",
              "12",
              "TRUE",
              "A3",
              "A5",
              "A7",
              "\" x \""),
          'l',
          List.of("TRUE", "FALSE", "0", "1", "A4", "\"TRUE\""),
          'd',
          List.of("1", "59", "60", "61", "36526", "39492", "45351.75", "45657", "0"),
          'r',
          List.of("A1:A2", "A1:A8", "A5:A8", "A1:A9", "A6", "A5", "A1:A3"),
          'v',
          List.of("1", "\"x\"", "TRUE", "A3", "A5", "A9", "A7", "-2", "\"3\"", "\"\""));

  /// Names and the kinds of their arguments.
  private static final List<String> FUNCTIONS =
      List.of(
          "ABS n",
          "SIGN n",
          "INT n",
          "ROUND ni",
          "ROUNDUP ni",
          "ROUNDDOWN ni",
          "TRUNC n",
          "MOD nn",
          "SQRT n",
          "POWER nn",
          "EXP i",
          "LN n",
          "LOG nn",
          "LOG10 n",
          "FACT i",
          "COMBIN ii",
          "SIN n",
          "COS n",
          "TAN n",
          "ATAN n",
          "ATAN2 nn",
          "ASIN n",
          "ACOS n",
          "SINH i",
          "COSH i",
          "TANH n",
          "DEGREES n",
          "RADIANS n",
          "EVEN n",
          "ODD n",
          "CEILING nn",
          "FLOOR nn",
          "MROUND nn",
          "QUOTIENT nn",
          "SUM rv",
          "PRODUCT rv",
          "AVERAGE rv",
          "COUNT rv",
          "COUNTA rv",
          "COUNTBLANK r",
          "MIN rv",
          "MAX rv",
          "MINA rv",
          "MAXA rv",
          "MEDIAN rn",
          "LARGE ri",
          "SMALL ri",
          "STDEV rn",
          "VAR rn",
          "AVEDEV rn",
          "DEVSQ rn",
          "SUMSQ rn",
          "MODE rn",
          "RANK nr",
          "SUMIF rv",
          "COUNTIF rv",
          "SUMPRODUCT r",
          "LEN t",
          "LEFT ti",
          "RIGHT ti",
          "MID tii",
          "UPPER t",
          "LOWER t",
          "PROPER t",
          "TRIM t",
          "CLEAN t",
          "REPT ti",
          "FIND tt",
          "SEARCH tt",
          "SUBSTITUTE ttt",
          "REPLACE tiit",
          "EXACT tt",
          "CONCATENATE vv",
          "TEXT nt",
          "VALUE v",
          "CODE t",
          "CHAR n",
          "T v",
          "N v",
          "FIXED ni",
          "DOLLAR ni",
          "IF lvv",
          "IFERROR vv",
          "AND lv",
          "OR lv",
          "NOT l",
          "ISBLANK v",
          "ISERROR v",
          "ISERR v",
          "ISNA v",
          "ISNUMBER v",
          "ISTEXT v",
          "ISNONTEXT v",
          "ISLOGICAL v",
          "ISREF v",
          "ISEVEN n",
          "ISODD n",
          "ERROR.TYPE v",
          "CHOOSE ivv",
          "DATE iii",
          "YEAR d",
          "MONTH d",
          "DAY d",
          "HOUR d",
          "MINUTE d",
          "SECOND d",
          "WEEKDAY di",
          "WEEKNUM di",
          "EDATE di",
          "EOMONTH di",
          "DAYS360 dd",
          "YEARFRAC ddi",
          "NETWORKDAYS dd",
          "WORKDAY di",
          "TIME iii",
          "PMT nin",
          "PV nin",
          "FV nin",
          "NPER nnn",
          "NPV nr",
          "IPMT niin",
          "PPMT niin",
          "BIN2DEC i",
          "DEC2BIN i",
          "DEC2HEX i",
          "HEX2DEC i",
          "OCT2DEC i",
          "DEC2OCT i",
          "DELTA nn",
          "GCD ii",
          "LCM ii",
          "COMPLEX nn",
          "IMREAL t",
          "ROMAN i",
          "ROW r",
          "COLUMN r",
          "ROWS r",
          "COLUMNS r",
          "ADDRESS iii",
          "INDEX ri",
          "MATCH vr",
          "LOOKUP vr",
          "VLOOKUP vri",
          "HLOOKUP vri",
          "XOR lv",
          "IFNA vv",
          "SLOPE rr",
          "CORREL rr",
          "STDEVP r",
          "VARP r",
          "GEOMEAN r",
          "PERCENTILE rn",
          "SUBTOTAL ir",
          "CONCAT rv",
          "TEXTJOIN tlr",
          "SWITCH vvv",
          "IFS lv",
          "MAXIFS rrv",
          "AVERAGEIF rv",
          "TDIST nii",
          "NORMDIST nnnl",
          "NORMSDIST n",
          "POISSON inl",
          "BESSELJ ni");

  /// Why functions differ here and there.
  private record Reason(String why, Set<String> functions) {}

  /// Each function named here has to differ still.
  private static final List<Reason> KNOWN =
      List.of(
          new Reason(
              "serials up to 60: it has no 29 February 1900, texts as months, or keeps times of day",
              Set.of(
                  "DAY",
                  "DAYS360",
                  "EDATE",
                  "EOMONTH",
                  "MONTH",
                  "NETWORKDAYS",
                  "WEEKDAY",
                  "WEEKNUM",
                  "WORKDAY",
                  "YEARFRAC")),
          new Reason(
              "functions of the old add-in: logicals are refused, blanks are 0, digits are checked",
              Set.of(
                  "BESSELJ",
                  "BIN2DEC",
                  "COMPLEX",
                  "DELTA",
                  "IMREAL",
                  "ISEVEN",
                  "ISODD",
                  "MROUND",
                  "QUOTIENT")),
          new Reason(
              "errors in ranges, or the order in which they are met",
              Set.of("CORREL", "MAXIFS", "MODE", "PERCENTILE", "RANK", "SUMPRODUCT", "SWITCH")),
          new Reason(
              "#NUM!, #DIV/0! or rounding beyond what its Java functions check",
              Set.of("COS", "DATE", "LOG", "MOD", "NPV", "POWER", "SIN", "TAN", "TANH", "TIME")),
          new Reason(
              "rates of -1 and below, and periods beyond the last, are #NUM!",
              Set.of("IPMT", "NPER", "PMT", "PPMT", "PV")),
          new Reason("a single cell is a list only when it holds a number", Set.of("SLOPE")),
          new Reason(
              "logicals and blanks as numbers; it refuses negative ones",
              Set.of("NORMDIST", "NORMSDIST", "TDIST")),
          new Reason(
              "no character 0, codes as texts, another currency, texts among logicals",
              Set.of("ADDRESS", "AND", "CHAR", "CODE", "COUNT", "DOLLAR", "OR", "ROMAN", "TEXT")),
          new Reason(
              "search in unordered cells takes other turns",
              Set.of("INDEX", "LOOKUP", "MATCH", "VLOOKUP")),
          new Reason(
              "blank and text cells beside numbers, and too few numbers",
              Set.of("MINA", "STDEV", "STDEVP", "VAR", "VARP")));

  private static final CalculationEnvironment ENVIRONMENT =
      new CalculationEnvironment(
          () -> Instant.parse("2026-11-23T10:00:00Z"),
          ZoneOffset.UTC,
          new SplittableRandom(7),
          Duration.ofSeconds(20));

  @Test
  void randomCallsComeToTheSameInBothEngines() {
    var random = new SplittableRandom(20_261_125);
    var different = new TreeMap<String, List<String>>();
    XSSFWorkbook peer = peerBook();
    for (String function : FUNCTIONS) {
      String name = function.substring(0, function.indexOf(' '));
      for (String call : calls(name, function.substring(name.length() + 1), random)) {
        Scalar ours = ours(call);
        Optional<Scalar> theirs = theirs(peer, call);
        if (theirs.isPresent() && !same(ours, theirs.get())) {
          different
              .computeIfAbsent(name, _ -> new ArrayList<>())
              .add(call + " is " + ours + ", there " + theirs.get());
        }
      }
    }
    var known = new TreeSet<String>();
    KNOWN.forEach(reason -> known.addAll(reason.functions()));
    var unexplained = new TreeMap<>(different);
    unexplained.keySet().removeAll(known);
    assertEquals(Map.of(), unexplained);
    assertEquals(known, new TreeSet<>(different.keySet()));
  }

  private static List<String> calls(String name, String kinds, SplittableRandom random) {
    var calls = new TreeSet<String>();
    for (int call = 0; call < CALLS; call++) {
      var arguments = new ArrayList<String>();
      for (char kind : kinds.toCharArray()) {
        List<String> pool = ARGUMENTS.getOrDefault(kind, List.of());
        arguments.add(pool.get(random.nextInt(pool.size())));
      }
      calls.add(name + "(" + String.join(",", arguments) + ")");
    }
    return List.copyOf(calls);
  }

  private static Workbook book() {
    var builder = new WorkbookBuilder(ENVIRONMENT);
    builder.worksheet("Sheet1", Optional.empty(), Visibility.VISIBLE);
    Workbook book = builder.build();
    for (int row = 0; row < CELLS.size(); row++) {
      if (CELLS.get(row) != BlankValue.BLANK) {
        book = written(book, row, 0, new Entry.Constant(CELLS.get(row)));
      }
    }
    return book;
  }

  private static Workbook written(Workbook book, int row, int column, Entry entry) {
    return book.apply(
            new Edit.WriteCells(
                0, Area.cell(row, column), Optional.empty(), Optional.of(CellGrid.filled(entry))),
            ENVIRONMENT)
        .workbook();
  }

  private final Workbook cells = book();

  private Scalar ours(String call) {
    return written(cells, 0, HOST_COLUMN, new Entry.Typed("=" + call)).value(0, 0, HOST_COLUMN);
  }

  /// Empty where the other engine does not know the function, or breaks.
  private static Optional<Scalar> theirs(XSSFWorkbook workbook, String call) {
    Cell host = workbook.getSheetAt(0).getRow(0).createCell(HOST_COLUMN);
    try {
      host.setCellFormula(call);
      FormulaEvaluator evaluator = workbook.getCreationHelper().createFormulaEvaluator();
      return Optional.of(scalar(evaluator.evaluate(host)));
    } catch (RuntimeException unable) {
      return Optional.empty();
    }
  }

  private static XSSFWorkbook peerBook() {
    var workbook = new XSSFWorkbook();
    XSSFSheet sheet = workbook.createSheet("Sheet1");
    for (int row = 0; row < CELLS.size(); row++) {
      fill(sheet.createRow(row), CELLS.get(row));
    }
    return workbook;
  }

  private static void fill(Row row, Scalar value) {
    switch (value) {
      case NumberValue(double number) -> row.createCell(0).setCellValue(number);
      case TextValue(String text) -> row.createCell(0).setCellValue(text);
      case LogicalValue logical -> row.createCell(0).setCellValue(logical == LogicalValue.TRUE);
      case ErrorValue error ->
          row.createCell(0).setCellErrorValue(FormulaError.forString(error.word()).getCode());
      case BlankValue _ -> {}
    }
  }

  private static Scalar scalar(CellValue value) {
    return switch (value.getCellType()) {
      case NUMERIC -> new NumberValue(value.getNumberValue());
      case STRING -> new TextValue(value.getStringValue());
      case BOOLEAN -> value.getBooleanValue() ? LogicalValue.TRUE : LogicalValue.FALSE;
      case ERROR -> ErrorValue.find(value.formatAsString()).orElseThrow();
      default -> BlankValue.BLANK;
    };
  }

  private static boolean same(Scalar ours, Scalar theirs) {
    if (ours instanceof NumberValue(double a) && theirs instanceof NumberValue(double b)) {
      return Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a));
    }
    return ours.equals(theirs);
  }
}
