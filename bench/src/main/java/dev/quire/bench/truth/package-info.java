/// Scores the engine against results that Excel itself computed: every workbook of a corpus is
/// stripped of its stored results, served, calculated over HTTP, read back and compared. Start at
/// [dev.quire.bench.truth.TruthRun].
@org.jspecify.annotations.NullMarked
package dev.quire.bench.truth;
