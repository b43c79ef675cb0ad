package dev.quire.engine.function.engineering;

import dev.quire.engine.function.math.Angles;

/// A complex number. The formulas are the textbook's, as those of Excel are, so that the last
/// digits of a result fall as Excel shows them.
record ComplexNumber(double real, double imaginary) {
  static final ComplexNumber ONE = new ComplexNumber(1, 0);
  private static final ComplexNumber ZERO = new ComplexNumber(0, 0);

  /// Real parts from here on have hyperbolic sines and cosines beyond all numbers.
  private static final double ENDLESS = 710.5;

  /// With the π of a double, unlike [#sin] and its kin: workbooks of Excel have
  /// 6.1232339957367697E-17 for the real part of IMSQRT("-1"), although Excel 16 for Windows was
  /// also seen to give 6.1257422745431E-17 (O).
  static ComplexNumber polar(double modulus, double argument) {
    return new ComplexNumber(modulus * Math.cos(argument), modulus * Math.sin(argument));
  }

  boolean isZero() {
    return real == 0 && imaginary == 0;
  }

  boolean isFinite() {
    return Double.isFinite(real) && Double.isFinite(imaginary);
  }

  double modulus() {
    return Math.hypot(real, imaginary);
  }

  /// The modulus as it is in powers and logarithms (observed): squares beyond the numbers make it
  /// endless and those below them 0, but not on an axis.
  private double size() {
    return real == 0 || imaginary == 0 ? modulus() : rootOfSquares();
  }

  private double rootOfSquares() {
    return Math.sqrt(real * real + imaginary * imaginary);
  }

  /// The angle in radians, above -π up to π.
  double argument() {
    return Math.atan2(imaginary, real);
  }

  ComplexNumber conjugate() {
    return new ComplexNumber(real, -imaginary);
  }

  ComplexNumber plus(ComplexNumber other) {
    return new ComplexNumber(real + other.real, imaginary + other.imaginary);
  }

  ComplexNumber minus(ComplexNumber other) {
    return new ComplexNumber(real - other.real, imaginary - other.imaginary);
  }

  ComplexNumber times(ComplexNumber other) {
    return new ComplexNumber(
        real * other.real - imaginary * other.imaginary,
        real * other.imaginary + imaginary * other.real);
  }

  /// Not finite for a divisor of 0. Smith, Algorithm 116: no overflow in between, and the noise in
  /// the last digits is Excel's.
  ComplexNumber over(ComplexNumber other) {
    if (Math.abs(other.real) >= Math.abs(other.imaginary)) {
      double ratio = other.imaginary / other.real;
      double divisor = other.real + other.imaginary * ratio;
      return new ComplexNumber(
          (real + imaginary * ratio) / divisor, (imaginary - real * ratio) / divisor);
    }
    double ratio = other.real / other.imaginary;
    double divisor = other.imaginary + other.real * ratio;
    return new ComplexNumber(
        (real * ratio + imaginary) / divisor, (imaginary * ratio - real) / divisor);
  }

  ComplexNumber scaled(double factor) {
    return new ComplexNumber(real * factor, imaginary * factor);
  }

  ComplexNumber exp() {
    return polar(Math.exp(real), imaginary);
  }

  ComplexNumber ln() {
    return new ComplexNumber(Math.log(size()), argument());
  }

  ComplexNumber sqrt() {
    return polar(Math.sqrt(rootOfSquares()), argument() / 2);
  }

  ComplexNumber power(double exponent) {
    return isZero()
        ? new ComplexNumber(exponent > 0 ? 0 : Double.NaN, 0)
        : polar(Math.pow(size(), exponent), argument() * exponent);
  }

  ComplexNumber sin() {
    return new ComplexNumber(
        Angles.sin(real) * Math.cosh(imaginary), Angles.cos(real) * Math.sinh(imaginary));
  }

  ComplexNumber cos() {
    return new ComplexNumber(
        Angles.cos(real) * Math.cosh(imaginary), -Angles.sin(real) * Math.sinh(imaginary));
  }

  ComplexNumber sinh() {
    return new ComplexNumber(
        Math.sinh(real) * Angles.cos(imaginary), Math.cosh(real) * Angles.sin(imaginary));
  }

  ComplexNumber cosh() {
    return new ComplexNumber(
        Math.cosh(real) * Angles.cos(imaginary), Math.sinh(real) * Angles.sin(imaginary));
  }

  /// 0 where the cosine is beyond all numbers (observed), as [#csch].
  ComplexNumber sech() {
    return Math.abs(real) > ENDLESS ? ZERO : ONE.over(cosh());
  }

  ComplexNumber csch() {
    return Math.abs(real) > ENDLESS ? ZERO : ONE.over(sinh());
  }

  /// Not the quotient of sine and cosine, which loses digits: `sin x cos x + i sinh y cosh y` over
  /// `cos² x + sinh² y`.
  ComplexNumber tan() {
    return doubled(Angles.cos(real), 1);
  }

  /// `sin x cos x − i sinh y cosh y` over `sin² x + sinh² y`.
  ComplexNumber cot() {
    return doubled(Angles.sin(real), -1);
  }

  private ComplexNumber doubled(double side, double sign) {
    // Where the hyperbolic sine would overflow when squared, both of them are e^|y|/2.
    if (Math.abs(imaginary) > 300) {
      double fading = 4 * Math.exp(-2 * Math.abs(imaginary));
      return new ComplexNumber(
          Angles.sin(real) * Angles.cos(real) * fading, sign * Math.signum(imaginary));
    }
    double sinh = Math.sinh(imaginary);
    double divisor = side * side + sinh * sinh;
    return new ComplexNumber(
        Angles.sin(real) * Angles.cos(real) / divisor,
        sign * sinh * Math.cosh(imaginary) / divisor);
  }
}
