package dev.quire.workbook;

import dev.quire.engine.formula.FormulaSite;
import dev.quire.engine.formula.FormulaSyntaxException;
import dev.quire.engine.formula.Template;
import java.util.HashMap;
import java.util.Map;

/// Formulas in A1 notation that were read for one worksheet while its workbook did not change: one
/// that repeats another is not parsed again.
final class RepeatedFormulas {
  /// Longer formulas are seldom repeated, and one that repeats them might be too long for a cell.
  private static final int LONGEST = 1 << 10;

  /// Formulas are remembered up to this length in all.
  private static final int MOST_REMEMBERED = 1 << 18;

  private final Map<RelativeText, Template> known = new HashMap<>();
  private final RelativeText relative = new RelativeText();
  private int remembered;

  /// Reads a formula.
  @FunctionalInterface
  interface Reading {
    Template read(String formula, FormulaSite site) throws FormulaSyntaxException;
  }

  /// What a formula means, which is what the reading says.
  ///
  /// @param site always on the same worksheet
  /// @throws FormulaSyntaxException when the reading does
  Template read(String formula, FormulaSite site, Reading reading) throws FormulaSyntaxException {
    if (formula.length() > LONGEST || !relative.read(formula, site.row(), site.column())) {
      return reading.read(formula, site);
    }
    Template found = known.get(relative);
    if (found != null) {
      return found;
    }
    Template template = reading.read(formula, site);
    if (remembered + relative.length() <= MOST_REMEMBERED) {
      remembered += relative.length();
      known.put(relative.copy(), template);
    }
    return template;
  }

  void forget() {
    known.clear();
    remembered = 0;
  }
}
