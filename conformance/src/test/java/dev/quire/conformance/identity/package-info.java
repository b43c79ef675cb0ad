/// Holds the server to who may do what: tokens that are refused, and the permission table. Start
/// with [dev.quire.conformance.identity.TokenTest].
package dev.quire.conformance.identity;
