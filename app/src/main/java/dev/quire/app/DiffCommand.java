package dev.quire.app;

import dev.quire.app.setting.Settings;
import dev.quire.engine.recalc.CalculationEnvironment;
import dev.quire.ooxml.FileDifference;
import dev.quire.ooxml.XlsxFile;
import dev.quire.ooxml.guard.XlsxFault;
import dev.quire.ooxml.guard.XlsxLimits;
import dev.quire.workbook.WorkbookFault;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// `quire diff A.xlsx B.xlsx`: parts identical, rewritten, added, removed, and cells changed. The
/// exit code is 0 when nothing differs, 1 when something does, 2 when it cannot be told.
final class DiffCommand implements Command {
  private static final int SAME = 0;
  private static final int DIFFERENT = 1;
  private static final int UNKNOWN = 2;

  @Override
  public int run(Settings settings, List<String> words, Shell shell) {
    try {
      XlsxFile first = open(Path.of(words.getFirst()));
      XlsxFile second = open(Path.of(words.getLast()));
      var difference = FileDifference.of(first, second, XlsxLimits.DEFAULT);
      print(difference, shell.out());
      return isNone(difference) ? SAME : DIFFERENT;
    } catch (IOException missing) {
      shell.err().println("quire: no such file can be read: " + missing.getMessage());
    } catch (XlsxFault | WorkbookFault refused) {
      shell.err().println("quire: " + refused.getMessage());
    }
    return UNKNOWN;
  }

  private static XlsxFile open(Path file) throws IOException {
    return XlsxFile.open(
        Files.readAllBytes(file), XlsxLimits.DEFAULT, CalculationEnvironment.TIMELESS);
  }

  private static boolean isNone(FileDifference difference) {
    return difference.rewritten().isEmpty()
        && difference.added().isEmpty()
        && difference.removed().isEmpty();
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
