package dev.quire.ooxml.guard;

/// What a file turned out to be that is no `.xlsx` workbook.
public enum FileKind {
  /// No bytes at all.
  EMPTY("an empty file"),
  /// Text, such as CSV.
  TEXT("plain text"),
  /// HTML or other XML outside a package.
  MARKUP("an HTML or XML text"),
  /// A PDF document.
  PDF("a PDF document"),
  /// A binary workbook of Excel 97 to 2003.
  XLS("an Excel 97-2003 workbook (.xls)"),
  /// An OLE2 container with something else.
  OLE2("an OLE2 container without a workbook"),
  /// A binary workbook in a package.
  XLSB("a binary workbook (.xlsb)"),
  /// An OpenDocument spreadsheet.
  ODS("an OpenDocument spreadsheet (.ods)"),
  /// Another OpenDocument file.
  OPEN_DOCUMENT("an OpenDocument file"),
  /// A Word document.
  WORD("a Word document"),
  /// A PowerPoint presentation.
  POWERPOINT("a PowerPoint presentation"),
  /// A zip archive that holds no office document.
  ZIP("a zip archive without a workbook"),
  /// Bytes of an unknown kind.
  OTHER("not a workbook");

  private final String words;

  FileKind(String words) {
    this.words = words;
  }

  /// How a message names it.
  public String words() {
    return words;
  }
}
