package dev.quire.engine.function.engineering;

import java.util.Optional;

/// The letter behind the imaginary part of a complex number. A real number has none.
enum ImaginaryUnit {
  NONE("i"),
  I("i"),
  J("j");

  private final String letter;

  ImaginaryUnit(String letter) {
    this.letter = letter;
  }

  String letter() {
    return letter;
  }

  /// The unit of a result of two numbers; empty when one is written with `i` and one with `j`.
  Optional<ImaginaryUnit> with(ImaginaryUnit other) {
    if (this == NONE || this == other) {
      return Optional.of(other);
    }
    return other == NONE ? Optional.of(this) : Optional.empty();
  }

  /// The unit written at the end of a text, [#NONE] for none.
  static ImaginaryUnit endOf(String text) {
    return text.endsWith("i") ? I : text.endsWith("j") ? J : NONE;
  }
}
