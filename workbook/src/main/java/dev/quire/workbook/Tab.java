package dev.quire.workbook;

/// The tab of a worksheet: what can be told of the sheet before it is read.
///
/// @param key number of the sheet within the open workbook; never used twice
/// @param id a GUID in braces that stays the same when the sheet is renamed or moved
/// @param name its text
/// @param visibility whether it is shown
public record Tab(int key, String id, String name, Visibility visibility) {}
