package dev.quire.workbook.encoding;

import dev.quire.workbook.Edit;
import dev.quire.workbook.spelling.CamelCase;

/// An edit as bytes: the version of the encoding, the kind of change, its components. Whoever
/// stores the bytes tells where they end and whether they are whole.
public final class EditRecord {
  private static final int VERSION = 1;

  private EditRecord() {}

  /// The bytes of an edit.
  public static byte[] write(Edit edit) {
    var out = new RecordOutput();
    out.octet(VERSION);
    writeInside(out, edit);
    return out.bytes();
  }

  /// The kind of an edit as a word: `writeCells`.
  public static String kind(Edit edit) {
    return CamelCase.lower(EditKind.of(edit));
  }

  static void writeInside(RecordOutput out, Edit edit) {
    EditKind kind = EditKind.of(edit);
    out.integer(kind.number());
    kind.form().write(edit, out);
  }

  /// The edit that the bytes stand for, equal to the one that was written.
  ///
  /// @throws UnreadableRecord when they stand for none, or a newer version wrote them
  public static Edit read(byte[] record) {
    var in = new RecordInput(record);
    int version = in.octet();
    if (version != VERSION) {
      throw new UnreadableRecord("it has version %d, not %d".formatted(version, VERSION));
    }
    Edit edit = readInside(in);
    in.end();
    return edit;
  }

  static Edit readInside(RecordInput in) {
    int number = in.integer();
    EditKind kind =
        EditKind.numbered(number)
            .orElseThrow(() -> new UnreadableRecord("it has the unknown kind " + number));
    return edit(kind, in);
  }

  private static Edit edit(EditKind kind, RecordInput in) {
    try {
      return kind.form().read(in);
    } catch (IllegalArgumentException impossible) {
      throw new UnreadableRecord(String.valueOf(impossible.getMessage()));
    }
  }
}
