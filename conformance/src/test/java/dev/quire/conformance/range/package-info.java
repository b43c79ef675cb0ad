/// What ranges do (semantics §6).
@NullMarked
package dev.quire.conformance.range;

import org.jspecify.annotations.NullMarked;
