package dev.quire.ooxml.part;

import dev.quire.engine.value.BlankValue;
import dev.quire.engine.value.ErrorValue;
import dev.quire.engine.value.LogicalValue;
import dev.quire.engine.value.NumberValue;
import dev.quire.engine.value.Scalar;
import dev.quire.engine.value.TextValue;
import dev.quire.ooxml.xml.Ascii;
import dev.quire.ooxml.xml.XmlScanner;
import java.util.Locale;

/// The value of a cell while it is read. Numbers stay primitive; one object serves all cells of a
/// sheet.
final class CellValue {
  private final SheetContext context;
  private boolean numeric;
  private double number;
  private Scalar other = BlankValue.BLANK;

  CellValue(SheetContext context) {
    this.context = context;
  }

  /// Forgets the last value.
  void clear() {
    numeric = false;
    other = BlankValue.BLANK;
  }

  /// Whether this is a number, to be had from [#number].
  boolean isNumber() {
    return numeric;
  }

  double number() {
    return number;
  }

  /// The value; blank when there is none.
  Scalar scalar() {
    return numeric ? NumberValue.of(number) : other;
  }

  /// Takes the error that metadata tell of, where the cell itself can only say `#VALUE!`.
  void refine(int mark) {
    ErrorValue error = context.richErrors().get(mark);
    if (error != null && other instanceof ErrorValue) {
      other = error;
    }
  }

  /// Takes a text that stands in the cell itself, from the element whose start tag is the present
  /// token.
  void inline(StringItem item) {
    String text = item.read();
    other =
        new TextValue(
            item.pronunciation()
                .map(noted -> context.pronunciations().noted(text, noted))
                .orElse(text));
  }

  /// Reads the element whose start tag is the present token, up to its end tag.
  void read(XmlScanner scanner, CellTag.Kind kind) {
    if (kind == CellTag.Kind.FORMULA_TEXT || kind == CellTag.Kind.INLINE) {
      other = new TextValue(Xstring.decode(FormulaTag.text(scanner)));
      return;
    }
    if (scanner.isEmpty()) {
      return;
    }
    int depth = scanner.depth();
    boolean seen = false;
    for (var token = scanner.next(); scanner.depth() >= depth; token = scanner.next()) {
      if (token == XmlScanner.Token.TEXT && !scanner.isBlankText()) {
        if (seen) {
          throw scanner.damaged("a value in several pieces");
        }
        take(scanner, kind);
        seen = true;
      }
    }
  }

  private void take(XmlScanner scanner, CellTag.Kind kind) {
    switch (kind) {
      case NUMBER -> number(parsed(scanner), scanner);
      case SHARED -> other = new TextValue(context.strings().table().text(index(scanner), scanner));
      case LOGICAL -> other = LogicalValue.of(logical(scanner));
      case ERROR -> other = ErrorValue.find(scanner.text().strip()).orElse(ErrorValue.VALUE);
      case DATE -> number(IsoDates.serial(scanner.text(), context.date1904()), scanner);
      case FORMULA_TEXT, INLINE -> throw new IllegalStateException("read as text");
    }
  }

  /// A number, which nearly all files write in plain digits: others in CDATA or with references.
  private static double parsed(XmlScanner scanner) {
    double number = Numbers.parse(scanner.buffer(), scanner.start(), scanner.end());
    if (!Double.isNaN(number)) {
      return number;
    }
    byte[] text = Ascii.bytes(scanner.text());
    return Numbers.parse(text, 0, text.length);
  }

  private void number(double value, XmlScanner scanner) {
    if (Double.isNaN(value)) {
      throw scanner.damaged("not a number or date: " + scanner.text());
    }
    if (Double.isInfinite(value)) {
      other = ErrorValue.NUM;
      return;
    }
    numeric = true;
    number = value;
  }

  private static int index(XmlScanner scanner) {
    byte[] bytes = scanner.buffer();
    int from = scanner.start();
    int to = scanner.end();
    int index = Ascii.number(bytes, from, to);
    if (index >= 0) {
      return index;
    }
    String text = scanner.text().strip();
    return Ascii.number(Ascii.bytes(text), 0, text.length());
  }

  private static boolean logical(XmlScanner scanner) {
    return switch (scanner.text().strip().toLowerCase(Locale.ROOT)) {
      case "1", "true" -> true;
      case "0", "false" -> false;
      default -> throw scanner.damaged("neither true nor false: " + scanner.text());
    };
  }
}
