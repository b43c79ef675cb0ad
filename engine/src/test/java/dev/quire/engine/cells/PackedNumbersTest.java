package dev.quire.engine.cells;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.quire.engine.formula.CellScan;
import dev.quire.engine.ref.Area;
import dev.quire.engine.value.BlankValue;
import dev.quire.engine.value.NumberValue;
import dev.quire.engine.value.Scalar;
import dev.quire.engine.value.TextValue;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PackedNumbersTest {
  private static final Scalar MARK = new NumberValue(0.1 + 0.2);

  @ParameterizedTest
  @ValueSource(
      doubles = {0, 1, -1, 0.01, -19.99, 1234.5, 0.0001, 199999.9999, 2147483647, -2147483648.0})
  void whatHasFewDigitsIsPacked(double number) {
    PackedNumbers packed = PackedNumbers.of(new double[] {number});
    assertNotNull(packed);
    assertBits(number, packed.number(0));
  }

  @ParameterizedTest
  @ValueSource(
      doubles = {
        -0.0,
        0.1 + 0.2,
        1.0 / 3,
        0.00001,
        2147483648.0,
        1e300,
        4.9e-324,
        Double.NaN,
        Double.POSITIVE_INFINITY,
        0.010000000000000002
      })
  void whatHasMoreStaysAsItIs(double number) {
    assertNull(PackedNumbers.of(new double[] {1, number}));
  }

  @Test
  void largeAndFineNumbersTogetherStayAsTheyAre() {
    assertNotNull(PackedNumbers.of(new double[] {2_000_000_000, -3}));
    assertNull(PackedNumbers.of(new double[] {2_000_000_000, 0.25}));
  }

  @Property(tries = 500)
  void packedNumbersGiveTheirBitsBack(@ForAll("numbers") List<Double> numbers) {
    double[] before = numbers.stream().mapToDouble(each -> each).toArray();
    PackedNumbers packed = PackedNumbers.of(before);
    if (packed != null) {
      for (int at = 0; at < before.length; at++) {
        assertBits(before[at], packed.number(at));
        assertBits(before[at], packed.unpacked()[at]);
      }
    }
  }

  /// Reads, writes and shifts behave as in a sheet that was never packed.
  @Property(tries = 200)
  void aFilledSheetIsASheetThatWasWritten(@ForAll("numbers") List<Double> numbers) {
    CellEditor filling = SheetCells.fill();
    CellEditor writing = SheetCells.EMPTY.edit();
    for (CellEditor each : List.of(filling, writing)) {
      for (int row = 0; row < 3_000; row++) {
        if (row % 1_500 != 7) {
          each.fillNumber(row, 0, SheetCells.NO_STYLE, numbers.get(row % numbers.size()));
          each.fillNumber(row, 1, SheetCells.NO_STYLE, row / 4.0);
        }
      }
      each.set(40, 1, new TextValue("between"));
    }
    SheetCells filled = filling.seal();
    SheetCells written = writing.seal();
    assertSame(written, filled);
    assertSame(changed(written), changed(filled));
    assertSame(written, filled);
    assertEquals(scanned(written), scanned(filled));
    assertSame(written, filled);
    assertSame(changed(written), changed(filled));
  }

  @Test
  void rowsThatComeOutOfOrderFindTheirPlace() {
    CellEditor filling = SheetCells.fill();
    for (int row = 5_000; row >= 0; row -= 3) {
      filling.fillNumber(row, 0, SheetCells.NO_STYLE, row);
    }
    for (int row = 0; row <= 5_000; row += 5) {
      filling.fillNumber(row, 0, SheetCells.NO_STYLE, -row);
    }
    SheetCells cells = filling.seal();
    for (int row = 0; row <= 5_000; row++) {
      double wanted = row % 5 == 0 ? -row : (5_000 - row) % 3 == 0 ? row : Double.NaN;
      assertEquals(wanted, cells.number(row, 0) + 0.0);
    }
  }

  @Test
  void manyThreadsMayReadFirst() throws Exception {
    try (var threads = Executors.newFixedThreadPool(4)) {
      for (int round = 0; round < 200; round++) {
        CellEditor filling = SheetCells.fill();
        for (int row = 0; row < 2_048; row++) {
          filling.fillNumber(row, 0, SheetCells.NO_STYLE, 1);
        }
        SheetCells cells = filling.seal();
        Callable<Double> sum = () -> scanned(cells).stream().mapToDouble(each -> each).sum();
        Callable<Double> reads =
            () -> {
              double total = 0;
              for (int row = 0; row < 2_048; row++) {
                total += ((NumberValue) cells.value(row, 0)).number();
              }
              return total;
            };
        for (Future<Double> each : threads.invokeAll(List.of(sum, reads, sum, reads))) {
          assertEquals(2_048.0, each.get());
        }
      }
    }
  }

  private static SheetCells changed(SheetCells cells) {
    CellEditor editor = cells.edit();
    editor.set(1_030, 0, MARK);
    editor.set(3, 1, BlankValue.BLANK);
    return editor.seal();
  }

  private static List<Double> scanned(SheetCells cells) {
    var found = new ArrayList<Double>();
    cells.scan(
        new Area(0, 0, 4_000, 0),
        new CellScan() {
          @Override
          public boolean numbers(int row, int column, double[] lane, int from, int to) {
            for (int at = from; at < to; at++) {
              found.add(lane[at]);
            }
            return true;
          }

          @Override
          public boolean other(int row, int column, Scalar value) {
            return true;
          }
        });
    return found;
  }

  private static void assertSame(SheetCells expected, SheetCells actual) {
    actual.differences(
        expected,
        (row, column) -> {
          throw new AssertionError("row " + row + ", column " + column);
        });
    for (int row = 0; row < 3_000; row++) {
      Scalar value = expected.value(row, 0);
      assertEquals(value, actual.value(row, 0));
      assertEquals(expected.holds(row, 0, value), actual.holds(row, 0, value));
    }
    assertEquals(expected.count(), actual.count());
    assertEquals(expected.usedArea(), actual.usedArea());
  }

  private static void assertBits(double expected, double actual) {
    assertEquals(Double.doubleToRawLongBits(expected), Double.doubleToRawLongBits(actual));
  }

  @Provide
  Arbitrary<List<Double>> numbers() {
    Arbitrary<Double> amounts =
        Arbitraries.longs().between(-3_000_000_000L, 3_000_000_000L).map(each -> each / 100.0);
    Arbitrary<Double> fine = Arbitraries.integers().map(each -> each / 10_000.0);
    Arbitrary<Double> whole = Arbitraries.integers().map(each -> (double) each);
    Arbitrary<Double> any = Arbitraries.of(-0.0, 0.1 + 0.2, 1e15, 5e-324, 1e-5);
    return Arbitraries.oneOf(
        amounts.list().ofMinSize(1).ofMaxSize(50),
        fine.list().ofMinSize(1).ofMaxSize(50),
        whole.list().ofMinSize(1).ofMaxSize(50),
        Arbitraries.oneOf(amounts, fine, whole, any).list().ofMinSize(1).ofMaxSize(50));
  }
}
