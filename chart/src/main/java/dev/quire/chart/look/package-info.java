/// From formats of the model to paints, pens and letters: what is automatic gets its colour here.
/// Start at [dev.quire.chart.look.Look].
@org.jspecify.annotations.NullMarked
package dev.quire.chart.look;
