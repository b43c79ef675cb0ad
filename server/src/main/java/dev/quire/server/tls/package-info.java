/// A certificate authority for this machine alone, so that clients that insist on https work.
///
/// Java can read certificates and cannot write them; the little of X.509 (RFC 5280) that is needed
/// is written here. Nothing here is for use beyond loopback. Start with `LocalAuthority`.
package dev.quire.server.tls;
