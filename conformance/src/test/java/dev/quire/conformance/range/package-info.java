/// Holds ranges to what is said about reading and writing cells. Start with
/// [dev.quire.conformance.range.HugeWriteTest].
package dev.quire.conformance.range;
