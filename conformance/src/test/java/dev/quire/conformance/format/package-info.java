/// How cells look: fonts, fills, borders, alignment, protection, sizes (semantics §6.6).
package dev.quire.conformance.format;
