package dev.quire.bench.files;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.ref.Reference;
import java.util.Arrays;
import java.util.Locale;

/// What a piece of work took, in seconds; CPU of the whole process, its compiler and collector
/// included.
///
/// @param coldCpu the first round
/// @param coldWall the first round
/// @param warmCpu the best later round; NaN when there was none
/// @param warmWall the best later round
/// @param heapMegabytes what the result keeps alive, without the file's bytes; NaN when unknown
record FileTimes(
    double coldCpu, double coldWall, double warmCpu, double warmWall, double heapMegabytes) {
  @Override
  public String toString() {
    return String.format(
        Locale.ROOT, "times %f %f %f %f %f", coldCpu, coldWall, warmCpu, warmWall, heapMegabytes);
  }

  /// Reads what [#toString] wrote.
  static FileTimes parse(String line) {
    double[] all =
        Arrays.stream(line.split(" ")).skip(1).mapToDouble(Double::parseDouble).toArray();
    return new FileTimes(all[0], all[1], all[2], all[3], all[4]);
  }

  /// Takes the time of several rounds.
  static final class Measuring {
    private final OperatingSystemMXBean system =
        (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    private double coldCpu = Double.NaN;
    private double coldWall = Double.NaN;
    private double warmCpu = Double.NaN;
    private double warmWall = Double.NaN;
    private double heap = Double.NaN;

    void round(FileTask.Work work) throws IOException {
      boolean first = Double.isNaN(coldCpu);
      double before = first ? usedMegabytes() : 0;
      long cpu = system.getProcessCpuTime();
      long wall = System.nanoTime();
      Object result = work.run();
      double seconds = (System.nanoTime() - wall) / 1e9;
      double cpuSeconds = (system.getProcessCpuTime() - cpu) / 1e9;
      if (first) {
        coldCpu = cpuSeconds;
        coldWall = seconds;
        heap = usedMegabytes() - before;
      } else {
        warmCpu = Double.isNaN(warmCpu) ? cpuSeconds : Math.min(warmCpu, cpuSeconds);
        warmWall = Double.isNaN(warmWall) ? seconds : Math.min(warmWall, seconds);
      }
      Reference.reachabilityFence(result);
    }

    FileTimes result() {
      return new FileTimes(coldCpu, coldWall, warmCpu, warmWall, heap);
    }

    private static double usedMegabytes() {
      for (int time = 0; time < 3; time++) {
        System.gc();
      }
      return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / 1e6;
    }
  }
}
