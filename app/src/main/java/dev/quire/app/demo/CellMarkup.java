package dev.quire.app.demo;

import dev.quire.app.demo.DemoCell.Blank;
import dev.quire.app.demo.DemoCell.Filled;
import dev.quire.app.demo.DemoCell.Flag;
import dev.quire.app.demo.DemoCell.Formula;
import dev.quire.app.demo.DemoCell.Number;
import dev.quire.app.demo.DemoCell.Text;
import dev.quire.app.demo.DemoCell.Value;
import java.util.Arrays;
import java.util.List;

/// Rows and cells of a worksheet part. There are many of them, so what can be put together before
/// is.
final class CellMarkup {
  private static final String END = "</v></c>";

  private static final List<String> STYLES =
      Arrays.stream(Style.values()).map(CellMarkup::style).toList();

  private final SharedStrings strings;

  CellMarkup(SharedStrings strings) {
    this.strings = strings;
  }

  private static String style(Style style) {
    return style == Style.GENERAL ? "\"" : "\" s=\"" + style.ordinal() + '"';
  }

  void row(Xml xml, int row, List<DemoCell> cells) {
    if (cells.isEmpty()) {
      return;
    }
    var number = Integer.toString(row + 1);
    xml.raw("<row r=\"").raw(number).raw("\">");
    for (var column = 0; column < cells.size(); column++) {
      var cell = cells.get(column);
      if (cell != DemoCell.NONE) {
        xml.raw("<c r=\"").raw(A1.letter(column)).raw(number);
        xml.raw(STYLES.get(cell.style().ordinal()));
        content(xml, cell.content());
      }
    }
    xml.raw("</row>");
  }

  private void content(Xml xml, DemoCell.Content content) {
    switch (content) {
      case Number number -> xml.raw("><v>").number(number.number()).raw(END);
      case Text text -> xml.raw(" t=\"s\"><v>").raw(strings.number(text.text())).raw(END);
      case Flag flag -> xml.raw(flag.flag() ? " t=\"b\"><v>1" : " t=\"b\"><v>0").raw(END);
      case Filled filled -> filled(xml, filled);
      case Formula formula -> {
        xml.raw(type(formula.value())).raw("><f>").text(formula.text());
        result(xml.raw("</f><v>"), formula.value());
      }
      case Blank _ -> xml.raw("/>");
    }
  }

  private static void filled(Xml xml, Filled filled) {
    var fill = filled.fill();
    xml.raw(type(filled.value())).raw("><f t=\"shared\"");
    if (filled.first()) {
      xml.raw(" ref=\"").raw(fill.area()).raw("\" si=\"").raw(fill.index()).raw("\">");
      xml.text(fill.formula()).raw("</f><v>");
    } else {
      xml.raw(" si=\"").raw(fill.index()).raw("\"/><v>");
    }
    result(xml, filled.value());
  }

  private static String type(Value value) {
    return switch (value) {
      case Text _ -> " t=\"str\"";
      case Flag _ -> " t=\"b\"";
      case Number _ -> "";
    };
  }

  private static void result(Xml xml, Value value) {
    switch (value) {
      case Number number -> xml.number(number.number());
      case Text text -> xml.text(text.text());
      case Flag flag -> xml.raw(flag.flag() ? 1 : 0);
    }
    xml.raw(END);
  }
}
