package dev.quire.ooxml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.quire.engine.recalc.CalculationEnvironment;
import dev.quire.engine.value.NumberValue;
import dev.quire.ooxml.guard.XlsxFault;
import dev.quire.ooxml.guard.XlsxLimits;
import dev.quire.workbook.SheetReading;
import dev.quire.workbook.Workbook;
import dev.quire.workbook.WorkbookFault;
import dev.quire.workbook.WorksheetKeys;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/// Reading a file takes no longer than it may, by a clock that goes on with each look at it.
class ReadingTimeTest {
  private static final SheetReading LATE = new SheetReading(Runnable::run, 1, 0);

  private final AtomicReference<Instant> now = new AtomicReference<>(Books.NOW);
  private Duration step = Duration.ZERO;

  private XlsxFile open(SheetReading reading) {
    byte[] bytes =
        TestPackage.rows("<row r=\"1\"><c r=\"A1\"><v>5</v></c></row>")
            .sheet("Other", "<row r=\"1\"><c r=\"A1\"><v>6</v></c></row>")
            .bytes();
    var environment =
        new CalculationEnvironment(
            () -> now.getAndUpdate(time -> time.plus(step)),
            ZoneOffset.UTC,
            () -> 42,
            Duration.ofSeconds(20));
    return XlsxFile.open(
        bytes, Optional.empty(), XlsxLimits.DEFAULT, environment, WorksheetKeys.FRESH, reading);
  }

  @Test
  void fileThatTakesTooLongIsRefusedWithThePartInWhichItWasNoticed() {
    step = Duration.ofSeconds(61);
    var fault = assertThrows(XlsxFault.TooSlow.class, () -> open(SheetReading.AT_ONCE));
    assertEquals("[Content_Types].xml: reading takes longer than 60,000 ms", fault.getMessage());
  }

  @Test
  void sheetThatIsReadLateHasTimeOfItsOwn() {
    Workbook book = open(LATE).workbook();
    now.updateAndGet(time -> time.plus(Duration.ofDays(1)));
    assertEquals(new NumberValue(6), Books.value(book, 1, "A1"));
    step = Duration.ofSeconds(61);
    var fault = assertThrows(WorkbookFault.Unreadable.class, () -> Books.value(book, 0, "A1"));
    assertTrue(String.valueOf(fault.getMessage()).startsWith("xl/worksheets/sheet1.xml: reading"));
  }
}
