/// What becomes of workbook files: how two differ, whether a save changes more than it should, what
/// structural edits cost beside another library.
@org.jspecify.annotations.NullMarked
package dev.quire.bench.files;
