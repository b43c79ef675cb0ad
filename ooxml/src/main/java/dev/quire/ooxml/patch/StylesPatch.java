package dev.quire.ooxml.patch;

import dev.quire.engine.numfmt.BuiltInFormats;
import dev.quire.ooxml.guard.XlsxFault;
import dev.quire.ooxml.part.StylesReader;
import dev.quire.ooxml.part.WorkbookLayout;
import dev.quire.ooxml.part.Xstring;
import dev.quire.ooxml.xml.Ascii;
import dev.quire.ooxml.xml.SliceEdits;
import dev.quire.ooxml.xml.Tags;
import dev.quire.ooxml.xml.XmlElement;
import dev.quire.ooxml.xml.XmlTree;
import dev.quire.workbook.CellStyle;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Adds cell formats behind those of the file: a copy of the one that a style is derived from, with
/// another number format.
final class StylesPatch {
  /// The first number that a file may give a format code of its own.
  private static final int FIRST_OWN_NUMBER = 164;

  private final WorkbookLayout layout;
  private final List<CellStyle> styles;
  private final XmlTree tree;
  private final List<XmlElement> formats;
  private final LookPatch looks;
  private final Map<String, Integer> numbers = new HashMap<>();
  private final StringBuilder newCodes = new StringBuilder();
  private int newCodeCount;
  private int nextNumber = FIRST_OWN_NUMBER;

  private StylesPatch(WorkbookLayout layout, List<CellStyle> styles, XmlTree tree) {
    this.layout = layout;
    this.styles = styles;
    this.tree = tree;
    this.looks = new LookPatch(tree, layout.parts().limits());
    this.formats = StylesReader.cellFormats(tree.root());
    Map<Integer, String> codes = StylesReader.codes(tree.root());
    codes.forEach((number, code) -> {
      numbers.putIfAbsent(code, number);
      nextNumber = Math.max(nextNumber, number + 1);
    });
    for (CellStyle each : styles) {
      BuiltInFormats.id(each.numberFormat())
          .ifPresent(builtIn -> {
            if (!codes.containsKey(builtIn)) {
              numbers.putIfAbsent(each.numberFormat(), builtIn);
            }
          });
    }
  }

  /// Adds the styles that are not in the file.
  ///
  /// @param known number of styles that the workbook had when it was read
  /// @param differentials formats that filters need, added as well
  static void apply(
      WorkbookLayout layout,
      List<CellStyle> styles,
      int known,
      NewDifferentials differentials,
      PackageEdit edit) {
    if (styles.size() == known && differentials.isEmpty()) {
      return;
    }
    if (styles.size() > layout.parts().limits().styles()) {
      throw new XlsxFault.TooLarge("cell formats", layout.parts().limits().styles());
    }
    Optional<String> part = layout.part("styles");
    Optional<XmlTree> written = part.map(layout.parts()::tree);
    boolean usable =
        written.filter(tree -> !StylesReader.cellFormats(tree.root()).isEmpty()).isPresent();
    if (usable) {
      XmlTree tree = written.orElseThrow(IllegalStateException::new);
      new StylesPatch(layout, styles, tree).extend(edit.slices(tree), differentials);
      return;
    }
    byte[] minimal = Ascii.bytes(NewParts.styles(layout.isStrict()));
    XmlTree tree = XmlTree.read("styles", minimal, layout.parts().limits());
    var edits = new SliceEdits(tree);
    new StylesPatch(layout, styles, tree).extend(edits, differentials);
    byte[] bytes = edits.apply();
    part.ifPresentOrElse(
        name -> edit.rewrite(name, out -> out.write(bytes, 0, bytes.length)),
        () ->
            edit.addForWorkbook(
                "styles.xml",
                "styles",
                NewParts.STYLES_TYPE,
                out -> out.write(bytes, 0, bytes.length)));
  }

  private void extend(SliceEdits edits, NewDifferentials differentials) {
    XmlElement root = tree.root();
    var added = new StringBuilder();
    for (int number = formats.size(); number < styles.size(); number++) {
      added.append(format(styles.get(number)));
    }
    looks.write(edits);
    differentials.write(root, edits);
    if (!added.isEmpty()) {
      XmlElement list = root.child("cellXfs").orElseThrow(IllegalStateException::new);
      Insertion.append(edits, list, added.toString(), styles.size() - formats.size());
    }
    if (newCodeCount > 0) {
      root.child("numFmts")
          .ifPresentOrElse(
              codes -> Insertion.append(edits, codes, newCodes.toString(), newCodeCount),
              () -> Insertion.after(edits, root, List.of(), codeList(root)));
    }
  }

  private String codeList(XmlElement root) {
    String name = root.qualified("numFmts");
    return "<%s count=\"%d\">%s</%s>".formatted(name, newCodeCount, newCodes, name);
  }

  private String format(CellStyle style) {
    int basis = style.basis();
    while (basis >= formats.size() && basis < styles.size() && styles.get(basis).basis() < basis) {
      basis = styles.get(basis).basis();
    }
    int known = basis < formats.size() && basis >= 0 ? basis : 0;
    XmlElement format = formats.get(known);
    Map<String, Optional<String>> changes = new HashMap<>();
    CellStyle before = styles.get(known);
    if (!style.numberFormat().equals(before.numberFormat())) {
      changes.put("numFmtId", Optional.of(Integer.toString(number(style.numberFormat()))));
      changes.put("applyNumberFormat", Optional.of("1"));
    }
    String source = Tags.with(tree.source(format), changes, layout.parts().limits());
    return looks.apply(format, source, before.look(), style.look());
  }

  private int number(String code) {
    Integer known = numbers.get(code);
    if (known != null) {
      return known;
    }
    int number = nextNumber++;
    numbers.put(code, number);
    newCodeCount++;
    newCodes
        .append('<')
        .append(tree.root().qualified("numFmt"))
        .append(Tags.attribute("numFmtId", Integer.toString(number)))
        .append(Tags.attribute("formatCode", Xstring.encode(code)))
        .append("/>");
    return number;
  }
}
