package dev.quire.session;

import dev.quire.workbook.WorksheetKeys;
import dev.quire.workbook.WorksheetKeys.Known;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;

/// What has to be known of a workbook's file before edits that were made later can be applied to
/// it.
///
/// @param path where the file lay in its drive
/// @param keys what the edits call its worksheets
record BookNote(String path, WorksheetKeys keys) {
  private static final int VERSION = 1;

  byte[] bytes() {
    var bytes = new ByteArrayOutputStream();
    var out = new DataOutputStream(bytes);
    try {
      out.writeByte(VERSION);
      out.writeUTF(path);
      out.writeInt(keys.next());
      out.writeInt(keys.worksheets().size());
      for (Known sheet : keys.worksheets()) {
        out.writeInt(sheet.key());
        out.writeUTF(sheet.id());
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible); // memory does not fail
    }
    return bytes.toByteArray();
  }

  /// @throws IllegalArgumentException when the bytes are no note of this version
  static BookNote of(byte[] bytes) {
    var in = new DataInputStream(new ByteArrayInputStream(bytes));
    try {
      if (in.readByte() != VERSION) {
        throw new IllegalArgumentException("the note has another version");
      }
      String path = in.readUTF();
      int next = in.readInt();
      var sheets = new ArrayList<Known>();
      for (int left = in.readInt(); left > 0; left--) {
        sheets.add(new Known(in.readInt(), in.readUTF()));
      }
      return new BookNote(path, new WorksheetKeys(sheets, next));
    } catch (IOException cut) {
      throw new IllegalArgumentException("the note ends too early", cut);
    }
  }
}
