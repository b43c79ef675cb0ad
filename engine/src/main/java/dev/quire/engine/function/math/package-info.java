/// Arithmetic, rounding, sums and conditional sums. Start with [MathFunctions]. Never reads a clock
/// or a random source of its own.
package dev.quire.engine.function.math;
