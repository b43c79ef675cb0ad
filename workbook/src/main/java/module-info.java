/// What is in a workbook: sheets, cells, formats, tables, names; every change is an `Edit`. Never
/// knows where the workbook came from or who is looking.
@org.jspecify.annotations.NullMarked
module dev.quire.workbook {
  requires static transitive org.jspecify;
  requires transitive dev.quire.engine;

  exports dev.quire.workbook;
  exports dev.quire.workbook.pivot;
  exports dev.quire.workbook.style;
  exports dev.quire.workbook.chart;
  exports dev.quire.workbook.encoding;
  exports dev.quire.workbook.spelling;
}
