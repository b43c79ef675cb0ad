/// How constants are called outside: in the API, in files, in the journal.
@org.jspecify.annotations.NullMarked
package dev.quire.workbook.spelling;
