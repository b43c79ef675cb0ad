package dev.quire.engine.formula;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/// A workbook that has every sheet it is asked for, to read formulas without their files.
final class OpenBindings implements Bindings {
  private final List<String> names = new ArrayList<>();

  @Override
  public OptionalInt sheetKey(String name) {
    if (name.indexOf(':') >= 0) {
      return OptionalInt.empty();
    }
    OptionalInt known =
        IntStream.range(0, names.size()).filter(key -> names.get(key).equals(name)).findFirst();
    if (known.isEmpty()) {
      names.add(name);
      return OptionalInt.of(names.size() - 1);
    }
    return known;
  }

  @Override
  public Optional<String> sheetName(int sheet) {
    return sheet < names.size() ? Optional.of(names.get(sheet)) : Optional.empty();
  }

  @Override
  public List<Integer> externalSheets(String text) {
    return List.of();
  }

  @Override
  public List<Integer> sheetsBetween(int first, int last) {
    return List.of(first, last);
  }

  @Override
  public boolean definesName(int sheet, String name) {
    return false;
  }

  @Override
  public Optional<TableShape> table(String name) {
    return Optional.empty();
  }

  @Override
  public Optional<TableShape> tableAt(int sheet, int row, int column) {
    return Optional.empty();
  }
}
