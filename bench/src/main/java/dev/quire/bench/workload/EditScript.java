package dev.quire.bench.workload;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// What to do with a workbook and what must come out, as lines of words with tabs between. `expect`
/// lines hold after loading and a full recalculation; then steps follow, each with what it writes
/// and reads. Steps of one name are repetitions.
final class EditScript implements AutoCloseable {
  private final Path file;
  private final List<String> lines = new ArrayList<>();

  EditScript(Path folder, String name) {
    file = folder.resolve(name + ".edits");
  }

  private static String value(Object value) {
    return value instanceof String text ? "s:" + text : "n:" + WorkloadBook.number((Double) value);
  }

  void expect(String cell, Object value) {
    lines.add("expect\t" + cell + "\t" + value(value));
  }

  void step(String name) {
    lines.add("step\t" + name);
  }

  void set(String cell, Object value) {
    lines.add("set\t" + cell + "\t" + value(value));
  }

  /// Inserts a row before a one-based row.
  void insertRow(String sheet, int row) {
    lines.add("insertrow\t" + sheet + "\t" + row);
  }

  void get(String cell, Object value) {
    lines.add("get\t" + cell + "\t" + value(value));
  }

  @Override
  public void close() throws IOException {
    Files.write(file, lines);
  }
}
