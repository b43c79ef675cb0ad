package dev.quire.workbook;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.quire.engine.value.NumberValue;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/// Numbers of several columns are added up row by row, to the last bit, whatever stands among them.
class WideRangeProperties {
  /// More rows than a block has.
  private static final int ROWS = 1500;

  private record Sheet(Workbook book, double sum, double greatest, long count) {}

  /// A sheet whose numbers show in their sum in which order they are taken.
  private static Sheet sheet(long seed, int columns, int gaps) {
    var random = new SplittableRandom(seed);
    var builder = new WorkbookBuilder(Books.ENVIRONMENT);
    builder.worksheet("Sheet1", Optional.empty(), Visibility.VISIBLE);
    SheetSink sink = builder.sheet(0);
    double sum = 0;
    double greatest = Double.NEGATIVE_INFINITY;
    long count = 0;
    for (int row = 0; row < ROWS; row++) {
      for (int column = 0; column < columns; column++) {
        int chance = gaps == 0 ? 1 : random.nextInt(gaps);
        if (chance == 0) {
          continue;
        }
        double number = random.nextDouble(-1, 1) * Math.pow(10, random.nextInt(12));
        sink.number(row, column, -1, number);
        sum += number;
        greatest = Math.max(greatest, number);
        count++;
      }
    }
    return new Sheet(builder.build(), sum, greatest, count);
  }

  @Property(tries = 60)
  void theyAreAddedUpRowByRow(
      @ForAll long seed,
      @ForAll @IntRange(min = 2, max = 12) int columns,
      @ForAll @IntRange(max = 1000) int gaps) {
    Sheet sheet = sheet(seed, columns, gaps == 1 ? 2 : gaps);
    Workbook book = sheet.book();
    String range = "A1:" + (char) ('A' + columns - 1) + ROWS;
    for (var each :
        List.of(
            List.of("SUM", sheet.sum()),
            List.of("MAX", sheet.greatest()),
            List.of("COUNT", (double) sheet.count()))) {
      Workbook typed = Books.type(book, "Z1", "=" + each.getFirst() + "(" + range + ")");
      assertEquals(new NumberValue((Double) each.getLast()), Books.value(typed, "Z1"));
    }
  }

  @Example
  void anErrorAmongThemIsTheSum() {
    Workbook book = Books.type(sheet(1, 3, 0).book(), "B700", "=1/0");
    assertEquals("#DIV/0!", Books.text(Books.type(book, "Z1", "=SUM(A1:C1500)"), "Z1"));
  }
}
