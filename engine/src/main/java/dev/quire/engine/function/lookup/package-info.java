/// Functions that find cells and build references. Start with [LookupFunctions]. Never reads a
/// clock or a random source of its own.
package dev.quire.engine.function.lookup;
