/// The language of number formats: from a code such as `#,##0.00;[Red](0)` and a value to the text
/// that a cell shows, and back from typed text to a value. One implementation for the property
/// `text` of ranges, for `TEXT()` and for charts. Never knows a column width: nothing is cut, and
/// `*x` fills nothing.
///
/// Start with [NumberFormat]; a code goes through [CodeLexer] (letters to tokens),
/// [SectionCompiler] (tokens to a [Section]) and is then run as often as needed. The way back
/// starts at [TypedEntry].
package dev.quire.engine.numfmt;
