/// What a formula can yield and what a cell can hold. Formula errors are values like any other and
/// are never thrown. Start with [Value] and [Scalar].
package dev.quire.engine.value;
