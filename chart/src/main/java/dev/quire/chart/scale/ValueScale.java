package dev.quire.chart.scale;

import java.util.Arrays;

/// Values along an axis.
///
/// @param minimum the smallest value
/// @param maximum the largest value, greater than the smallest
/// @param major distance of labels; a power on a logarithmic axis
/// @param minor distance of minor marks
/// @param base of a logarithmic axis, 0 for a linear one
/// @param reversed whether values fall along the axis
public record ValueScale(
    double minimum, double maximum, double major, double minor, double base, boolean reversed)
    implements Scale {
  private static final int MOST_MARKS = 500;
  private static final double NEAR = 1e-9;

  @Override
  public double at(double value) {
    double part;
    if (base > 0) {
      // Differences of logarithms, as quotients of the numbers may be too large for a double.
      double size = Math.log(maximum) - Math.log(minimum);
      part = value > 0 ? (Math.log(value) - Math.log(minimum)) / size : value <= 0 ? 0 : Double.NaN;
    } else {
      part = (value / 2 - minimum / 2) / (maximum / 2 - minimum / 2);
    }
    return reversed ? 1 - part : part;
  }

  /// The value itself, or the end of the axis beyond which it lies.
  public double within(double value) {
    return value >= minimum ? Math.min(value, maximum) : minimum;
  }

  /// Whether a value lies between the ends.
  public boolean holds(double value) {
    return value >= minimum && value <= maximum;
  }

  /// Values with labels, ascending.
  public double[] majors() {
    return marks(major);
  }

  /// Values with minor marks, ascending, those with major marks among them.
  public double[] minors() {
    return marks(minor);
  }

  private double[] marks(double unit) {
    if (base > 0) {
      return powers(Math.max(1, Math.log(Math.max(unit, base)) / Math.log(base)));
    }
    // From the minimum on, as Excel counts; the last one may be off by a rounding error.
    double count = Math.floor((maximum - minimum) / unit * (1 + NEAR) + NEAR);
    if (!(count >= 0 && count < MOST_MARKS)) {
      return new double[] {minimum, maximum};
    }
    var marks = new double[(int) count + 1];
    for (int i = 0; i < marks.length; i++) {
      double mark = minimum + i * unit;
      marks[i] = Math.abs(mark) < unit * NEAR ? 0 : mark;
    }
    return marks;
  }

  private double[] powers(double step) {
    double first = Math.log(minimum) / Math.log(base);
    double last = Math.log(maximum) / Math.log(base);
    int count = (int) Math.clamp(Math.floor((last - first) / step + NEAR), 0, MOST_MARKS) + 1;
    var marks = new double[count];
    Arrays.setAll(marks, i -> minimum * Math.pow(base, i * step));
    return marks;
  }
}
