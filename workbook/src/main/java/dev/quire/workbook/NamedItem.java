package dev.quire.workbook;

import dev.quire.engine.formula.Template;
import java.util.Optional;
import java.util.OptionalInt;

/// A defined name.
///
/// @param name the name, unique in its scope without regard to case
/// @param sheet key of the sheet that alone sees it, nothing when the whole workbook does
/// @param formula what it stands for; relative references are kept as seen from cell A1. Empty when
///   the file holds a text there that is no formula
/// @param text the formula as it was written, without `=`
/// @param comment a remark
/// @param visible whether a person sees it in the list of names
public record NamedItem(
    String name,
    OptionalInt sheet,
    Optional<Template> formula,
    String text,
    Optional<String> comment,
    boolean visible) {
  NamedItem meaning(Template newFormula) {
    return new NamedItem(name, sheet, Optional.of(newFormula), text, comment, visible);
  }
}
