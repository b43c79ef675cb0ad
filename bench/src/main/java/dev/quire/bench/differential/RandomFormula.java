package dev.quire.bench.differential;

import dev.quire.bench.differential.FunctionTable.Signature;
import java.util.ArrayList;
import java.util.SplittableRandom;

/// Writes a formula for a cell of a row. It reads constants, and formulas of the rows above.
final class RandomFormula {
  private static final String[] OPERATORS = {
    "+", "-", "*", "/", "^", "&", "=", "<>", "<", ">=", "+", "-", "*"
  };
  private static final String[] CRITERIA = {
    "\">2\"",
    "\"<>apple\"",
    "\"a*\"",
    "\"<=0\"",
    "\"plum?tree\"",
    "7",
    "\"=7\"",
    "TRUE()",
    "\"zoo\""
  };
  private static final String[] WORDS = {
    "\"apple\"", "\"Pear tree\"", "\"12\"", "\"p\"", "\" two  words \"", "\"ÄÖ\""
  };
  private static final String[] ERRORS = {"NA()", "1/0", "SQRT(-1)", "\"x\"*1"};
  private static final int DAYS = 3;

  private final SplittableRandom random;
  private final FunctionTable functions;
  private final int row;

  RandomFormula(SplittableRandom random, FunctionTable functions, int row) {
    this.random = random;
    this.functions = functions;
    this.row = row;
  }

  String expression(int depth) {
    int choice = random.nextInt(10);
    if (depth <= 0 || choice == 0) {
      return leaf();
    }
    if (choice < 7) {
      return call(functions.all().get(random.nextInt(functions.all().size())), depth);
    }
    if (choice == 7) {
      return "-" + operand(depth);
    }
    return operand(depth) + OPERATORS[random.nextInt(OPERATORS.length)] + operand(depth);
  }

  private String operand(int depth) {
    return "(" + expression(depth - 1) + ")";
  }

  private String call(Signature function, int depth) {
    var arguments = new ArrayList<String>();
    for (String kind : function.arguments()) {
      boolean optional = kind.startsWith("[");
      if (optional && random.nextBoolean()) {
        break;
      }
      arguments.add(argument(optional ? kind.charAt(1) : kind.charAt(0), depth - 1));
    }
    return function.name() + "(" + String.join(",", arguments) + ")";
  }

  private String argument(char kind, int depth) {
    if (random.nextInt(20) == 0 && kind != 'r') {
      return expression(depth - 1);
    }
    return switch (kind) {
      case 'n' -> random.nextInt(3) == 0 ? expression(depth - 1) : number();
      case 'i' -> Integer.toString(random.nextInt(-1, 8));
      case 'd' -> name(DAYS, random.nextInt(RandomSheet.DAY_ROWS));
      case 'p' ->
          random.nextInt(4) == 0
              ? name(DAYS, random.nextInt(RandomSheet.DAY_ROWS, RandomSheet.CONSTANT_ROWS))
              : "0." + random.nextInt(1, 100);
      case 't' -> random.nextInt(3) == 0 ? cell(3, 6) : WORDS[random.nextInt(WORDS.length)];
      case 'l' -> random.nextBoolean() ? number() + ">" + number() : truth();
      case 'r' -> range();
      case 'c' -> CRITERIA[random.nextInt(CRITERIA.length)];
      case 'e' ->
          random.nextInt(4) == 0 ? ERRORS[random.nextInt(ERRORS.length)] : expression(depth - 1);
      default -> depth > 0 ? expression(depth - 1) : leaf();
    };
  }

  private String truth() {
    return random.nextInt(3) == 0 ? cell(4, 6) : random.nextBoolean() ? "TRUE()" : "FALSE()";
  }

  private String number() {
    return random.nextInt(3) == 0 ? RandomSheet.number(random) : cell(0, 4);
  }

  private String leaf() {
    return switch (random.nextInt(6)) {
      case 0 -> RandomSheet.number(random);
      case 1 -> WORDS[random.nextInt(WORDS.length)];
      case 2 -> truth();
      case 3 -> formula();
      default -> cell(0, RandomSheet.COLUMNS);
    };
  }

  /// A cell with a formula above, or with a constant.
  private String formula() {
    return row == RandomSheet.CONSTANT_ROWS
        ? cell(0, RandomSheet.COLUMNS)
        : name(random.nextInt(RandomSheet.COLUMNS), random.nextInt(RandomSheet.CONSTANT_ROWS, row));
  }

  private String cell(int fromColumn, int toColumn) {
    return name(random.nextInt(fromColumn, toColumn), random.nextInt(RandomSheet.CONSTANT_ROWS));
  }

  /// All ranges have the same shape, so that functions of several find them fitting.
  private String range() {
    int column = random.nextInt(RandomSheet.COLUMNS);
    return name(column, 0) + ":" + name(column, RandomSheet.CONSTANT_ROWS - 1);
  }

  private static String name(int column, int row) {
    return (char) ('A' + column) + Integer.toString(row + 1);
  }
}
