package dev.quire.workbook;

import dev.quire.engine.formula.FormulaSite;
import dev.quire.engine.formula.FormulaSyntaxException;
import dev.quire.engine.formula.Notation;
import dev.quire.engine.formula.Template;
import dev.quire.engine.recalc.CalculationEnvironment;
import dev.quire.engine.ref.A1;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;

/// Adds, changes and removes defined names.
final class Names {
  private static final int MAX_LENGTH = 255;
  private static final int MAX_COMMENT = 255;
  private static final Pattern FORM = Pattern.compile("[\\p{L}_\\\\][\\p{L}\\p{N}_.\\\\?]*");

  /// How files spell names such as `Print_Area` (D: ECMA-376, definedName).
  private static final String BUILT_IN = "_xlnm.";

  /// What Excel calls such a name when it shows it; a file that spells it so is repaired.
  private static final Set<String> BUILT_INS =
      Set.of(
          "PRINT_AREA",
          "PRINT_TITLES",
          "CRITERIA",
          "_FILTERDATABASE",
          "EXTRACT",
          "CONSOLIDATE_AREA",
          "DATABASE",
          "SHEET_TITLE");

  /// What the parser takes for a position of the other notation.
  private static final Pattern R1C1 = Pattern.compile("(?i)R\\d*(C\\d*)?|C\\d*");

  private Names() {}

  static Outcome apply(Workbook base, Edit.AddName add, CalculationEnvironment environment) {
    check(add.name());
    checkComment(add.name(), add.comment());
    add.sheet().ifPresent(sheet -> CellFormatting.existing(base, sheet));
    if (find(base, add.sheet(), add.name()).isPresent()
        || base.contents().tableNamed(add.name()).isPresent()) {
      throw new WorkbookFault.NameTaken("name", add.name());
    }
    Template formula = read(base, add.sheet(), add.name(), add.formula());
    var names = new ArrayList<>(base.names());
    names.add(
        new NamedItem(
            add.name(), add.sheet(), Optional.of(formula), add.formula(), add.comment(), true));
    return redefined(base, names, environment);
  }

  static Outcome apply(Workbook base, Edit.UpdateName update, CalculationEnvironment environment) {
    NamedItem item = existing(base, update.sheet(), update.name());
    checkComment(item.name(), update.comment());
    var changed =
        new NamedItem(
            item.name(),
            item.sheet(),
            update.formula().isPresent()
                ? Optional.of(read(base, item.sheet(), item.name(), update.formula().get()))
                : item.formula(),
            update.formula().orElse(item.text()),
            update.comment().isPresent()
                ? update.comment().filter(c -> !c.isEmpty())
                : item.comment(),
            update.visible().orElse(item.visible()));
    List<NamedItem> names =
        base.names().stream().map(each -> each == item ? changed : each).toList();
    return update.formula().isEmpty()
        ? new Outcome(base.with(base.contents().withNames(names), base.model()), List.of())
        : redefined(base, names, environment);
  }

  static Outcome apply(Workbook base, Edit.DeleteName delete, CalculationEnvironment environment) {
    NamedItem item = existing(base, delete.sheet(), delete.name());
    return redefined(
        base, base.names().stream().filter(each -> each != item).toList(), environment);
  }

  private static Outcome redefined(
      Workbook base, List<NamedItem> names, CalculationEnvironment environment) {
    Workbook named = base.with(base.contents().withNames(names), base.model().redefined());
    return SheetChanges.recalculateMentioning(named, -1, environment);
  }

  private static Optional<NamedItem> find(Workbook base, OptionalInt sheet, String name) {
    return base.findName(sheet, name).filter(found -> found.sheet().equals(sheet));
  }

  private static NamedItem existing(Workbook base, OptionalInt sheet, String name) {
    return find(base, sheet, name).orElseThrow(() -> new WorkbookFault.NotFound("name", name));
  }

  /// @param text without `=`
  private static Template read(Workbook base, OptionalInt sheet, String name, String text) {
    var site = new FormulaSite(sheet.orElse(base.worksheets().getFirst().key()), 0, 0);
    try {
      return base.entered(text, site, Notation.A1);
    } catch (FormulaSyntaxException wrong) {
      throw new WorkbookFault.BadFormula(name, "=" + text, String.valueOf(wrong.getMessage()));
    }
  }

  /// @throws WorkbookFault.BadName when the name breaks a rule (Excel's rules for names)
  static void check(String name) {
    if (name.isEmpty() || name.length() > MAX_LENGTH) {
      throw new WorkbookFault.BadName(name, "a name has 1 to 255 characters");
    }
    if (!FORM.matcher(name).matches()) {
      throw new WorkbookFault.BadName(
          name, "it begins with a letter, _ or \\ and has only letters, digits, _ . ? \\");
    }
    if (A1.parse(name).isPresent() || R1C1.matcher(name).matches()) {
      throw new WorkbookFault.BadName(name, "it looks like the address of a cell");
    }
    if (BUILT_INS.contains(name.toUpperCase(Locale.ROOT))
        || name.regionMatches(true, 0, BUILT_IN, 0, BUILT_IN.length())) {
      throw new WorkbookFault.BadName(name, "Excel keeps it for itself");
    }
    if (name.equalsIgnoreCase("TRUE") || name.equalsIgnoreCase("FALSE")) {
      throw new WorkbookFault.BadName(name, "it is a value");
    }
  }

  private static void checkComment(String name, Optional<String> comment) {
    if (comment.filter(text -> text.length() > MAX_COMMENT).isPresent()) {
      throw new WorkbookFault.BadName(name, "its comment has more than 255 characters");
    }
  }
}
