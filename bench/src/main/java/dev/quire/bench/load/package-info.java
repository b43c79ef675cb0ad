/// What a server takes for long and all at once: many sessions, many connections, a mixed load that
/// must not make it grow. Start with [dev.quire.bench.load.Load].
package dev.quire.bench.load;
