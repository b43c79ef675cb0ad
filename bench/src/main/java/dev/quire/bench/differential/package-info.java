/// Random formulas calculated here and by another engine: what differs is wrong somewhere.
@org.jspecify.annotations.NullMarked
package dev.quire.bench.differential;
