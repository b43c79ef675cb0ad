package dev.quire.engine.formula;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The prefixes that files put before functions newer than the file format, so that older programs
/// keep them as unknown names ([MS-XLSX] 2.2.2, "future functions").
final class FileNames {
  private static final String NEW = "_xlfn.";
  private static final String NEW_ON_SHEETS = "_xlfn._xlws.";

  /// Before a function that is meant itself and not called: `BYROW(A1:C3,_xleta.SUM)`.
  private static final String MEANT = "_xleta.";

  private static final String WITH_XLFN =
      """
      _TRO_ALL _TRO_LEADING _TRO_TRAILING
      ACOT ACOTH AGGREGATE ANCHORARRAY ARABIC ARRAYTOTEXT BASE BETA.DIST BETA.INV BINOM.DIST
      BINOM.DIST.RANGE BINOM.INV BITAND BITLSHIFT BITOR BITRSHIFT BITXOR BYCOL BYROW CEILING.MATH
      CEILING.PRECISE CHISQ.DIST CHISQ.DIST.RT CHISQ.INV CHISQ.INV.RT CHISQ.TEST CHOOSECOLS
      CHOOSEROWS COMBINA CONCAT COPILOT CONFIDENCE.NORM CONFIDENCE.T COT COTH COVARIANCE.P COVARIANCE.S CSC
      CSCH DAYS DECIMAL DETECTLANGUAGE DROP ENCODEURL ERF.PRECISE ERFC.PRECISE EXPAND EXPON.DIST F.DIST F.DIST.RT
      F.INV F.INV.RT F.TEST FIELDVALUE FILTERXML FLOOR.MATH FLOOR.PRECISE FORECAST.ETS
      FORECAST.ETS.CONFINT FORECAST.ETS.SEASONALITY FORECAST.ETS.STAT FORECAST.LINEAR FORMULATEXT
      GAMMA GAMMA.DIST GAMMA.INV GAMMALN.PRECISE GAUSS GROUPBY HSTACK HYPGEOM.DIST IFNA IFS IMAGE
      IMCOSH IMCOT IMCSC IMCSCH IMSEC IMSECH IMSINH IMTAN IMPORTCSV IMPORTTEXT ISFORMULA ISOMITTED
      ISOWEEKNUM LAMBDA LET LOGNORM.DIST LOGNORM.INV MAKEARRAY MAP MAXIFS MINIFS MODE.MULT
      MODE.SNGL MUNIT NEGBINOM.DIST NORM.DIST NORM.INV NORM.S.DIST NORM.S.INV
      NUMBERVALUE PDURATION PERCENTILE.EXC PERCENTILE.INC PERCENTOF PERCENTRANK.EXC PERCENTRANK.INC
      PERMUTATIONA PHI PIVOTBY POISSON.DIST QUARTILE.EXC QUARTILE.INC QUERYSTRING RANDARRAY RANK.AVG
      RANK.EQ REDUCE REGEXEXTRACT REGEXREPLACE REGEXTEST RRI SCAN SEC SECH SEQUENCE SHEET SHEETS
      SINGLE SKEW.P SORTBY STDEV.P STDEV.S STOCKHISTORY SWITCH T.DIST T.DIST.2T T.DIST.RT T.INV
      T.INV.2T T.TEST TAKE TEXTAFTER TEXTBEFORE TEXTJOIN TEXTSPLIT TOCOL TOROW TRANSLATE TRIMRANGE
      UNICHAR UNICODE UNIQUE VALUETOTEXT VAR.P VAR.S VSTACK WEBSERVICE WEIBULL.DIST
      WRAPCOLS WRAPROWS XLOOKUP XMATCH XOR Z.TEST
      """;

  private static final Map<String, String> PREFIXES = prefixes();

  private FileNames() {}

  private static Map<String, String> prefixes() {
    Map<String, String> prefixes =
        words(WITH_XLFN).collect(Collectors.toMap(name -> name, _ -> NEW));
    prefixes.put("FILTER", NEW_ON_SHEETS);
    prefixes.put("PY", NEW_ON_SHEETS);
    prefixes.put("SORT", NEW_ON_SHEETS);
    return Map.copyOf(prefixes);
  }

  private static Stream<String> words(String text) {
    return Arrays.stream(text.strip().split("\\s+"));
  }

  /// The spelling of a function in files.
  static String written(String name) {
    return PREFIXES.getOrDefault(name, "") + name;
  }

  /// The spelling in files of a function that is not called.
  static String meant(String name) {
    return MEANT + name.toUpperCase(Locale.ROOT);
  }

  /// A word without the mark of a function that is not called, unless it would be taken for a cell
  /// (`LOG10`).
  static String unmarked(String word) {
    String function = meantFunction(word);
    boolean looksLikeCell = Character.isDigit(function.charAt(function.length() - 1));
    return isFunction(function) && !looksLikeCell ? function : word;
  }

  /// The function, in upper case, that a word means where it is not called.
  static String meantFunction(String word) {
    boolean marked =
        word.length() > MEANT.length() && word.regionMatches(true, 0, MEANT, 0, MEANT.length());
    return (marked ? word.substring(MEANT.length()) : word).toUpperCase(Locale.ROOT);
  }

  /// Whether a name, in upper case, is one of Excel's functions.
  static boolean isFunction(String name) {
    return PREFIXES.containsKey(name) || KnownNames.ALL.contains(name);
  }

  /// The name of a function as we keep it: Excel's own in upper case without prefixes, all others
  /// as they were written.
  static String bare(String written) {
    String name = written.toUpperCase(Locale.ROOT);
    while (name.startsWith("_XLFN.") || name.startsWith("_XLWS.")) {
      name = name.substring("_XLFN.".length());
    }
    return isFunction(name) ? name : written;
  }
}
