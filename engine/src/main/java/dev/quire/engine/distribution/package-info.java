/// Probability distributions as plain mathematics, tails included. Knows no cells and no errors of
/// formulas: who calls keeps to the domain. Start with [Distribution] and [Quantile].
package dev.quire.engine.distribution;
