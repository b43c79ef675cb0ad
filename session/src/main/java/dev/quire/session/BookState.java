package dev.quire.session;

import dev.quire.ooxml.XlsxFile;
import dev.quire.store.Item;
import dev.quire.workbook.Workbook;
import java.time.Instant;

/// What belongs together at one moment of an [OpenBook].
///
/// @param item the file with the tags it had when it was read or written last
/// @param file the bytes that the file has, taken apart
/// @param saved the workbook as it is in the file
/// @param savedSequence number of the last change that is in the file
/// @param live the workbook with what has been written since
/// @param sequence number of the last change in `live`
/// @param written when it was written last
record BookState(
    Item item,
    XlsxFile file,
    Workbook saved,
    long savedSequence,
    Workbook live,
    long sequence,
    Instant written) {
  boolean isDirty() {
    return live != saved || sequence != savedSequence;
  }

  BookState with(Workbook changed, long number, Instant now) {
    return new BookState(item, file, saved, savedSequence, changed, number, now);
  }
}
