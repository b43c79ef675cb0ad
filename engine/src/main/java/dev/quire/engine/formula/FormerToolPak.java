package dev.quire.engine.formula;

import java.util.Set;

/// The functions of the former Analysis ToolPak, and those made after their pattern. They lift
/// arrays like all others, but a reference to several cells where they want one value is `#VALUE!`,
/// in old formulas too: `EDATE(A1:A3,1)` (O; why many write `EDATE(+A1:A3,1)`).
final class FormerToolPak {
  private static final Set<String> DATES =
      Set.of(
          "EDATE",
          "EOMONTH",
          "NETWORKDAYS",
          "NETWORKDAYS.INTL",
          "WEEKNUM",
          "WORKDAY",
          "WORKDAY.INTL",
          "YEARFRAC");

  private static final Set<String> NUMBERS =
      Set.of(
          "BESSELI",
          "BESSELJ",
          "BESSELK",
          "BESSELY",
          "BIN2DEC",
          "BIN2HEX",
          "BIN2OCT",
          "CONVERT",
          "DEC2BIN",
          "DEC2HEX",
          "DEC2OCT",
          "DELTA",
          "ERF",
          "ERFC",
          "FACTDOUBLE",
          "GESTEP",
          "HEX2BIN",
          "HEX2DEC",
          "HEX2OCT",
          "ISEVEN",
          "ISODD",
          "MROUND",
          "OCT2BIN",
          "OCT2DEC",
          "OCT2HEX",
          "QUOTIENT",
          "RANDBETWEEN",
          "SERIESSUM",
          "SQRTPI");

  private static final Set<String> COMPLEX_NUMBERS =
      Set.of(
          "COMPLEX",
          "IMABS",
          "IMAGINARY",
          "IMARGUMENT",
          "IMCONJUGATE",
          "IMCOS",
          "IMCOSH",
          "IMCOT",
          "IMCSC",
          "IMCSCH",
          "IMDIV",
          "IMEXP",
          "IMLN",
          "IMLOG10",
          "IMLOG2",
          "IMPOWER",
          "IMREAL",
          "IMSEC",
          "IMSECH",
          "IMSIN",
          "IMSINH",
          "IMSQRT",
          "IMSUB",
          "IMTAN");

  private static final Set<String> MONEY =
      Set.of(
          "ACCRINT",
          "ACCRINTM",
          "AMORDEGRC",
          "AMORLINC",
          "COUPDAYBS",
          "COUPDAYS",
          "COUPDAYSNC",
          "COUPNCD",
          "COUPNUM",
          "COUPPCD",
          "CUMIPMT",
          "CUMPRINC",
          "DISC",
          "DOLLARDE",
          "DOLLARFR",
          "DURATION",
          "EFFECT",
          "FVSCHEDULE",
          "INTRATE",
          "MDURATION",
          "NOMINAL",
          "ODDFPRICE",
          "ODDFYIELD",
          "ODDLPRICE",
          "ODDLYIELD",
          "PRICE",
          "PRICEDISC",
          "PRICEMAT",
          "RECEIVED",
          "TBILLEQ",
          "TBILLPRICE",
          "TBILLYIELD",
          "XIRR",
          "XNPV",
          "YIELD",
          "YIELDDISC",
          "YIELDMAT");

  private FormerToolPak() {}

  /// Whether a function is one of them.
  static boolean has(String name) {
    return DATES.contains(name)
        || NUMBERS.contains(name)
        || COMPLEX_NUMBERS.contains(name)
        || MONEY.contains(name);
  }
}
