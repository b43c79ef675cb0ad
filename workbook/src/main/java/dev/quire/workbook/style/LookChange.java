package dev.quire.workbook.style;

import java.util.Optional;

/// A change to how cells look, one property at a time.
public sealed interface LookChange {
  /// Another font family.
  record FontName(String name) implements LookChange {}

  /// Another size.
  ///
  /// @param points 1 to 409
  record FontSize(double points) implements LookChange {}

  /// Bold or not.
  record Bold(boolean bold) implements LookChange {}

  /// Italic or not.
  record Italic(boolean italic) implements LookChange {}

  /// Underlined or not.
  record Underlined(Underline underline) implements LookChange {}

  /// Another colour of the text.
  record FontColor(Color color) implements LookChange {}

  /// Another background, or none.
  record Filled(Optional<Color> color) implements LookChange {}

  /// Another place from left to right.
  record Horizontal(HorizontalAlignment alignment) implements LookChange {}

  /// Another place from top to bottom.
  record Vertical(VerticalAlignment alignment) implements LookChange {}

  /// Whether text wraps.
  record Wrapped(boolean wraps) implements LookChange {}

  /// Whether a protected sheet keeps the cell from being changed.
  record Locked(boolean locked) implements LookChange {}

  /// Whether a protected sheet hides the formula.
  record FormulaHidden(boolean hidden) implements LookChange {}

  /// The look after the change.
  default Look applyTo(Look look) {
    Font font = look.font();
    Alignment alignment = look.alignment();
    Protection protection = look.protection();
    return switch (this) {
      case FontName(String name) -> with(look, font.withName(name));
      case FontSize(double points) -> with(look, font.withSize(points));
      case Bold(boolean bold) -> with(look, font.withBold(bold));
      case Italic(boolean italic) -> with(look, font.withItalic(italic));
      case Underlined(Underline underline) -> with(look, font.withUnderline(underline));
      case FontColor(Color color) -> with(look, font.withColor(color));
      case Filled(Optional<Color> color) ->
          new Look(font, color, look.borders(), alignment, protection);
      case Horizontal(HorizontalAlignment horizontal) ->
          with(look, new Alignment(horizontal, alignment.vertical(), alignment.wraps()));
      case Vertical(VerticalAlignment vertical) ->
          with(look, new Alignment(alignment.horizontal(), vertical, alignment.wraps()));
      case Wrapped(boolean wraps) ->
          with(look, new Alignment(alignment.horizontal(), alignment.vertical(), wraps));
      case Locked(boolean locked) -> with(look, new Protection(locked, protection.formulaHidden()));
      case FormulaHidden(boolean hidden) -> with(look, new Protection(protection.locked(), hidden));
    };
  }

  private static Look with(Look look, Font font) {
    return new Look(font, look.fill(), look.borders(), look.alignment(), look.protection());
  }

  private static Look with(Look look, Alignment alignment) {
    return new Look(look.font(), look.fill(), look.borders(), alignment, look.protection());
  }

  private static Look with(Look look, Protection protection) {
    return new Look(look.font(), look.fill(), look.borders(), look.alignment(), protection);
  }
}
