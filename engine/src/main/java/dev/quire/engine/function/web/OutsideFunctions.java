package dev.quire.engine.function.web;

import static dev.quire.engine.function.FunctionSpec.function;
import static dev.quire.engine.function.Parameters.any;
import static dev.quire.engine.function.Parameters.number;
import static dev.quire.engine.function.Parameters.text;

import dev.quire.engine.formula.Parameter;
import dev.quire.engine.function.FunctionSpec;
import dev.quire.engine.value.ErrorValue;
import java.util.ArrayList;
import java.util.List;

/// Functions that would ask other computers, programs or cubes. A server that calculates the books
/// of strangers must not be led to call anybody, so each answers as Excel does when it cannot reach
/// the other side.
public final class OutsideFunctions {
  /// All functions of this family.
  public static final List<FunctionSpec> ALL =
      List.of(
          outside("WEBSERVICE", ErrorValue.VALUE, text("url")).since(2013),
          outside(
                  "IMAGE",
                  ErrorValue.BLOCKED,
                  text("source"),
                  text("alt_text").optional(),
                  number("sizing").optional(),
                  number("height").optional(),
                  number("width").optional())
              .since(2024),
          outside(
                  "STOCKHISTORY",
                  ErrorValue.CONNECT,
                  any("stock"),
                  any("start_date"),
                  any("end_date").optional(),
                  any("interval").optional(),
                  any("headers").optional(),
                  any("property").optional().repeating())
              .since(2024),
          outside(
                  "TRANSLATE",
                  ErrorValue.CONNECT,
                  text("text"),
                  text("source_language").optional(),
                  text("target_language").optional())
              .since(2024),
          outside("DETECTLANGUAGE", ErrorValue.CONNECT, text("text")).since(2024),
          outside(
                  "COPILOT",
                  ErrorValue.CONNECT,
                  any("prompt_part"),
                  any("context").optional().repeating())
              .since(2024),
          outside(
                  "PY",
                  ErrorValue.BLOCKED,
                  any("python_code"),
                  any("return_type").optional(),
                  any("argument").optional().repeating())
              .since(2024),
          outside(
                  "IMPORTTEXT",
                  ErrorValue.CONNECT,
                  text("path"),
                  any("delimiter").optional(),
                  any("skip_rows").optional(),
                  any("take_rows").optional(),
                  any("encoding").optional(),
                  any("locale").optional())
              .since(2024),
          outside(
                  "IMPORTCSV",
                  ErrorValue.CONNECT,
                  text("path"),
                  any("skip_rows").optional(),
                  any("take_rows").optional(),
                  any("locale").optional())
              .since(2024),
          outside("FIELDVALUE", ErrorValue.FIELD, any("value"), text("field_name")).since(2024),
          outside("RTD", ErrorValue.NA, text("prog_id"), text("server"), text("topic").repeating()),
          cube("CUBEMEMBER", any("member_expression"), text("caption").optional()),
          cube("CUBEVALUE", any("member_expression").optional().repeating()),
          cube(
              "CUBESET",
              any("set_expression"),
              text("caption").optional(),
              number("sort_order").optional(),
              any("sort_by").optional()),
          cube(
              "CUBERANKEDMEMBER",
              any("set_expression"),
              number("rank"),
              text("caption").optional()),
          cube("CUBEMEMBERPROPERTY", any("member_expression"), text("property")),
          cube(
              "CUBEKPIMEMBER",
              text("kpi_name"),
              number("kpi_property"),
              text("caption").optional()),
          outside("CUBESETCOUNT", ErrorValue.NAME, any("set")));

  private OutsideFunctions() {}

  private static FunctionSpec outside(String name, ErrorValue answer, Parameter... parameters) {
    return function(name, _ -> answer).takes(parameters);
  }

  /// A function on a cube, whose connection no workbook here has (D).
  private static FunctionSpec cube(String name, Parameter... parameters) {
    var all = new ArrayList<Parameter>(List.of(parameters));
    all.addFirst(text("connection"));
    return outside(name, ErrorValue.NAME, all.toArray(Parameter[]::new));
  }
}
