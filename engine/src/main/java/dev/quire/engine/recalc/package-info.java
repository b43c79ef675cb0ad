/// Keeps the values of formulas true: who depends on whom, what a change makes dirty, and in which
/// order it is calculated. Never knows a file, a thread or a clock of its own. Start with [Model].
package dev.quire.engine.recalc;
