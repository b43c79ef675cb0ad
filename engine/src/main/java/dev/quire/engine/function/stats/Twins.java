package dev.quire.engine.function.stats;

import static dev.quire.engine.function.FunctionSpec.function;

import dev.quire.engine.formula.Parameter;
import dev.quire.engine.function.FunctionSpec;
import dev.quire.engine.function.FunctionSpec.Body;
import java.util.List;
import java.util.stream.Stream;

/// Tables of functions that Excel 2010 gave new names; the old ones stay for compatibility.
final class Twins {
  private Twins() {}

  /// A function under the name of 2010 and the old one.
  static Stream<FunctionSpec> twins(String modern, String old, Body body, Parameter... parameters) {
    return Stream.of(
        function(modern, body).takes(parameters).since(2010),
        function(old, body).takes(parameters));
  }

  /// A function under the name of 2010 alone.
  static Stream<FunctionSpec> modern(String name, Body body, Parameter... parameters) {
    return Stream.of(function(name, body).takes(parameters).since(2010));
  }

  /// A function that always had one name.
  static Stream<FunctionSpec> plain(String name, Body body, Parameter... parameters) {
    return Stream.of(function(name, body).takes(parameters));
  }

  @SafeVarargs
  static List<FunctionSpec> table(Stream<FunctionSpec>... rows) {
    return Stream.of(rows).flatMap(row -> row).toList();
  }
}
