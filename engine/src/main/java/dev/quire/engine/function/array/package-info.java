/// Functions whose results are arrays: choosing, sorting, joining and reshaping. Start with
/// [Lines]. Never decides where a result spills.
package dev.quire.engine.function.array;
