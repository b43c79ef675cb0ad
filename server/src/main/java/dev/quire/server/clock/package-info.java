/// Time, as far as a developer may bend it.
///
/// Everything in the server takes an [java.time.InstantSource]; in development that is a
/// [dev.quire.server.clock.DevelopmentClock], which can be moved while the server runs. Nothing
/// here sleeps or schedules. Start with `DevelopmentClock`.
package dev.quire.server.clock;
