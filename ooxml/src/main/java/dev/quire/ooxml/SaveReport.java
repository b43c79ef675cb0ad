package dev.quire.ooxml;

import java.util.List;

/// What a save did to the file.
///
/// @param rewritten parts with another content
/// @param added parts that are new
/// @param removed parts that are gone
/// @param identical number of parts whose compressed bytes are the same as before
/// @param cellsChanged number of cells written
/// @param notices what a person should know
public record SaveReport(
    List<String> rewritten,
    List<String> added,
    List<String> removed,
    int identical,
    long cellsChanged,
    List<String> notices) {}
