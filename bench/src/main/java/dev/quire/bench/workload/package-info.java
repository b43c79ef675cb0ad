/// Workbooks that are hard to calculate fast, with what must come out of them: one class for each
/// kind of case. Start with [Workload].
@org.jspecify.annotations.NullMarked
package dev.quire.bench.workload;
