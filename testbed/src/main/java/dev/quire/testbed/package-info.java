/// Other people's servers, started for tests and torture runs on ports of the system's choice.
/// Never part of the product. Start with [PostgresServer].
@org.jspecify.annotations.NullMarked
package dev.quire.testbed;
