package dev.quire.workbook;

import dev.quire.engine.recalc.Iteration;
import dev.quire.workbook.chart.ChartTheme;
import java.util.Optional;
import java.util.function.Function;

/// What a file says about the whole workbook: how it is calculated, what new charts look like.
///
/// @param date1904 whether days are counted from 1904
/// @param iteration how circular references are worked out; empty when they are a mistake
/// @param keepsAsDisplayed whether cells keep of numbers only what their formats show
/// @param hasMacros whether functions of its own macros may be called
/// @param externals what is remembered of other workbooks
/// @param chartTheme colours and fonts of new charts
/// @param pronunciations what is noted beside a text, which is known by its object
record WorkbookSettings(
    boolean date1904,
    Optional<Iteration> iteration,
    boolean keepsAsDisplayed,
    boolean hasMacros,
    ExternalBooks externals,
    ChartTheme chartTheme,
    Function<String, Optional<Pronunciation>> pronunciations) {
  /// A workbook that says nothing.
  static final WorkbookSettings USUAL =
      new WorkbookSettings(
          false,
          Optional.empty(),
          false,
          false,
          ExternalBooks.NONE,
          ChartTheme.OFFICE,
          _ -> Optional.empty());

  /// The same with days counted from 1904 or from 1900.
  WorkbookSettings withDate1904(boolean from1904) {
    return new WorkbookSettings(
        from1904, iteration, keepsAsDisplayed, hasMacros, externals, chartTheme, pronunciations);
  }

  /// The same with circular references worked out so.
  WorkbookSettings withIteration(Optional<Iteration> allowed) {
    return new WorkbookSettings(
        date1904, allowed, keepsAsDisplayed, hasMacros, externals, chartTheme, pronunciations);
  }

  /// The same with numbers kept as they are displayed, or with all their digits.
  WorkbookSettings withKeepsAsDisplayed(boolean asDisplayed) {
    return new WorkbookSettings(
        date1904, iteration, asDisplayed, hasMacros, externals, chartTheme, pronunciations);
  }

  /// The same with macros or without.
  WorkbookSettings withMacros(boolean any) {
    return new WorkbookSettings(
        date1904, iteration, keepsAsDisplayed, any, externals, chartTheme, pronunciations);
  }

  /// The same with other workbooks.
  WorkbookSettings withExternals(ExternalBooks books) {
    return new WorkbookSettings(
        date1904, iteration, keepsAsDisplayed, hasMacros, books, chartTheme, pronunciations);
  }

  /// The same with other colours and fonts for charts.
  WorkbookSettings withChartTheme(ChartTheme theme) {
    return new WorkbookSettings(
        date1904, iteration, keepsAsDisplayed, hasMacros, externals, theme, pronunciations);
  }

  /// The same with the pronunciations of a file.
  WorkbookSettings withPronunciations(Function<String, Optional<Pronunciation>> noted) {
    return new WorkbookSettings(
        date1904, iteration, keepsAsDisplayed, hasMacros, externals, chartTheme, noted);
  }
}
