/// How wide and high texts are, told from a table of widths that is part of the program: no fonts,
/// no graphics. Start with [dev.quire.workbook.font.TextSize].
package dev.quire.workbook.font;
