package dev.quire.engine.function.stats;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/// Data sets whose certified results the National Institute of Standards and Technology publishes.
final class LeastSquaresTest {
  private static final double[][] LONGLEY = {
    {
      83, 88.5, 88.2, 89.5, 96.2, 98.1, 99, 100, 101.2, 104.6, 108.4, 110.8, 112.6, 114.2, 115.7,
      116.9
    },
    {
      234289, 259426, 258054, 284599, 328975, 346999, 365385, 363112, 397469, 419180, 442769,
      444546, 482704, 502601, 518173, 554894
    },
    {
      2356, 2325, 3682, 3351, 2099, 1932, 1870, 3578, 2904, 2822, 2936, 4681, 3813, 3931, 4806, 4007
    },
    {
      1590, 1456, 1616, 1650, 3099, 3594, 3547, 3350, 3048, 2857, 2798, 2637, 2552, 2514, 2572, 2827
    },
    {
      107608, 108632, 109773, 110929, 112075, 113270, 115094, 116219, 117388, 118734, 120445,
      121950, 123366, 125368, 127852, 130081
    },
    {1947, 1948, 1949, 1950, 1951, 1952, 1953, 1954, 1955, 1956, 1957, 1958, 1959, 1960, 1961, 1962}
  };

  private static final double[] EMPLOYED = {
    60323, 61122, 60171, 61187, 63221, 63639, 64989, 63761, 66019, 67857, 68169, 66513, 68655,
    69564, 69331, 70551
  };

  @Test
  void longleysCollinearDataKeepsTenDigits() {
    LeastSquares fit = LeastSquares.fit(LONGLEY, EMPLOYED, true, () -> {});
    double[] certified = {
      15.0618722713733,
      -0.358191792925910e-1,
      -2.02022980381683,
      -1.03322686717359,
      -0.511041056535807e-1,
      1829.15146461355
    };
    double[] errors = {
      84.9149257747669,
      0.334910077722432e-1,
      0.488399681651699,
      0.214274163161675,
      0.226073200069370,
      455.478499142212
    };
    assertEquals(1, fit.intercept() / -3482258.63459582, 1e-10);
    assertEquals(1, fit.interceptError() / 890420.383607373, 1e-10);
    for (int j = 0; j < certified.length; j++) {
      assertEquals(1, fit.coefficients()[j] / certified[j], 1e-9);
      assertEquals(1, fit.errors()[j] / errors[j], 1e-9);
    }
    assertEquals(1, fit.unexplained() / 836424.055505915, 1e-10);
  }

  @Test
  void wamplersPolynomialIsExact() {
    var powers = new double[5][21];
    var y = new double[21];
    for (int x = 0; x < 21; x++) {
      double power = 1;
      y[x] = 1;
      for (int j = 0; j < 5; j++) {
        power *= x;
        powers[j][x] = power;
        y[x] += power;
      }
    }
    LeastSquares fit = LeastSquares.fit(powers, y, true, () -> {});
    assertArrayEquals(new double[] {1, 1, 1, 1, 1}, fit.coefficients(), 1e-8);
    assertEquals(1, fit.intercept(), 1e-7);
  }

  @Test
  void aVariableThatSaysNothingNewCountsNothing() {
    double[][] twice = {{1, 2, 3, 4}, {10, 20, 30, 40}, {7, 7, 7, 7}};
    LeastSquares fit = LeastSquares.fit(twice, new double[] {2, 4, 6, 9}, true, () -> {});
    assertEquals(1, fit.rank());
    assertEquals(2, fit.degreesOfFreedom());
    assertArrayEquals(new double[] {0, 0.23, 0}, fit.coefficients(), 1e-14);
  }
}
