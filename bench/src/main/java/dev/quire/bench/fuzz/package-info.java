/// Feeds the product with damaged files, formulas and requests for as long as asked. Start with
/// [dev.quire.bench.fuzz.Fuzz].
@org.jspecify.annotations.NullMarked
package dev.quire.bench.fuzz;
