package dev.quire.engine.formula;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.quire.engine.Catalogue;
import dev.quire.engine.ref.A1;
import dev.quire.engine.ref.Area;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/// Formulas that Excel wrote into files must be read and written back as they were, and can be
/// entered.
final class TruthFormulasTest {
  private static final Path TRUTH = Path.of("../../shared/corpus/truth-cells.tsv.gz");
  private static final Functions FUNCTIONS = Catalogue.standard(2026);
  private static final int FILE_MAX_LENGTH = 32_767;

  /// The rest are spellings of other programs: blanks inside brackets, needless prefixes or quotes
  /// left out.
  private static final double MIN_SAME = 0.9995;

  @Test
  void formulasOfExcelFilesComeBackAsTheyWere() throws IOException {
    Assumptions.assumeTrue(Files.exists(TRUTH), "corpus of Excel formulas not at " + TRUTH);
    var refused = new ArrayList<String>();
    var changed = new ArrayList<String>();
    var seen = new HashSet<String>();
    int total = 0;
    for (String[] fields : rows()) {
      if (fields[5].isEmpty() || !seen.add(fields[5])) {
        continue;
      }
      total++;
      check(fields[5], site(fields[2]), refused, changed);
    }
    double same = 1 - (double) changed.size() / total;
    System.out.printf(
        "%d different formulas, %d refused, %.3f %% unchanged%n",
        total, refused.size(), 100 * same);
    changed.stream().limit(Integer.getInteger("quire.show", 0)).forEach(System.out::println);
    assertAll(
        () -> assertEquals(List.of(), refused),
        () -> assertTrue(same >= MIN_SAME, () -> String.join("\n", changed)));
  }

  private static void check(
      String text, FormulaSite site, List<String> refused, List<String> changed) {
    var bindings = new OpenBindings();
    try {
      Expression tree = FormulaParser.parse(text, site, Notation.A1, bindings, FILE_MAX_LENGTH);
      EntryRules.check(text, tree, FUNCTIONS);
      String printed = FormulaPrinter.printForFile(tree, site, bindings);
      if (!printed.equals(text)) {
        changed.add(text + "\n  " + printed);
      }
      String r1c1 = FormulaPrinter.print(tree, site, Notation.R1C1, bindings);
      assertEquals(
          tree.bare(),
          FormulaParser.parse(r1c1, site, Notation.R1C1, bindings, FILE_MAX_LENGTH).bare(),
          () -> text + " as " + r1c1);
    } catch (FormulaSyntaxException e) {
      refused.add(e.getMessage() + ": " + text);
    }
  }

  private static FormulaSite site(String address) {
    Area area = A1.parse(address).orElseThrow();
    return new FormulaSite(0, area.firstRow(), area.firstColumn());
  }

  private static List<String[]> rows() throws IOException {
    try (var reader =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(TRUTH)), StandardCharsets.UTF_8))) {
      return reader.lines().skip(1).map(line -> line.split("\t", -1)).toList();
    }
  }
}
