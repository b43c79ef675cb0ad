/// What other engines say, as a second opinion.
@NullMarked
package dev.quire.conformance.peers;

import org.jspecify.annotations.NullMarked;
