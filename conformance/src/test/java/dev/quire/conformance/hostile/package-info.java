/// Files that want to do harm, over HTTP: each is opened or refused with the reason, in time, and
/// the server goes on.
@org.jspecify.annotations.NullMarked
package dev.quire.conformance.hostile;
