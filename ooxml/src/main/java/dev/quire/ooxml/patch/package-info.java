/// Writes a changed workbook into the package that it came from: compares the two states, rewrites
/// the cells, names and lists that differ as slices of their parts, and copies everything else as
/// it lies in the file. Never writes a part anew that was there. Start with [PackagePatch].
package dev.quire.ooxml.patch;
