/// Pictures of charts, the same on every machine. Reads no files, and asks for no fonts but its
/// own. Start at [dev.quire.chart.ChartPainter].
@org.jspecify.annotations.NullMarked
package dev.quire.chart;
