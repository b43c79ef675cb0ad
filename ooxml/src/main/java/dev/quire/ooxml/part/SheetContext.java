package dev.quire.ooxml.part;

import dev.quire.engine.value.ErrorValue;
import dev.quire.workbook.Pronunciations;
import java.util.BitSet;
import java.util.List;
import java.util.Map;

/// What the cells of a sheet refer to.
///
/// @param strings the shared texts
/// @param styles number of cell formats
/// @param date1904 whether days count from 1904
/// @param richErrors the errors that values of `vm` lead to
/// @param differentials what formats that conditional formats name say of colours
/// @param pronunciations where is noted how texts are pronounced
/// @param dynamicMarks metadata numbers of dynamic array formulas
record SheetContext(
    LateStrings strings,
    int styles,
    List<Differential> differentials,
    boolean date1904,
    Pronunciations pronunciations,
    BitSet dynamicMarks,
    Map<Integer, ErrorValue> richErrors) {}
