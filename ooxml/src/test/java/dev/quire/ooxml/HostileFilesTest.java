package dev.quire.ooxml;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import dev.quire.ooxml.guard.XlsxFault;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class HostileFilesTest {
  private static final long MOST_CPU_MILLIS = 1_000;

  @TestFactory
  Iterable<DynamicTest> hostileFilesAreOpenedOrRefusedInTime() {
    return Corpus.table("hostile.tsv").stream()
        .map(row -> DynamicTest.dynamicTest(row[0], () -> check(row[0], row[4])))
        .toList();
  }

  private static void check(String path, String expected) {
    byte[] bytes = Corpus.file(path);
    var threads = ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadCpuTime();
    boolean opened = true;
    try {
      Books.open(bytes);
    } catch (XlsxFault fault) {
      opened = false;
      if (expected.equals("open")) {
        fail(fault);
      }
    }
    if (opened && expected.equals("refuse")) {
      fail("was opened");
    }
    long millis = (threads.getCurrentThreadCpuTime() - before) / 1_000_000;
    assertTrue(millis < MOST_CPU_MILLIS, () -> "took " + millis + " ms");
  }
}
