/// Pivot tables over the running server.
package dev.quire.conformance.pivot;
