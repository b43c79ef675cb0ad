/// Dates and times as serial numbers. Start with [DateFunctions] and [Serial]. Never reads a clock
/// or a random source of its own.
package dev.quire.engine.function.date;
