package dev.quire.engine.formula;

/// A function of one or two plain numbers, called without boxes.
@FunctionalInterface
public interface NumberCall {
  /// The result; NaN or an infinity asks for the ordinary call, which knows the error.
  ///
  /// @param second 0 when there is none
  double of(double first, double second);
}
