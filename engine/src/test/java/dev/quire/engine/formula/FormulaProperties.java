package dev.quire.engine.formula;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

final class FormulaProperties {
  private static final FormulaSite SITE = new FormulaSite(0, 40, 30);

  @Property(tries = 2000)
  void printingAndParsingIsIdentityInBothNotations(@ForAll("formulas") String text)
      throws FormulaSyntaxException {
    var bindings = new OpenBindings();
    Expression tree = FormulaParser.parse(text, SITE, Notation.A1, bindings);
    for (Notation notation : Notation.values()) {
      String printed = FormulaPrinter.print(tree, SITE, notation, bindings);
      assertEquals(tree, FormulaParser.parse(printed, SITE, notation, bindings), printed);
    }
    String file = FormulaPrinter.printForFile(tree, SITE, bindings);
    assertEquals(tree, FormulaParser.parse(file, SITE, Notation.A1, bindings), file);
  }

  @Property(tries = 5000)
  void anyTextIsReadOrRefused(@ForAll("soups") String text) {
    var bindings = new OpenBindings();
    for (Notation notation : Notation.values()) {
      try {
        Expression tree = FormulaParser.parse(text, SITE, notation, bindings);
        String printed = FormulaPrinter.print(tree, SITE, notation, bindings);
        assertEquals(
            tree.bare(), FormulaParser.parse(printed, SITE, notation, bindings).bare(), text);
      } catch (FormulaSyntaxException e) {
        assertEquals(true, e.position() <= text.length(), text);
      }
    }
  }

  @Provide
  Arbitrary<String> soups() {
    return Arbitraries.of(
            "A1",
            "$B$2",
            "SUM(",
            ")",
            "(",
            ",",
            " ",
            "+",
            "-",
            "%",
            "#",
            "@",
            ":",
            "!",
            "'",
            "[",
            "]",
            "{",
            "}",
            ";",
            "\"",
            "1",
            ".5",
            "E5",
            "Sheet1",
            "#REF!",
            "TRUE",
            "R[1]C",
            "x",
            "^",
            "=",
            "<>",
            "LET(",
            "_xlfn.",
            "é",
            "\\",
            "&",
            "LAMBDA(",
            "_xlpm.x",
            ".:.",
            "_xleta.SUM",
            "_xlfn._TRO_ALL(",
            "\uD83D\uDE00")
        .list()
        .ofMaxSize(12)
        .map(pieces -> String.join("", pieces));
  }

  @Provide
  Arbitrary<String> formulas() {
    return expression(3);
  }

  private Arbitrary<String> expression(int depth) {
    Arbitrary<String> leaf = Arbitraries.oneOf(references(), constants());
    if (depth == 0) {
      return leaf;
    }
    Arbitrary<String> inner = expression(depth - 1);
    return Arbitraries.oneOf(
        leaf,
        Combinators.combine(inner, operators(), inner).as((a, op, b) -> a + op + b),
        inner.map(a -> "(" + a + ")"),
        inner.map(a -> "-" + a),
        inner.map(a -> "(" + a + ")%"),
        references().map(a -> "@" + a),
        inner.map(a -> "LET(v," + a + ",v+1)"),
        inner.map(a -> "LAMBDA(p,[q],p*" + a + ")(1)"),
        inner.map(a -> "BYROW(" + a + ",SUM)"),
        inner.map(a -> "LET(f,LAMBDA(x,x+" + a + "),f(2)+f( 3 ))"),
        Combinators.combine(
                Arbitraries.of("SUM", "IF", "XLOOKUP", "myMacro"), inner.list().ofMaxSize(3))
            .as((name, arguments) -> name + "(" + String.join(",", arguments) + ")"));
  }

  private static Arbitrary<String> operators() {
    return Arbitraries.of(List.of("+", " - ", "*", "/", "^", "&", "=", "<>", " <= "));
  }

  private static Arbitrary<String> constants() {
    return Arbitraries.oneOf(
        Arbitraries.doubles().between(0, 1e18).map(Literals::print),
        Arbitraries.of(
            "TRUE", "#N/A", "\"a \"\"b\"", "{1,2;-3,\"x\"}", "name", "Tbl[[a b]:[c'']]"));
  }

  private static Arbitrary<String> references() {
    Arbitrary<String> cell =
        Combinators.combine(
                Arbitraries.of("", "$"),
                Arbitraries.of("A", "Z", "AA", "XFD"),
                Arbitraries.of("", "$"),
                Arbitraries.integers().between(1, 1_048_576))
            .as((a, column, b, row) -> a + column + b + row);
    Arbitrary<String> area =
        Arbitraries.oneOf(
            cell,
            Combinators.combine(cell, cell).as((a, b) -> a + ":" + b),
            Combinators.combine(cell, Arbitraries.of(".:.", ":.", ".:"), cell)
                .as((a, colon, b) -> a + colon + b),
            Arbitraries.of("A:$C", "2:$9", "$B:$B", "A.:.A", "$2:.3"));
    return Combinators.combine(Arbitraries.of("", "Sheet1!", "'a b'!", "S1:S3!", "[2]S!"), area)
        .as((sheet, cells) -> sheet + cells);
  }
}
