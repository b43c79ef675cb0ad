/// What worksheet functions are made of: how one is declared, and what several families share. The
/// families lie in the packages below, a class each, with a table at its top. Never knows how
/// formulas are written. Start with [FunctionSpec].
package dev.quire.engine.function;
