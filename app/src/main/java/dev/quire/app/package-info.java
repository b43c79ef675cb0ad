/// The program: command line, configuration, start-up.
///
/// Nothing here answers requests. Start with `Main`.
package dev.quire.app;
