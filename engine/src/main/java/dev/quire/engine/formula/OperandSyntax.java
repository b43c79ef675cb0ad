package dev.quire.engine.formula;

import dev.quire.engine.formula.CellSyntax.Corner;
import dev.quire.engine.formula.Expression.CellReference;
import dev.quire.engine.formula.Expression.Literal;
import dev.quire.engine.formula.Expression.LostReference;
import dev.quire.engine.formula.Expression.Name;
import dev.quire.engine.value.ErrorValue;
import dev.quire.engine.value.LogicalValue;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/// Reads what stands between operators: literals, references, names, and the opening of a function.
final class OperandSyntax {
  /// How files write the workbook itself before its sheets.
  private static final String ITSELF = "[0]";

  /// What was found.
  sealed interface Operand {}

  /// An operand that is complete.
  record Whole(Expression expression) implements Operand {}

  /// A function's name and its opening parenthesis.
  record Opened(String function) implements Operand {}

  private final Cursor cursor;
  private final String text;
  private final FormulaSite site;
  private final Bindings bindings;
  private final CellSyntax cells;
  private final LiteralSyntax literals;
  private final TableSyntax tables;

  OperandSyntax(Cursor cursor, FormulaSite site, Notation notation, Bindings bindings) {
    this.cursor = cursor;
    this.text = cursor.text();
    this.site = site;
    this.bindings = bindings;
    this.cells = new CellSyntax(text, site, notation);
    this.literals = new LiteralSyntax(cursor);
    this.tables = new TableSyntax(cursor);
  }

  /// Whether a reference may start here, so that the blank before it is an intersection.
  boolean startsReference() {
    char c = cursor.peek();
    return Words.starts(c) || Words.isDigit(c) || "$'[(#".indexOf(c) >= 0 && c != '\0';
  }

  Operand read() throws FormulaSyntaxException {
    char c = cursor.peek();
    if (c == '"') {
      return new Whole(literals.text());
    }
    if (c == '{') {
      return new Whole(literals.array());
    }
    if (c == '#') {
      return new Whole(error());
    }
    if (c == '\'') {
      return quotedOperand();
    }
    if (c == '[') {
      int end = externalEnd();
      return end < 0
          ? new Whole(tables.read(enclosingTable()))
          : qualified(sheets(text.substring(cursor.at(), end)), end);
    }
    return Words.starts(c) || c == '$' || Words.isDigit(c) || c == '.' ? word() : missing();
  }

  private Operand missing() throws FormulaSyntaxException {
    throw cursor.fault(cursor.atEnd() ? "formula ends too early" : "unexpected " + cursor.peek());
  }

  private Operand word() throws FormulaSyntaxException {
    Optional<Operand> qualified = sheetsHere();
    if (qualified.isPresent()) {
      return qualified.get();
    }
    return unqualified(Sheets.HERE);
  }

  /// `Sheet1!…` or `Sheet1:Sheet3!…` without quotes.
  private Optional<Operand> sheetsHere() throws FormulaSyntaxException {
    int end = sheetWordEnd(cursor.at());
    if (end > cursor.at() && charAt(end) == '!') {
      return Optional.of(qualified(sheets(text.substring(cursor.at(), end)), end));
    }
    if (end == cursor.at() || charAt(end) != ':') {
      return Optional.empty();
    }
    int second = sheetWordEnd(end + 1);
    boolean isSpan =
        second > end + 1
            && charAt(second) == '!'
            && (cells.cornerAt(cursor.at()) == null || areSheets(cursor.at(), end, second));
    return isSpan
        ? Optional.of(qualified(sheets(text.substring(cursor.at(), second)), second))
        : Optional.empty();
  }

  /// Sheets may be called `Jan` and `Feb`, which could be columns.
  private boolean areSheets(int from, int colon, int to) {
    return bindings.sheetKey(text.substring(from, colon)).isPresent()
        && bindings.sheetKey(text.substring(colon + 1, to)).isPresent();
  }

  private int sheetWordEnd(int from) {
    int at = from;
    while (at < text.length() && Words.continues(text.charAt(at))) {
      at++;
    }
    return at;
  }

  private Operand qualified(Sheets sheets, int end) throws FormulaSyntaxException {
    cursor.moveTo(end);
    return qualified(sheets);
  }

  private Operand qualified(Sheets sheets) throws FormulaSyntaxException {
    cursor.skip('!');
    return cursor.peek() == '#' ? new Whole(lost(sheets)) : unqualified(sheets);
  }

  private Expression lost(Sheets sheets) throws FormulaSyntaxException {
    Literal literal = literals.error();
    if (literal.value() != ErrorValue.REF) {
      throw cursor.fault("expected a reference");
    }
    return new LostReference(sheets);
  }

  /// `#N/A`; `#REF!A1` is a reference to a sheet that is gone.
  private Expression error() throws FormulaSyntaxException {
    int from = cursor.at();
    Literal literal = literals.error();
    boolean isSheet =
        literal.value() == ErrorValue.REF
            && (Words.starts(cursor.peek()) || cursor.peek() == '$' || cursor.looksAt("#REF!"));
    if (!isSheet) {
      return literal;
    }
    cursor.untoken(from + ErrorValue.REF.word().length());
    if (cursor.peek() == '#') {
      return lost(new Sheets.Gone());
    }
    Operand operand = unqualified(new Sheets.Gone());
    if (operand instanceof Whole whole) {
      return whole.expression();
    }
    throw cursor.fault("expected a reference");
  }

  /// A reference, number, name or function that stands behind its sheets.
  private Operand unqualified(Sheets sheets) throws FormulaSyntaxException {
    Corner corner = cells.cornerAt(cursor.at());
    if (corner != null && charAt(corner.end()) != '(') {
      Optional<Expression> reference = reference(sheets, corner);
      if (reference.isPresent()) {
        return new Whole(reference.get());
      }
    }
    if (sheets == Sheets.HERE && (Words.isDigit(cursor.peek()) || cursor.peek() == '.')) {
      return new Whole(literals.number());
    }
    if (sheets instanceof Sheets.External && cursor.peek() == '\'') {
      return new Whole(quotedItem(sheets));
    }
    int end = Words.end(text, cursor.at());
    if (end == cursor.at()) {
      throw cursor.fault("expected a reference");
    }
    return named(sheets, end);
  }

  private Optional<Expression> reference(Sheets sheets, Corner first) {
    TrimSide trim = cells.trimSideAt(first.end());
    Corner second = secondCorner(sheets, first, trim == null ? ":" : trim.sign());
    if (second != null) {
      cursor.token(second.end());
      CellReference range = References.between(sheets, first, second, site);
      return Optional.of(trim == null ? range : new Expression.Trimmed(range, trim));
    }
    if (first.isCell()) {
      cursor.token(first.end());
      return Optional.of(References.cell(sheets, first));
    }
    if (cells.standsAlone(first)) {
      cursor.token(first.end());
      return Optional.of(References.between(sheets, first, first, site));
    }
    return Optional.empty();
  }

  /// The corner behind a colon, if it is of the same kind and no function. Its sheet may be written
  /// again.
  private @Nullable Corner secondCorner(Sheets sheets, Corner first, String colon) {
    if (!text.startsWith(colon, first.end())) {
      return null;
    }
    int at = first.end() + colon.length();
    int sheetEnd = sheetWordEnd(at);
    if (sheetEnd > at && charAt(sheetEnd) == '!') {
      if (!sheets(text.substring(at, sheetEnd)).equals(sheets)) {
        return null;
      }
      at = sheetEnd + 1;
    }
    Corner second = cells.cornerAt(at);
    boolean fits =
        second != null
            && (first.row() == null) == (second.row() == null)
            && (first.column() == null) == (second.column() == null)
            && charAt(second.end()) != '('
            && charAt(second.end()) != '!';
    return fits ? second : null;
  }

  private Operand named(Sheets sheets, int end) throws FormulaSyntaxException {
    String word = text.substring(cursor.at(), end);
    int opening = openingAfter(end);
    boolean ofOtherSheet = sheets != Sheets.HERE && !(sheets instanceof Sheets.External);
    if (opening >= 0 && !ofOtherSheet) {
      String prefix = text.substring(wordStart(sheets), cursor.at());
      cursor.token(opening + 1);
      return new Opened(prefix.isEmpty() ? FileNames.bare(word) : prefix + word);
    }
    if (sheets == Sheets.HERE && charAt(end) == '[') {
      cursor.moveTo(end);
      return new Whole(tables.read(word));
    }
    String name = isBesideColon(end) ? word : unmarked(word);
    cursor.token(end);
    return new Whole(sheets == Sheets.HERE ? plain(name) : new Name(sheets, word));
  }

  /// There the bare name of a function would read as a column: `x:SUM`.
  private boolean isBesideColon(int end) {
    return charAt(end) == ':' || cursor.at() > 0 && charAt(cursor.at() - 1) == ':';
  }

  /// Where a word with its sheets starts; functions of other workbooks keep that text.
  private int wordStart(Sheets sheets) {
    return sheets instanceof Sheets.External external
        ? cursor.at() - external.text().length() - 1
        : cursor.at();
  }

  private static Expression plain(String word) {
    return switch (word.toUpperCase(Locale.ROOT)) {
      case "TRUE" -> new Literal(LogicalValue.TRUE);
      case "FALSE" -> new Literal(LogicalValue.FALSE);
      default -> new Name(Sheets.HERE, word);
    };
  }

  private static String unmarked(String word) {
    return word.startsWith("_") ? FileNames.unmarked(word) : word;
  }

  /// The parenthesis behind a word; people may leave blanks before it.
  private int openingAfter(int end) {
    int at = end;
    while (Words.isBlank(charAt(at))) {
      at++;
    }
    return charAt(at) == '(' ? at : -1;
  }

  private String enclosingTable() {
    return bindings
        .tableAt(site.sheet(), site.row(), site.column())
        .map(TableShape::name)
        .orElse("");
  }

  /// The index of the `!` when the bracket here opens a workbook's name, otherwise -1.
  private int externalEnd() {
    int close = text.indexOf(']', cursor.at());
    if (close < 0) {
      return -1;
    }
    int end = sheetWordEnd(close + 1);
    if (charAt(end) == ':') {
      end = sheetWordEnd(end + 1);
    }
    return charAt(end) == '!' ? end : -1;
  }

  /// `'My sheet'!…` or `'First:Last'!…`. In `'First':'Last'!A1` Excel takes the first piece for a
  /// name, which nobody can define (O).
  private Operand quotedOperand() throws FormulaSyntaxException {
    int from = cursor.at();
    String name = quoted();
    if (!cursor.looksAt(":'")) {
      return qualified(sheets(name));
    }
    cursor.token(cursor.at());
    return new Whole(new Name(Sheets.HERE, text.substring(from, cursor.at())));
  }

  private String quoted() throws FormulaSyntaxException {
    var name = new StringBuilder();
    cursor.skip('\'');
    while (cursor.peek() != '\'' || cursor.peek(1) == '\'') {
      if (cursor.atEnd()) {
        throw cursor.fault("sheet name without closing quote");
      }
      char c = cursor.peek();
      name.append(c);
      cursor.moveTo(cursor.at() + (c == '\'' ? 2 : 1));
    }
    cursor.skip('\'');
    return name.toString();
  }

  /// `[1]!'item of a link'`; the quotes belong to the name.
  private Expression quotedItem(Sheets sheets) throws FormulaSyntaxException {
    int from = cursor.at();
    quoted();
    cursor.token(cursor.at());
    return new Name(sheets, text.substring(from, cursor.at()));
  }

  private Sheets sheets(String name) {
    if (name.startsWith(ITSELF) && name.length() > ITSELF.length()) {
      return sheets(name.substring(ITSELF.length()));
    }
    if (name.indexOf('[') >= 0) {
      return new Sheets.External(name);
    }
    OptionalInt one = bindings.sheetKey(name);
    if (one.isPresent()) {
      return new Sheets.One(one.getAsInt());
    }
    int colon = name.indexOf(':');
    if (colon > 0) {
      OptionalInt first = bindings.sheetKey(name.substring(0, colon));
      OptionalInt last = bindings.sheetKey(name.substring(colon + 1));
      if (first.isPresent() && last.isPresent()) {
        return new Sheets.Span(first.getAsInt(), last.getAsInt());
      }
    }
    return new Sheets.Unknown(name);
  }

  private char charAt(int index) {
    return index < text.length() ? text.charAt(index) : '\0';
  }
}
