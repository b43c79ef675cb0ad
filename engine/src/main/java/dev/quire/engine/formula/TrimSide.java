package dev.quire.engine.formula;

import java.util.Arrays;
import java.util.Optional;

/// Which blank edges a reference is rid of by dots beside its colon.
public enum TrimSide {
  /// `A1.:.E9`
  BOTH(".:.", "_TRO_ALL", 3),
  /// `A1:.E9`
  TRAILING(":.", "_TRO_TRAILING", 2),
  /// `A1.:E9`
  LEADING(".:", "_TRO_LEADING", 1);

  private final String sign;
  private final String fileName;
  private final int number;

  TrimSide(String sign, String fileName, int number) {
    this.sign = sign;
    this.fileName = fileName;
    this.number = number;
  }

  /// The spelling in formulas, in place of a colon.
  public String sign() {
    return sign;
  }

  /// The function that files write instead, without prefix.
  String fileName() {
    return fileName;
  }

  /// The side as `TRIMRANGE` counts it.
  int number() {
    return number;
  }

  static Optional<TrimSide> ofFileName(String name) {
    return Arrays.stream(values()).filter(side -> side.fileName.equalsIgnoreCase(name)).findFirst();
  }
}
