/// The formula language: text to tree, tree to text, tree to value. Knows the workbook only through
/// [Bindings] and [Workspace]. Start with `FormulaParser` and `Template`.
package dev.quire.engine.formula;
