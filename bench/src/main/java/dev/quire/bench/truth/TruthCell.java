package dev.quire.bench.truth;

import java.util.List;

/// A formula cell with the result that Excel stored for it.
///
/// @param file below the folder of workbooks
/// @param cell in A1 spelling
/// @param formula as the file has it, without `=`
/// @param expected what Excel stored
/// @param functions the functions in the formula; names that Excel does not have begin with `?`
/// @param shape the same for all cells that a formula was filled to
record TruthCell(
    String file,
    String sheet,
    String cell,
    String formula,
    Result expected,
    List<String> functions,
    String shape) {
  /// Whether the formula uses a function.
  boolean uses(String function) {
    return functions.contains(function);
  }
}
