/// Functions that call functions: MAP, REDUCE, SCAN, BYROW, BYCOL, MAKEARRAY. Start with
/// [LambdaFunctions]. `LAMBDA` itself is part of the formula language.
package dev.quire.engine.function.lambda;
