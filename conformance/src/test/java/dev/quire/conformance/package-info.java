/// What Quire promises, as tests over the running server, and what keeps its house in order. Start
/// with [dev.quire.conformance.session.SessionModesTest].
package dev.quire.conformance;
