/// Draws what lies between title and legend: series of every kind, their axes and labels. Start at
/// [dev.quire.chart.plot.PlotPainter].
@org.jspecify.annotations.NullMarked
package dev.quire.chart.plot;
