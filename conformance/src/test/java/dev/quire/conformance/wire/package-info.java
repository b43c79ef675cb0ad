/// Holds the API to what others have seen of the real service: their requests, their answers, their
/// error bodies. The records are not part of the product; without them the tests say so and are not
/// run. Start with [dev.quire.conformance.wire.LiveCasesTest].
package dev.quire.conformance.wire;
