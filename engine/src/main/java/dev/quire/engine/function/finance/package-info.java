/// Loans, savings and investments. Start with [AnnuityFunctions]. Never reads a clock or a random
/// source of its own.
package dev.quire.engine.function.finance;
