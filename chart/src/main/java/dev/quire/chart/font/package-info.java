/// Letters from packaged TrueType files: widths and outlines, the same on every machine. Start at
/// [dev.quire.chart.font.Fonts].
@org.jspecify.annotations.NullMarked
package dev.quire.chart.font;
