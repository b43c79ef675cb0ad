/// Functions over lists with a header row, of which criteria choose the records. Start with
/// [DatabaseFunctions]. Never reads a clock or a random source of its own.
package dev.quire.engine.function.database;
