/// Number bases, bits, complex numbers, units and special functions of engineers. Start with
/// [ComplexFunctions]. Never reads a clock or a random source of its own.
package dev.quire.engine.function.engineering;
