/// Counting, averages, spread and order. Start with [StatisticsFunctions]. Never reads a clock or a
/// random source of its own.
package dev.quire.engine.function.stats;
