/// Kills a real server again and again while clients write, and checks after each restart that
/// every acknowledged write is there. Start with [dev.quire.bench.torture.Torture].
package dev.quire.bench.torture;
