/// What `$batch` does (semantics §13).
@NullMarked
package dev.quire.conformance.batch;

import org.jspecify.annotations.NullMarked;
