package dev.quire.ooxml.patch;

import dev.quire.ooxml.holder.Holder;
import dev.quire.ooxml.holder.Holder.Syntax;
import dev.quire.ooxml.holder.Holders;
import dev.quire.ooxml.xml.Bytes;
import dev.quire.ooxml.xml.Tags;
import dev.quire.ooxml.xml.XmlScanner;
import dev.quire.ooxml.xml.XmlScanner.Token;
import dev.quire.ooxml.xml.XmlText;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/// Copies a part token by token and puts the present sheet names into whatever holds a formula or a
/// sheet name. Everything else stays byte for byte.
final class ReferenceFilter {
  private static final Predicate<Holder> TEXT =
      each ->
          each.attribute().isEmpty()
              && (each.syntax() == Syntax.FORMULA || each.syntax() == Syntax.AREAS);

  /// Elements whose attribute `sheet` names a sheet: sources of pivot tables and consolidations.
  private static final Predicate<Holder> NAMING =
      each -> each.syntax() == Syntax.AREA_OF_NAMED_SHEET;

  private final SheetRenames renames;
  private boolean formula;
  private boolean pivotSource;
  private boolean pivotName;

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
        String now = pivotName ? pivotName(text) : renames.rewrite(text);
        if (!now.equals(text)) {
          out.write(XmlText.escape(now));
          return true;
        }
      } else if (token != Token.OTHER) {
        look(scanner, token);
        if (token == Token.START && attributes(scanner, out)) {
          return true;
        }
      }
    }
    out.write(scanner.buffer(), scanner.start(), scanner.end());
    return false;
  }

  /// Finds out whether the text that may follow is a formula.
  private void look(XmlScanner scanner, Token token) {
    if (token != Token.START) {
      formula = false;
      pivotName = false;
      pivotSource &= token == Token.TEXT;
      return;
    }
    String name = localName(scanner);
    pivotName = pivotSource && name.equals("name");
    pivotSource = name.equals("pivotSource");
    formula = pivotName || Holders.of(name).stream().anyMatch(TEXT);
  }

  /// The pivot table that a chart shows, as `[Book.xlsx]My Data!PivotTable1`. The name of the sheet
  /// has no quotes, whatever is in it (O).
  private String pivotName(String text) {
    int from = text.lastIndexOf(']') + 1;
    int to = text.indexOf('!', from);
    if (to < 0) {
      return text;
    }
    boolean quoted = text.charAt(from) == '\'' && to > from + 1;
    String sheet = text.substring(from, to);
    if (quoted) {
      return text.substring(0, from) + renames.rewrite(text.substring(from));
    }
    return text.substring(0, from) + renames.name(sheet).orElse(sheet) + text.substring(to);
  }

  private boolean attributes(XmlScanner scanner, Bytes out) {
    List<Holder> holders = Holders.of(localName(scanner));
    if (holders.isEmpty()) {
      return false;
    }
    boolean naming = holders.stream().anyMatch(NAMING) && !isElsewhere(scanner);
    Map<String, Optional<String>> changes = new HashMap<>();
    while (scanner.nextAttribute()) {
      String name = scanner.attributeName();
      if (holders.stream().anyMatch(each -> isFormula(each, name))) {
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

  /// Whether a source lies in another workbook, which a relationship tells.
  private static boolean isElsewhere(XmlScanner scanner) {
    boolean elsewhere = false;
    while (scanner.nextAttribute()) {
      elsewhere |= scanner.attributeName().endsWith(":id");
    }
    scanner.rewindAttributes();
    return elsewhere;
  }

  private static boolean isFormula(Holder holder, String attribute) {
    return holder.syntax() == Syntax.FORMULA && holder.attribute().equals(attribute);
  }

  private static String localName(XmlScanner scanner) {
    String name = scanner.name();
    return name.substring(name.indexOf(':') + 1);
  }
}
