/// Functions that summarize a table by fields: GROUPBY, PIVOTBY, PERCENTOF. Start with
/// [GroupingFunctions].
package dev.quire.engine.function.grouping;
