/// What hand-written clients do: chained paths, sessions that are made again, one queue of writes
/// for each file, the endpoints of a library. Start with
/// [dev.quire.conformance.client.HandWrittenClientTest].
package dev.quire.conformance.client;
