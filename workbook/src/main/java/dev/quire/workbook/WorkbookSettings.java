package dev.quire.workbook;

import dev.quire.engine.recalc.Iteration;
import java.util.Optional;

/// What a file says about how the whole workbook is calculated.
///
/// @param date1904 whether days are counted from 1904
/// @param iteration how circular references are worked out; empty when they are a mistake
/// @param keepsAsDisplayed whether cells keep of numbers only what their formats show
/// @param externals what is remembered of other workbooks
record WorkbookSettings(
    boolean date1904,
    Optional<Iteration> iteration,
    boolean keepsAsDisplayed,
    ExternalBooks externals) {
  /// A workbook that says nothing.
  static final WorkbookSettings USUAL =
      new WorkbookSettings(false, Optional.empty(), false, ExternalBooks.NONE);

  /// The same with days counted from 1904 or from 1900.
  WorkbookSettings withDate1904(boolean from1904) {
    return new WorkbookSettings(from1904, iteration, keepsAsDisplayed, externals);
  }

  /// The same with circular references worked out so.
  WorkbookSettings withIteration(Optional<Iteration> allowed) {
    return new WorkbookSettings(date1904, allowed, keepsAsDisplayed, externals);
  }

  /// The same with numbers kept as they are displayed, or with all their digits.
  WorkbookSettings withKeepsAsDisplayed(boolean asDisplayed) {
    return new WorkbookSettings(date1904, iteration, asDisplayed, externals);
  }

  /// The same with other workbooks.
  WorkbookSettings withExternals(ExternalBooks books) {
    return new WorkbookSettings(date1904, iteration, keepsAsDisplayed, books);
  }
}
