/// One reader for each kind of part, from XML to what the workbook module calls it. Never writes.
/// Start with [WorkbookReader].
package dev.quire.ooxml.part;
