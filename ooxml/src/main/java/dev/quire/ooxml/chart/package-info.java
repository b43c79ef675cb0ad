/// Charts of a file: drawings and chart parts to values and back (ECMA-376 part 1, §20 and §21).
/// Knows nothing of saving a whole package. Start at [dev.quire.ooxml.chart.ChartsReader].
@org.jspecify.annotations.NullMarked
package dev.quire.ooxml.chart;
