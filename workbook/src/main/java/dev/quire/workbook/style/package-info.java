/// How cells look: fonts, fills, borders, alignment, protection, and changes to them. Plain values;
/// knows neither cells nor files. Start at [dev.quire.workbook.style.Look].
@org.jspecify.annotations.NullMarked
package dev.quire.workbook.style;
