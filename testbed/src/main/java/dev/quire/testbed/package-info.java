/// Other people's programs for tests and torture runs: servers, started on ports of the system's
/// choice, and readers of files. Never part of the product. Start with [PostgresServer].
@org.jspecify.annotations.NullMarked
package dev.quire.testbed;
