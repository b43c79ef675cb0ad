package dev.quire.engine.function.engineering;

/// A polynomial with the constant term first.
record Polynomial(double... coefficients) {
  double at(double x) {
    double sum = 0;
    for (int i = coefficients.length - 1; i >= 0; i--) {
      sum = sum * x + coefficients[i];
    }
    return sum;
  }
}
