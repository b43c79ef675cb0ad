/// Workbooks as `.xlsx` files. Reads bytes into a workbook and writes a changed workbook back into
/// its bytes, where every part that no change touched stays as it was. Never opens a file or a
/// connection. Start with [XlsxFile].
package dev.quire.ooxml;
