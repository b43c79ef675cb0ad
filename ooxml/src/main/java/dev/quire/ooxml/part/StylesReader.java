package dev.quire.ooxml.part;

import dev.quire.engine.numfmt.BuiltInFormats;
import dev.quire.ooxml.guard.XlsxFault;
import dev.quire.ooxml.guard.XlsxLimits;
import dev.quire.ooxml.xml.XmlElement;
import dev.quire.ooxml.xml.XmlTree;
import dev.quire.workbook.CellStyle;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads the cell formats of `styles.xml`.
public final class StylesReader {
  private StylesReader() {}

  /// The cell formats by their index. A file without any has the default one.
  ///
  /// @param theme root of the theme part; empty for none
  static List<CellStyle> read(XmlTree tree, Optional<XmlElement> theme, XlsxLimits limits) {
    var looks = new LookReader(tree.root(), ThemeColors.of(theme, tree.root()));
    Map<Integer, String> codes = codes(tree.root());
    var styles = new ArrayList<CellStyle>();
    for (XmlElement xf : cellFormats(tree.root())) {
      int number = xf.number("numFmtId", 0);
      String code = code(codes, number).orElse(CellStyle.GENERAL);
      styles.add(new CellStyle(styles.size(), code, looks.look(xf)));
    }
    if (styles.size() > limits.styles()) {
      throw new XlsxFault.TooLarge(tree.part(), "cell formats", limits.styles());
    }
    return styles.isEmpty() ? List.of(CellStyle.DEFAULT) : styles;
  }

  /// The format code with a number.
  ///
  /// @param codes those that the file defines
  static Optional<String> code(Map<Integer, String> codes, int number) {
    return Optional.ofNullable(codes.get(number)).or(() -> BuiltInFormats.code(number));
  }

  /// The `xf` elements of `cellXfs`.
  public static List<XmlElement> cellFormats(XmlElement root) {
    return root.listed("cellXfs", "xf");
  }

  /// The format codes that the file defines, by number.
  public static Map<Integer, String> codes(XmlElement root) {
    var codes = new HashMap<Integer, String>();
    for (XmlElement list : root.children("numFmts")) {
      for (XmlElement each : list.children("numFmt")) {
        codes.put(
            each.number("numFmtId", 0),
            Xstring.decode(each.attributeOr("formatCode", CellStyle.GENERAL)));
      }
    }
    return codes;
  }
}
