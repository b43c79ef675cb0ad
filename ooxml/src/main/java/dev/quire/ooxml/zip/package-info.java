/// The zip container: which entries there are, their compressed bytes as they lie in the file, and
/// a writer that copies those bytes. Entry names are keys, never paths. Never looks into an entry.
/// Start with [ZipArchive] and [ZipWriter].
package dev.quire.ooxml.zip;
