package dev.quire.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.quire.engine.formula.EvaluationMode;
import dev.quire.engine.formula.Expression;
import dev.quire.engine.formula.Matrix;
import dev.quire.engine.formula.Ordering;
import dev.quire.engine.formula.Parameter;
import dev.quire.engine.formula.Template;
import dev.quire.engine.function.FunctionSpec;
import dev.quire.engine.ref.A1;
import dev.quire.engine.value.ErrorValue;
import dev.quire.engine.value.NumberValue;
import dev.quire.engine.value.Scalar;
import dev.quire.engine.value.Value;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// Holds every function to its case file: `cases/functions/NAME.tsv` with formula, expected value
/// and mark, evaluated in cell H20 of the sheet in `cases/workspace.tsv`.
final class CatalogueTest {
  private static final String HOST = "H20";

  @Test
  void namesAreUnique() {
    List<String> names = Catalogue.all().stream().map(FunctionSpec::name).toList();
    assertEquals(names.stream().distinct().toList(), names);
  }

  @Test
  void namesAreReadInAnyCaseAndWithThePrefixOfFiles() {
    MapWorkspace workspace = workspace();
    for (FunctionSpec spec : Catalogue.all()) {
      String written = spec.name().toLowerCase(Locale.ROOT) + "()";
      for (String prefix : List.of("", "_xlfn.")) {
        assertEquals(
            new Expression.Call(spec.name(), List.of()), workspace.parse(prefix + written, HOST));
      }
    }
  }

  @Test
  void repeatingParametersStandAtTheEnd() {
    for (FunctionSpec spec : Catalogue.all()) {
      List<Boolean> repeats = spec.parameters().stream().map(Parameter::repeats).toList();
      assertEquals(repeats.stream().sorted().toList(), repeats, spec.name());
    }
  }

  @TestFactory
  Stream<DynamicTest> everyFunctionYieldsWhatItsCasesSay() {
    MapWorkspace workspace = workspace();
    return Catalogue.all().stream()
        .flatMap(spec -> lines("functions/" + spec.name() + ".tsv").stream())
        .map(fields ->
            DynamicTest.dynamicTest(
                fields[0], () -> check(workspace, fields[0], fields[1], fields[2])));
  }

  @Test
  void everyFunctionSurvivesArgumentsOfAllKinds() {
    MapWorkspace workspace = workspace();
    List<String> arguments =
        List.of("A7", "\"x\"", "-1", "A1:A9", "{1,2;3,4}", "", "(A1,B1)", "1E300", "A6", "TRUE");
    for (FunctionSpec spec : Catalogue.all()) {
      for (String argument : arguments) {
        for (int count = 0; count <= Math.min(spec.parameters().size() + 1, 4); count++) {
          String list = String.join(",", Collections.nCopies(count, argument));
          workspace.evaluate(spec.name() + "(" + list + ")", HOST);
        }
      }
    }
  }

  private static void check(MapWorkspace workspace, String formula, String expected, String mark) {
    assertTrue(List.of("D", "O", "?").contains(mark), "mark " + mark);
    Template template = workspace.template(formula, HOST, EvaluationMode.DYNAMIC);
    assertTrue(template.unsupported().isEmpty(), () -> "unsupported " + template.unsupported());
    Value wanted = workspace.evaluate(expected, HOST);
    Value found = workspace.evaluate(formula, HOST);
    assertTrue(
        same(wanted, found, workspace), () -> formula + ": " + expected + " but was " + found);
  }

  private static boolean same(Value wanted, Value found, MapWorkspace workspace) {
    Matrix a = Matrix.of(wanted, workspace);
    Matrix b = Matrix.of(found, workspace);
    boolean equal = a.rows() == b.rows() && a.columns() == b.columns();
    for (int i = 0; equal && i < a.size(); i++) {
      equal = same(a.at(i), Template.shown(b.at(i)));
    }
    return equal && wanted instanceof ErrorValue == found instanceof ErrorValue;
  }

  private static boolean same(Scalar wanted, Scalar found) {
    return wanted instanceof NumberValue(double w) && found instanceof NumberValue(double f)
        ? Ordering.equalIn15Digits(w, f) || Math.abs(w - f) <= 1e-13 * Math.abs(w)
        : wanted.equals(found);
  }

  private static MapWorkspace workspace() {
    var workspace = new MapWorkspace("Sheet1");
    for (String[] fields : lines("workspace.tsv")) {
      Expression literal = workspace.parse(fields[1], HOST);
      workspace.with(A1.parse(fields[0]).orElseThrow().toString(), constant(literal));
    }
    return workspace;
  }

  private static Scalar constant(Expression expression) {
    return switch (expression) {
      case Expression.Literal literal -> literal.value();
      case Expression other -> throw new AssertionError("no constant: " + other);
    };
  }

  private static List<String[]> lines(String file) {
    var lines = new ArrayList<String[]>();
    try (InputStream in = CatalogueTest.class.getResourceAsStream("cases/" + file)) {
      if (in == null) {
        throw new AssertionError("no case file " + file);
      }
      new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .map(line -> line.split("\t", -1))
          .forEach(lines::add);
    } catch (IOException e) {
      throw new AssertionError(file, e);
    }
    assertTrue(!lines.isEmpty(), file);
    return lines;
  }
}
