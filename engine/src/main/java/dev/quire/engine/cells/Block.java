package dev.quire.engine.cells;

import dev.quire.engine.formula.CellScan;
import dev.quire.engine.formula.Template;
import dev.quire.engine.value.BlankValue;
import dev.quire.engine.value.ErrorValue;
import dev.quire.engine.value.LogicalValue;
import dev.quire.engine.value.NumberValue;
import dev.quire.engine.value.Scalar;
import dev.quire.engine.value.TextValue;
import java.lang.invoke.VarHandle;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Up to 1,024 cells of one column: a byte of type each, and lanes for numbers, texts, formulas and
/// styles that exist only where a cell needs them. A block may be changed by the editor that owns
/// it and by nobody else; to everybody else it is immutable.
///
/// Numbers may lie packed until a formula reads one of them or a cell is written; which of both it
/// is shows nowhere.
final class Block {
  /// Rows of a full block, as a power of two.
  static final int SHIFT = 10;

  /// Rows of a full block.
  static final int ROWS = 1 << SHIFT;

  /// Picks the row within a block.
  static final int MASK = ROWS - 1;

  /// The style of a cell that has none of its own.
  static final int NO_STYLE = -1;

  static final byte BLANK = 0;
  static final byte NUMBER = 1;
  static final byte TEXT = 2;
  static final byte FALSE = 3;
  static final byte TRUE = 4;

  /// Errors follow, in the order of [ErrorValue].
  static final byte ERROR = 5;

  private static final ErrorValue[] ERRORS = ErrorValue.values();

  /// The tags of every packed block that is full of numbers; never written, as packed blocks get
  /// tags of their own before they are.
  private static final byte[] ALL_NUMBERS = allNumbers();

  private static final int SMALLEST = 16;

  private final @Nullable Object owner;
  private byte[] tags;
  private double @Nullable [] numbers;

  /// The numbers, where [#numbers] is null. Goes after that has come, so whoever finds neither
  /// looks once more.
  private volatile @Nullable PackedNumbers packed;

  private @Nullable String @Nullable [] texts;
  private @Nullable Template @Nullable [] formulas;
  private int @Nullable [] styles;
  private int style = NO_STYLE;
  private int used;
  private int formulaCount;

  /// An empty block that this owner may change.
  Block(@Nullable Object owner) {
    this.owner = owner;
    this.tags = new byte[SMALLEST];
  }

  private Block(Block other, @Nullable Object owner) {
    this.owner = owner;
    this.tags = other.tags.clone();
    this.numbers = other.copiedNumbers();
    this.texts = other.texts == null ? null : other.texts.clone();
    this.formulas = other.formulas == null ? null : other.formulas.clone();
    this.styles = other.styles == null ? null : other.styles.clone();
    this.style = other.style;
    this.used = other.used;
    this.formulaCount = other.formulaCount;
  }

  /// This block if the owner may change it, otherwise a copy that it may.
  Block ownedBy(Object editor) {
    return owner == editor ? this : new Block(this, editor);
  }

  /// One past the last row that has ever held something.
  int height() {
    return tags.length;
  }

  byte tag(int row) {
    return row < tags.length ? tags[row] : BLANK;
  }

  boolean isEmpty() {
    return used == 0;
  }

  boolean hasFormulas() {
    return formulaCount > 0;
  }

  /// Number of cells that are not blank.
  int used() {
    return used;
  }

  /// Number of cells between two rows, both included, that are not blank.
  int used(int first, int last) {
    if (first == 0 && last == MASK) {
      return used;
    }
    int count = 0;
    for (int row = first; row <= last && row < tags.length; row++) {
      count += tags[row] == BLANK ? 0 : 1;
    }
    return count;
  }

  double number(int row) {
    double[] lane = numbers;
    if (lane != null) {
      return lane[row];
    }
    PackedNumbers few = packed;
    if (few != null) {
      return few.number(row);
    }
    lane = numbers;
    return lane == null ? 0 : lane[row];
  }

  /// The number of a cell for a formula, or NaN when it holds anything else.
  double numberOrNaN(int row) {
    double[] lane = numbers;
    if (lane == null) {
      lane = lane();
    }
    return lane != null && row < tags.length && tags[row] == NUMBER ? lane[row] : Double.NaN;
  }

  /// Copies the numbers of some rows; NaN where a cell holds anything else.
  ///
  /// @param at where the first goes
  /// @param blank what stands for a blank cell
  void numbers(int from, int count, double[] into, int at, double blank) {
    double[] lane = lane();
    for (int i = 0; i < count; i++) {
      byte tag = tag(from + i);
      into[at + i] =
          tag == NUMBER && lane != null ? lane[from + i] : tag == BLANK ? blank : Double.NaN;
    }
  }

  /// Shows the cells from one row up to but without another, numbers in stretches.
  ///
  /// @param base the row of the sheet in which this block begins
  boolean scan(int base, int column, int from, int to, CellScan scan) {
    int end = Math.min(to, tags.length);
    int row = from;
    while (row < end) {
      byte tag = tags[row];
      if (tag == NUMBER) {
        int first = row;
        do {
          row++;
        } while (row < end && tags[row] == NUMBER);
        if (!scan.numbers(base + first, column, numbers(), first, row)) {
          return false;
        }
      } else {
        if (tag != BLANK && !scan.other(base + row, column, value(row))) {
          return false;
        }
        row++;
      }
    }
    return true;
  }

  /// Copies the numbers from one row up to but without another, if nothing else stands there.
  ///
  /// @param at where the first goes
  /// @param step how far apart they go
  boolean copyNumbers(int from, int to, double[] target, int at, int step) {
    double[] lane = numbers;
    if (lane == null || to > tags.length) {
      return false;
    }
    int place = at;
    for (int row = from; row < to; row++) {
      if (tags[row] != NUMBER) {
        return false;
      }
      target[place] = lane[row];
      place += step;
    }
    return true;
  }

  Scalar value(int row) {
    byte tag = tag(row);
    return switch (tag) {
      case BLANK -> BlankValue.BLANK;
      case NUMBER -> new NumberValue(number(row));
      case TEXT -> new TextValue(text(row));
      case FALSE -> LogicalValue.FALSE;
      case TRUE -> LogicalValue.TRUE;
      default -> ERRORS[tag - ERROR];
    };
  }

  /// Whether a cell holds this very value.
  boolean holds(int row, Scalar value) {
    return switch (value) {
      case NumberValue(double number) ->
          tag(row) == NUMBER
              && Double.doubleToRawLongBits(number(row)) == Double.doubleToRawLongBits(number);
      case TextValue(String text) -> tag(row) == TEXT && text(row).equals(text);
      case BlankValue _, LogicalValue _, ErrorValue _ -> tag(row) == tagOf(value);
    };
  }

  String text(int row) {
    String text = texts == null || row >= texts.length ? null : texts[row];
    return text == null ? "" : text;
  }

  @Nullable Template formula(int row) {
    @Nullable Template[] lane = formulas;
    return lane == null || row >= lane.length ? null : lane[row];
  }

  /// How many of some rows, from the first on, have this very formula.
  int leading(int from, int count, Template formula) {
    @Nullable Template[] lane = formulas;
    int most = lane == null ? 0 : Math.min(count, lane.length - from);
    int at = 0;
    while (at < most && lane != null && lane[from + at] == formula) {
      at++;
    }
    return at;
  }

  int style(int row) {
    int[] lane = styles;
    if (lane == null) {
      return style;
    }
    return row < lane.length ? lane[row] : NO_STYLE;
  }

  /// Whether both blocks show the same at this row: value, formula and style.
  boolean sameAt(Block other, int row) {
    byte tag = tag(row);
    return tag == other.tag(row)
        && (tag != NUMBER
            || Double.doubleToRawLongBits(number(row))
                == Double.doubleToRawLongBits(other.number(row)))
        && (tag != TEXT || text(row).equals(other.text(row)))
        && formula(row) == other.formula(row)
        && style(row) == other.style(row);
  }

  void set(int row, Scalar value) {
    if (value == BlankValue.BLANK && row >= tags.length) {
      return;
    }
    makeRoom(row);
    byte before = tags[row];
    byte after = tagOf(value);
    tags[row] = after;
    used += (after == BLANK ? 0 : 1) - (before == BLANK ? 0 : 1);
    if (value instanceof NumberValue(double number)) {
      numbers()[row] = number;
    }
    if (value instanceof TextValue(String text)) {
      texts()[row] = text;
    } else if (before == TEXT) {
      texts()[row] = null;
    }
  }

  /// Sets a number where another value stands.
  ///
  /// @return whether that changed anything
  boolean replaceNumber(int row, double number) {
    double[] lane = numbers;
    if (lane != null && row < tags.length && tags[row] == NUMBER) {
      boolean same = Double.doubleToRawLongBits(lane[row]) == Double.doubleToRawLongBits(number);
      lane[row] = number;
      return !same;
    }
    setNumber(row, number);
    return true;
  }

  void setNumber(int row, double number) {
    makeRoom(row);
    byte before = tags[row];
    tags[row] = NUMBER;
    used += before == BLANK ? 1 : 0;
    numbers()[row] = number;
    if (before == TEXT) {
      texts()[row] = null;
    }
  }

  void setFormula(int row, @Nullable Template formula) {
    if (formula == null && formula(row) == null) {
      return;
    }
    grow(row);
    @Nullable Template[] lane = formulas();
    formulaCount += (formula == null ? 0 : 1) - (lane[row] == null ? 0 : 1);
    lane[row] = formula;
  }

  void setStyle(int row, int newStyle) {
    if (style(row) == newStyle) {
      return;
    }
    grow(row);
    styles()[row] = newStyle;
  }

  /// Copies rows of another block to rows that are empty here.
  ///
  /// @param from the first row to copy
  /// @param count how many rows
  /// @param to the first row here
  void take(Block other, int from, int count, int to) {
    takeStyles(other, from, count, to);
    int filled = Math.min(from + count, other.tags.length) - from;
    if (filled <= 0) {
      return;
    }
    grow(to + filled - 1);
    System.arraycopy(other.tags, from, tags, to, filled);
    for (int row = to; row < to + filled; row++) {
      used += tags[row] == BLANK ? 0 : 1;
    }
    double[] lane = other.lane();
    if (lane != null) {
      System.arraycopy(lane, from, numbers(), to, filled);
    }
    if (other.texts != null) {
      System.arraycopy(other.texts, from, texts(), to, filled);
    }
    if (other.formulas != null) {
      System.arraycopy(other.formulas, from, formulas(), to, filled);
      for (int row = from; row < from + filled; row++) {
        formulaCount += other.formulas[row] == null ? 0 : 1;
      }
    }
  }

  private void takeStyles(Block other, int from, int count, int to) {
    int[] lane = other.styles;
    if (lane != null) {
      grow(to + count - 1);
      System.arraycopy(lane, from, styles(), to, count);
    } else if (other.style != style || styles != null) {
      grow(to + count - 1);
      Arrays.fill(styles(), to, to + count, other.style);
    }
  }

  private int[] styles() {
    int[] lane = styles;
    if (lane == null) {
      lane = new int[ROWS];
      Arrays.fill(lane, style);
      styles = lane;
    }
    return lane;
  }

  private @Nullable Template[] formulas() {
    @Nullable Template[] lane = formulas;
    if (lane == null) {
      lane = new Template[tags.length];
      formulas = lane;
    }
    return lane;
  }

  /// Packs the style lane into one number where all rows agree.
  void settle(Object editor) {
    int[] lane = styles;
    if (lane == null || owner != editor) {
      return;
    }
    for (int each : lane) {
      if (each != lane[0]) {
        return;
      }
    }
    style = lane[0];
    styles = null;
  }

  /// Lets the numbers lie packed as long as nobody needs them, if they have few digits.
  void pack(Object editor) {
    double[] lane = numbers;
    if (lane == null || owner != editor) {
      return;
    }
    PackedNumbers few = PackedNumbers.of(lane);
    if (few != null) {
      packed = few;
      numbers = null;
    }
    if (used == ROWS && Arrays.equals(tags, ALL_NUMBERS)) {
      tags = ALL_NUMBERS;
    }
  }

  private static byte[] allNumbers() {
    var tags = new byte[ROWS];
    Arrays.fill(tags, NUMBER);
    return tags;
  }

  /// Makes the tag of a row writable.
  private void makeRoom(int row) {
    if (tags == ALL_NUMBERS) {
      tags = tags.clone();
    }
    grow(row);
  }

  private void grow(int row) {
    if (row < tags.length) {
      return;
    }
    int height = Math.min(ROWS, Math.max(Integer.highestOneBit(row) << 1, SMALLEST));
    tags = Arrays.copyOf(tags, height);
    double[] lane = lane();
    numbers = lane == null ? null : Arrays.copyOf(lane, height);
    texts = texts == null ? null : Arrays.copyOf(texts, height);
    formulas = formulas == null ? null : Arrays.copyOf(formulas, height);
  }

  private double[] numbers() {
    double[] lane = numbers;
    if (lane == null) {
      lane = lane();
    }
    if (lane == null) {
      lane = new double[tags.length];
      numbers = lane;
    }
    return lane;
  }

  /// The numbers, from now on unpacked. Two threads may both unpack them; both are right.
  private double @Nullable [] lane() {
    PackedNumbers few = numbers == null ? packed : null;
    if (few != null) {
      double[] lane = few.unpacked();
      // Nobody may find the lane before its numbers.
      VarHandle.storeStoreFence();
      numbers = lane;
      packed = null;
    }
    return numbers;
  }

  private double @Nullable [] copiedNumbers() {
    double[] lane = numbers;
    if (lane != null) {
      return lane.clone();
    }
    PackedNumbers few = packed;
    if (few != null) {
      return few.unpacked();
    }
    lane = numbers;
    return lane == null ? null : lane.clone();
  }

  private @Nullable String[] texts() {
    @Nullable String[] lane = texts;
    if (lane == null) {
      lane = new String[tags.length];
      texts = lane;
    }
    return lane;
  }

  static byte tagOf(Scalar value) {
    return switch (value) {
      case BlankValue _ -> BLANK;
      case NumberValue _ -> NUMBER;
      case TextValue _ -> TEXT;
      case LogicalValue logical -> logical.truth() ? TRUE : FALSE;
      case ErrorValue error -> (byte) (ERROR + error.ordinal());
    };
  }
}
