/// Measures what users wait for. Figures are ratios or percentiles of one run, never assertions.
/// Start with [SessionBenchmark].
@org.jspecify.annotations.NullMarked
package dev.quire.bench;
