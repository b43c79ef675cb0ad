package dev.quire.engine.function.text;

import static dev.quire.engine.function.FunctionSpec.function;
import static dev.quire.engine.function.Parameters.array;
import static dev.quire.engine.function.Parameters.item;
import static dev.quire.engine.function.Parameters.logical;
import static dev.quire.engine.function.Parameters.number;
import static dev.quire.engine.function.Parameters.text;

import dev.quire.engine.formula.Arguments;
import dev.quire.engine.function.FunctionSpec;
import dev.quire.engine.function.text.Delimiters.Found;
import dev.quire.engine.value.BlankValue;
import dev.quire.engine.value.ErrorValue;
import dev.quire.engine.value.Scalar;
import dev.quire.engine.value.TextValue;
import dev.quire.engine.value.Value;
import java.util.ArrayList;
import java.util.List;

/// Functions that cut a text at delimiters.
public final class CuttingFunctions {
  /// All functions of this family.
  public static final List<FunctionSpec> ALL =
      List.of(
          part("TEXTBEFORE", true),
          part("TEXTAFTER", false),
          function("TEXTSPLIT", CuttingFunctions::split)
              .yieldsArray()
              .since(2024)
              .takes(
                  text("text"),
                  array("col_delimiter").orEmpty(),
                  array("row_delimiter").optional(),
                  logical("ignore_empty").optional(),
                  number("match_mode").optional(),
                  item("pad_with").optional()));

  private CuttingFunctions() {}

  private static FunctionSpec part(String name, boolean before) {
    return function(name, a -> part(a, before))
        .since(2024)
        .takes(
            text("text"),
            array("delimiter").orEmpty(),
            number("instance_num").optional(),
            number("match_mode").optional(),
            number("match_end").optional(),
            item("if_not_found").optional());
  }

  private static Value part(Arguments a, boolean before) {
    String text = a.text(0);
    double mode = a.number(3, 0);
    double end = a.number(4, 0);
    int instance = a.has(2) ? (int) Math.floor(a.number(2)) : 1;
    if (!isSwitch(mode) || !isSwitch(end) || instance == 0) {
      return ErrorValue.VALUE;
    }
    Delimiters.Reading reading = Delimiters.of(a, 1, mode == 1);
    if (reading.fault() instanceof ErrorValue) {
      return reading.fault();
    }
    Delimiters delimiters = reading.delimiters();
    a.spend((long) text.length() * delimiters.words().size());
    // Only an instance that is written is held against the length of the text (O).
    if (a.has(2) && Math.max(Math.abs(instance), delimiters.shortest()) > text.length()) {
      return ErrorValue.VALUE;
    }
    Found found =
        instance > 0
            ? forwards(delimiters, text, instance, end == 1)
            : backwards(delimiters, text, -instance, end == 1);
    if (found.start() < 0 || found.end() > text.length()) {
      return a.has(5) ? shown(a.scalar(5)) : ErrorValue.NA;
    }
    return new TextValue(before ? text.substring(0, found.start()) : text.substring(found.end()));
  }

  /// A blank cell stands for the empty text (O).
  private static Scalar shown(Scalar value) {
    return value == BlankValue.BLANK ? TextValue.EMPTY : value;
  }

  private static boolean isSwitch(double number) {
    return number == 0 || number == 1;
  }

  /// @param atEnd whether the end of the text counts as one more delimiter
  private static Found forwards(Delimiters delimiters, String text, int instance, boolean atEnd) {
    Found found = new Found(0, 0);
    for (int seen = 0; seen < instance; seen++) {
      found = delimiters.next(text, found.end());
      if (found.end() > text.length()) {
        boolean last = atEnd && seen == instance - 1;
        return last ? new Found(text.length(), text.length()) : found;
      }
    }
    return found;
  }

  private static Found backwards(Delimiters delimiters, String text, int instance, boolean atEnd) {
    Found found = new Found(text.length(), text.length());
    for (int seen = 0; seen < instance; seen++) {
      found = delimiters.previous(text, found.start());
      if (found.start() < 0) {
        return atEnd && seen == instance - 1 ? new Found(0, 0) : found;
      }
    }
    return found;
  }

  private static Value split(Arguments a) {
    double mode = a.number(4, 0);
    boolean hasRows = a.has(2);
    boolean isNothing = a.text(0).isEmpty() && a.logical(3, false);
    if (!isSwitch(mode) || !a.has(1) && !hasRows || isNothing) {
      return ErrorValue.VALUE;
    }
    List<List<String>> rows = new ArrayList<>();
    List<String> lines = List.of(a.text(0));
    if (hasRows) {
      Delimiters.Reading reading = Delimiters.of(a, 2, mode == 1);
      if (isUnusable(reading)) {
        return fault(reading);
      }
      lines = pieces(a, reading.delimiters(), a.text(0));
    }
    if (a.has(1)) {
      Delimiters.Reading reading = Delimiters.of(a, 1, mode == 1);
      if (isUnusable(reading)) {
        return fault(reading);
      }
      lines.forEach(line -> rows.add(pieces(a, reading.delimiters(), line)));
    } else {
      lines.forEach(line -> rows.add(List.of(line)));
    }
    return padded(a, rows.stream().filter(row -> !row.isEmpty()).toList());
  }

  private static boolean isUnusable(Delimiters.Reading reading) {
    return reading.fault() instanceof ErrorValue || reading.delimiters().shortest() == 0;
  }

  private static Scalar fault(Delimiters.Reading reading) {
    return reading.fault() instanceof ErrorValue error ? error : ErrorValue.VALUE;
  }

  private static List<String> pieces(Arguments a, Delimiters delimiters, String text) {
    a.spend((long) text.length() * delimiters.words().size());
    boolean ignoresEmpty = a.logical(3, false);
    var pieces = new ArrayList<String>();
    for (int from = 0; from <= text.length(); ) {
      Found found = delimiters.next(text, from);
      String piece = text.substring(from, Math.min(found.start(), text.length()));
      if (!ignoresEmpty || !piece.isEmpty()) {
        pieces.add(piece);
      }
      from = found.end();
    }
    return pieces;
  }

  private static Value padded(Arguments a, List<List<String>> rows) {
    int columns = rows.stream().mapToInt(List::size).max().orElse(0);
    Scalar pad = a.has(5) ? a.scalar(5) : ErrorValue.NA;
    return a.array(
        rows.size(),
        columns,
        (row, column) ->
            column < rows.get(row).size() ? new TextValue(rows.get(row).get(column)) : pad);
  }
}
