/// Functions on texts. Start with [TextFunctions]. Never reads a clock or a random source of its
/// own.
package dev.quire.engine.function.text;
