package dev.quire.ooxml.part;

import dev.quire.ooxml.xml.XmlElement;
import dev.quire.workbook.Visibility;

/// A tab of the workbook.
///
/// @param name what the tab says
/// @param sheetId number of the sheet in the file, unique and never used again
/// @param visibility whether the tab is shown
/// @param part name of the part that it is written in, empty for a tab without part
/// @param isWorksheet false for chart, dialog and macro sheets, and for tabs of old macro modules,
///   which have no part
/// @param element how the workbook part lists it
public record SheetEntry(
    String name,
    int sheetId,
    Visibility visibility,
    String part,
    boolean isWorksheet,
    XmlElement element) {}
