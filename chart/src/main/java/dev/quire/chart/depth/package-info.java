/// Charts with depth: places in a box, seen by a viewer, and solids in it. Start at
/// [dev.quire.chart.depth.View].
@org.jspecify.annotations.NullMarked
package dev.quire.chart.depth;
