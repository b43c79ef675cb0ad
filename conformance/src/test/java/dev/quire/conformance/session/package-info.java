/// Holds sessions to every statement that is known about them: a class for each part of the rules
/// (modes, create, long-running create, refresh, close, bad ids, expiry, saving). Start with
/// [dev.quire.conformance.session.SessionModesTest].
package dev.quire.conformance.session;
