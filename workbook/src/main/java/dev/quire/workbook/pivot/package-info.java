/// Pivot tables: what they are made of, and how a report is worked out from its source. Plain
/// values; knows neither sheets nor files. Start at [dev.quire.workbook.pivot.PivotTable].
@org.jspecify.annotations.NullMarked
package dev.quire.workbook.pivot;
