/// Worksheet functions called through the API. Never calls a function in a cell; the engine's own
/// tests do. Start with [dev.quire.conformance.function.WorksheetFunctionTest].
package dev.quire.conformance.function;
