/// Regular expressions as Excel has them: the language of PCRE2, matched with bounded work. Start
/// with [Regex].
package dev.quire.engine.function.regex;
