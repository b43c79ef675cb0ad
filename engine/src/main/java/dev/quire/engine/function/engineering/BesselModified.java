package dev.quire.engine.function.engineering;

/// The modified Bessel functions I and K of order 0 and 1, for `x` ≥ 0. Excel takes the polynomials
/// of Abramowitz and Stegun, *Handbook of Mathematical Functions*, 9.8.1 to 9.8.8, good to seven
/// digits, and so do we.
final class BesselModified {
  private static final double SPLIT_I = 3.75;
  private static final double SPLIT_K = 2;

  private static final Polynomial I0_NEAR =
      new Polynomial(1, 3.5156229, 3.0899424, 1.2067492, 0.2659732, 0.0360768, 0.0045813);
  private static final Polynomial I0_FAR =
      new Polynomial(
          0.39894228,
          0.01328592,
          0.00225319,
          -0.00157565,
          0.00916281,
          -0.02057706,
          0.02635537,
          -0.01647633,
          0.00392377);
  private static final Polynomial I1_NEAR =
      new Polynomial(0.5, 0.87890594, 0.51498869, 0.15084934, 0.02658733, 0.00301532, 0.00032411);
  private static final Polynomial I1_FAR =
      new Polynomial(
          0.39894228,
          -0.03988024,
          -0.00362018,
          0.00163801,
          -0.01031555,
          0.02282967,
          -0.02895312,
          0.01787654,
          -0.00420059);
  private static final Polynomial K0_NEAR =
      new Polynomial(
          -0.57721566, 0.42278420, 0.23069756, 0.03488590, 0.00262698, 0.00010750, 0.00000740);
  private static final Polynomial K0_FAR =
      new Polynomial(
          1.25331414, -0.07832358, 0.02189568, -0.01062446, 0.00587872, -0.00251540, 0.00053208);
  private static final Polynomial K1_NEAR =
      new Polynomial(
          1, 0.15443144, -0.67278579, -0.18156897, -0.01919402, -0.00110404, -0.00004686);
  private static final Polynomial K1_FAR =
      new Polynomial(
          1.25331414, 0.23498619, -0.03655620, 0.01504268, -0.00780353, 0.00325614, -0.00068245);

  private BesselModified() {}

  static double i0(double x) {
    double t = x / SPLIT_I;
    return x < SPLIT_I ? I0_NEAR.at(t * t) : Math.exp(x) / Math.sqrt(x) * I0_FAR.at(1 / t);
  }

  static double i1(double x) {
    double t = x / SPLIT_I;
    return x < SPLIT_I ? x * I1_NEAR.at(t * t) : Math.exp(x) / Math.sqrt(x) * I1_FAR.at(1 / t);
  }

  static double k0(double x) {
    double t = x / SPLIT_K;
    return x <= SPLIT_K
        ? -Math.log(t) * i0(x) + K0_NEAR.at(t * t)
        : Math.exp(-x) / Math.sqrt(x) * K0_FAR.at(1 / t);
  }

  static double k1(double x) {
    double t = x / SPLIT_K;
    return x <= SPLIT_K
        ? Math.log(t) * i1(x) + K1_NEAR.at(t * t) / x
        : Math.exp(-x) / Math.sqrt(x) * K1_FAR.at(1 / t);
  }
}
