/// Pictures of charts. Start at [dev.quire.chart.ChartPainter].
@org.jspecify.annotations.NullMarked
package dev.quire.chart;
