package dev.quire.engine.formula;

/// Gives the template of a formula; for equal formulas the same one.
@FunctionalInterface
public interface Templates {
  /// The template that computes a formula.
  Template of(Expression expression, EvaluationMode mode);
}
