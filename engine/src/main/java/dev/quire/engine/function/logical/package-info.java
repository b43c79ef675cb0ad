/// Functions that decide: IF, AND, IFERROR and their kin. Start with [LogicalFunctions]. Never
/// reads a clock or a random source of its own.
package dev.quire.engine.function.logical;
