package dev.quire.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// A page of the documentation, parts of which are written by commands.
///
/// @param file where it lies
public record Page(Path file) {
  /// The page with all benchmarks.
  public static final Page BENCHMARKS = new Page(Path.of("docs/benchmarks.md"));

  /// Replaces what stands between two lines.
  ///
  /// @throws IOException when the page has no such lines
  public void replace(String begin, String end, List<String> lines) throws IOException {
    String page = Files.readString(file);
    int from = page.indexOf(begin);
    int to = page.indexOf(end);
    if (from < 0 || to < 0) {
      throw new IOException(file + " has no place for the table");
    }
    String section = begin + "\n\n" + String.join("\n", lines) + "\n\n" + end;
    Files.writeString(file, page.substring(0, from) + section + page.substring(to + end.length()));
  }
}
