package dev.quire.ooxml.part;

import dev.quire.engine.ref.CellAddress;
import dev.quire.ooxml.part.FormulaTag.Kind;
import dev.quire.ooxml.xml.Ascii;
import dev.quire.ooxml.xml.XmlScanner;
import dev.quire.ooxml.xml.XmlScanner.Token;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Which cells of a worksheet share formulas.
public final class SharedFormulas {
  /// Cells that share a formula.
  ///
  /// @param number the group's number in the file
  /// @param cells where they are, in the order of the file, the cell with the text first
  public record Group(int number, List<CellAddress> cells) {}

  private SharedFormulas() {}

  /// The groups of a worksheet part.
  public static List<Group> read(XmlScanner scanner) {
    String prefix = SharedStrings.rootPrefix(scanner);
    byte[] rowName = Ascii.bytes(prefix + "row");
    byte[] cellName = Ascii.bytes(prefix + "c");
    byte[] formulaName = Ascii.bytes(prefix + "f");
    var groups = new ArrayList<Group>();
    Map<Integer, Group> latest = new HashMap<>();
    var tag = new CellTag(Integer.MAX_VALUE);
    int row = -1;
    int column = -1;
    for (Token token = scanner.next(); token != Token.EOF; token = scanner.next()) {
      if (token != Token.START) {
        continue;
      }
      if (scanner.isNamed(rowName)) {
        row = rowNumber(scanner, row + 1);
        column = -1;
      } else if (scanner.isNamed(cellName)) {
        tag.read(scanner, row, column + 1);
        column = tag.column();
      } else if (scanner.isNamed(formulaName)) {
        FormulaTag formula = FormulaTag.read(scanner);
        if (formula.kind() == Kind.SHARED) {
          group(formula, groups, latest).cells().add(new CellAddress(tag.row(), tag.column()));
        }
      }
    }
    return groups;
  }

  private static Group group(FormulaTag formula, List<Group> groups, Map<Integer, Group> latest) {
    boolean opens = !formula.text().isEmpty() && formula.area().isPresent();
    Group known = latest.get(formula.group());
    if (known != null && !opens) {
      return known;
    }
    var group = new Group(formula.group(), new ArrayList<>());
    groups.add(group);
    latest.put(formula.group(), group);
    return group;
  }

  private static int rowNumber(XmlScanner scanner, int next) {
    while (scanner.nextAttribute()) {
      if (scanner.attributeName().equals("r")) {
        return Ascii.number(scanner.buffer(), scanner.valueStart(), scanner.valueEnd()) - 1;
      }
    }
    return next;
  }
}
