package dev.quire.ooxml.part;

import dev.quire.ooxml.zip.DeflateIndex;

/// Where to enter a worksheet part: what a save needs to change some rows without reading the
/// others.
///
/// @param content places in its compressed form
/// @param rows places of its rows
public record SheetIndex(DeflateIndex content, RowMarks rows) {}
