/// What is refused and when: the limits that hold against hostile files, and the faults that say
/// which one was hit. Never reads a byte itself. Start with [XlsxLimits] and [XlsxFault].
package dev.quire.ooxml.guard;
