/// Surfaces that shapes are drawn on: pixels and SVG. Start at [dev.quire.chart.canvas.Canvas].
@org.jspecify.annotations.NullMarked
package dev.quire.chart.canvas;
