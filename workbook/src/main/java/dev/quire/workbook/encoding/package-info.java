/// Edits as bytes and back, for a journal that outlives the process. A kind of change is one line
/// in [dev.quire.workbook.encoding.EditForms] and one constant in
/// [dev.quire.workbook.encoding.EditKind]; the compiler asks for both. Start with
/// [dev.quire.workbook.encoding.EditRecord].
package dev.quire.workbook.encoding;
