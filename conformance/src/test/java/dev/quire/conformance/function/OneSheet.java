package dev.quire.conformance.function;

import dev.quire.engine.formula.Bindings;
import dev.quire.engine.formula.TableShape;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// Names as a formula of a book with the sheet `Sheet1` sees them.
final class OneSheet implements Bindings {
  static final String NAME = "Sheet1";

  @Override
  public OptionalInt sheetKey(String name) {
    return name.equalsIgnoreCase(NAME) ? OptionalInt.of(0) : OptionalInt.empty();
  }

  @Override
  public Optional<String> sheetName(int sheet) {
    return Optional.of(NAME);
  }

  @Override
  public List<Integer> externalSheets(String text) {
    return List.of();
  }

  @Override
  public List<Integer> sheetsBetween(int first, int last) {
    return List.of();
  }

  @Override
  public Optional<TableShape> table(String name) {
    return Optional.empty();
  }

  @Override
  public Optional<TableShape> tableAt(int sheet, int row, int column) {
    return Optional.empty();
  }

  @Override
  public boolean definesName(int sheet, String name) {
    return false;
  }
}
