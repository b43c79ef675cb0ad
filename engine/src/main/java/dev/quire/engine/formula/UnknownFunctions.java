package dev.quire.engine.formula;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/// What a call comes to that is neither one of Excel's worksheet functions nor of a defined name.
///
/// Where nobody can own the function it is `#NAME?` when the formula gets to it, as in Excel:
/// `IFERROR(NOSUCH(1),0)` is 0 and `IF(TRUE,1,NOSUCH(2))` is 1. Google's exports count on that (O):
/// they write `IFERROR(__xludf.DUMMYFUNCTION("…"),value)` for what Excel does not have.
///
/// Where somebody may own it, Excel knew a value that cannot be calculated here, and nothing is to
/// be made of a wrong one: the whole formula keeps the value of the file until an input changes.
/// Owners are
///
/// - the macros of the workbook ([Bindings#hasMacros]);
/// - add-ins, whose functions files write as `_xll.NAME` and `_xldudf_NAME` (O: the makers of Excel
///   in OfficeDev/Excel-Custom-Functions#108), or as `[1]!NAME`, a function of another workbook;
/// - Excel itself: names of its own begin with one underscore (`_xlfn.` before what is newer than
///   we are, `_FV` for a field of a data type), and names of a workbook may call its old macro
///   functions.
final class UnknownFunctions {
  /// Functions of Excel 4 macros that give a value.
  private static final Set<String> OF_MACRO_SHEETS =
      words(
          """
          ABSREF ACTIVE.CELL CALLER DEREF DIRECTORY DOCUMENTS EVALUATE EXEC FILES GET.BAR GET.CELL
          GET.CHART.ITEM GET.DEF GET.DOCUMENT GET.FORMULA GET.LINK.INFO GET.NAME GET.NOTE GET.OBJECT
          GET.PIVOT.FIELD GET.PIVOT.ITEM GET.PIVOT.TABLE GET.TOOL GET.TOOLBAR GET.WINDOW
          GET.WORKBOOK GET.WORKSPACE INITIATE LAST.ERROR LINKS NAMES REFTEXT REGISTER RELREF REQUEST
          SELECTION TEXTREF VIEW.GET VOLATILE WINDOWS
          """);

  private UnknownFunctions() {}

  private static Set<String> words(String text) {
    return Arrays.stream(text.strip().split("\\s+")).collect(Collectors.toUnmodifiableSet());
  }

  /// Whether somebody may own a function of this name.
  static boolean mayBeOwned(String name, Bindings workbook) {
    return workbook.hasMacros()
        || name.indexOf('!') >= 0
        || name.startsWith("_") && !name.startsWith("__")
        || OF_MACRO_SHEETS.contains(name.toUpperCase(Locale.ROOT));
  }
}
