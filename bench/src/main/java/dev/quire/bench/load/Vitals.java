package dev.quire.bench.load;

import com.sun.management.UnixOperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/// What a process holds at one moment.
///
/// @param heapBytes in use after a collection
/// @param threads platform threads
/// @param descriptors open files and sockets; 0 where the system does not tell
record Vitals(long heapBytes, int threads, long descriptors) {
  static Vitals now() throws InterruptedException {
    for (int round = 0; round < 3; round++) {
      System.gc();
      Thread.sleep(50);
    }
    Runtime runtime = Runtime.getRuntime();
    return new Vitals(
        runtime.totalMemory() - runtime.freeMemory(),
        ManagementFactory.getThreadMXBean().getThreadCount(),
        ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix
            ? unix.getOpenFileDescriptorCount()
            : 0);
  }

  @Override
  public String toString() {
    return "%,d MB heap, %d threads, %,d descriptors"
        .formatted(heapBytes >> 20, threads, descriptors);
  }
}
