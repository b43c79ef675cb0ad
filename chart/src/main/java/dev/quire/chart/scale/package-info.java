/// Where values and categories lie along an axis. Start at [dev.quire.chart.scale.Scale].
@org.jspecify.annotations.NullMarked
package dev.quire.chart.scale;
