/// Whose a bearer token is: verification, claims, the development issuer, OpenID providers.
///
/// Nothing here knows about HTTP requests or what a permission allows. Start with `JwtVerifier`.
package dev.quire.server.token;
