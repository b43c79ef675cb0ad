/// Runs the workload on the calculation engine, with the figures to beat beside it, and on request
/// on other engines. Start with [EngineBenchmark].
@org.jspecify.annotations.NullMarked
package dev.quire.bench.engine;
