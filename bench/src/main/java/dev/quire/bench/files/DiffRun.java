package dev.quire.bench.files;

import dev.quire.engine.recalc.CalculationEnvironment;
import dev.quire.ooxml.FileDifference;
import dev.quire.ooxml.XlsxFile;
import dev.quire.ooxml.guard.XlsxLimits;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// `./quire diff A.xlsx B.xlsx`: parts identical, rewritten, added, removed, and cells changed. The
/// exit code is 0 when nothing differs, 1 when something does, 2 when it cannot be told.
public final class DiffRun {
  private DiffRun() {}

  /// Prints the difference.
  ///
  /// @param args the folder from which paths are told, and two paths
  @SuppressWarnings("SystemOut")
  public static void main(String[] args) throws IOException {
    if (args.length != 3) {
      System.err.println("quire diff: two files are needed.");
      System.exit(2);
    }
    Path from = Path.of(args[0]);
    var difference =
        FileDifference.of(
            open(from.resolve(args[1])), open(from.resolve(args[2])), XlsxLimits.DEFAULT);
    print(difference, System.out);
    boolean same =
        difference.rewritten().isEmpty()
            && difference.added().isEmpty()
            && difference.removed().isEmpty();
    System.exit(same ? 0 : 1);
  }

  static XlsxFile open(Path file) throws IOException {
    return XlsxFile.open(
        Files.readAllBytes(file), XlsxLimits.DEFAULT, CalculationEnvironment.TIMELESS);
  }

  private static void print(FileDifference difference, PrintStream out) {
    out.printf("%6d parts identical%n", difference.identical());
    parts("rewritten", difference.rewritten(), out);
    parts("added", difference.added(), out);
    parts("removed", difference.removed(), out);
    for (var sheet : difference.cells()) {
      out.printf("%6d cells of %s%n", sheet.count(), sheet.sheet());
      sheet.examples().forEach(each -> out.println("         " + each));
    }
  }

  private static void parts(String what, List<String> names, PrintStream out) {
    if (!names.isEmpty()) {
      out.printf("%6d parts %s%n", names.size(), what);
      names.forEach(each -> out.println("         " + each));
    }
  }
}
