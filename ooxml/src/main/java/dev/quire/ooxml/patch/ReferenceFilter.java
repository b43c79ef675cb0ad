package dev.quire.ooxml.patch;

import dev.quire.ooxml.xml.XmlScanner;
import dev.quire.ooxml.xml.XmlScanner.Token;
import dev.quire.ooxml.xml.XmlText;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Copies a part token by token and puts the present sheet names into whatever holds a formula or a
/// sheet name. Everything else stays byte for byte.
final class ReferenceFilter {
  /// Elements whose text is a formula or reference, whatever their prefix: of charts and
  /// sparklines, conditional formats, validations and tables.
  private static final Set<String> FORMULAS =
      Set.of("f", "formula", "formula1", "formula2", "calculatedColumnFormula", "totalsRowFormula");

  /// Attributes that hold a reference: hyperlinks, shapes, form controls.
  private static final Set<String> FORMULA_ATTRIBUTES =
      Set.of(
          "location",
          "textlink",
          "fmlaLink",
          "fmlaRange",
          "fmlaGroup",
          "fmlaTxbx",
          "linkedCell",
          "listFillRange");

  /// Elements whose attribute `sheet` names a sheet: sources of pivot tables and consolidations.
  private static final Set<String> NAMING = Set.of("worksheetSource", "rangeSet", "dataRef");

  private final SheetRenames renames;
  private boolean formula;

  ReferenceFilter(SheetRenames renames) {
    this.renames = renames;
  }

  /// Copies a whole part.
  ///
  /// @return whether anything was changed
  boolean copy(XmlScanner scanner, Bytes out) {
    boolean changed = false;
    for (Token token = scanner.next(); token != Token.EOF; token = scanner.next()) {
      changed |= copy(scanner, token, out);
    }
    return changed;
  }

  /// Copies the present token.
  ///
  /// @return whether it was changed
  boolean copy(XmlScanner scanner, Token token, Bytes out) {
    if (!renames.isEmpty()) {
      if (token == Token.TEXT && formula) {
        String text = scanner.text();
        String now = renames.rewrite(text);
        if (!now.equals(text)) {
          out.write(XmlText.escape(now));
          return true;
        }
      } else if (token != Token.OTHER) {
        formula = token == Token.START && FORMULAS.contains(localName(scanner));
        if (token == Token.START && attributes(scanner, out)) {
          return true;
        }
      }
    }
    out.write(scanner.buffer(), scanner.start(), scanner.end());
    return false;
  }

  private boolean attributes(XmlScanner scanner, Bytes out) {
    boolean naming = NAMING.contains(localName(scanner));
    Map<String, Optional<String>> changes = new HashMap<>();
    while (scanner.nextAttribute()) {
      String name = scanner.attributeName();
      if (FORMULA_ATTRIBUTES.contains(name)) {
        String value = scanner.value();
        String now = renames.rewrite(value);
        if (!now.equals(value)) {
          changes.put(name, Optional.of(now));
        }
      } else if (naming && name.equals("sheet")) {
        String value = scanner.value();
        renames
            .name(value)
            .filter(now -> !now.equals(value))
            .ifPresent(now -> changes.put(name, Optional.of(now)));
      }
    }
    scanner.rewindAttributes();
    if (changes.isEmpty()) {
      return false;
    }
    out.write(Tags.with(scanner, changes, false));
    return true;
  }

  private static String localName(XmlScanner scanner) {
    String name = scanner.name();
    return name.substring(name.indexOf(':') + 1);
  }
}
