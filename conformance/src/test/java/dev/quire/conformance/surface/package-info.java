/// The surface of the API as a whole: every documented operation, address and query option, as
/// tables. Never looks inside the server. Start with
/// [dev.quire.conformance.surface.CoveragePageTest].
package dev.quire.conformance.surface;
