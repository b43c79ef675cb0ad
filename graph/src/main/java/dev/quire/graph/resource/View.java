package dev.quire.graph.resource;

import dev.quire.workbook.Workbook;

/// An entity of the API: a place in a workbook at one moment.
public interface View {
  /// The workbook it is seen in.
  Workbook book();

  /// The same place in a later state of the workbook.
  ///
  /// @throws NoSuchEntity when it is gone
  View in(Workbook later);

  /// The type of the entity in the entity model, without namespace: `workbookRange`.
  String type();

  /// The address of the entity below the workbook, with canonical keys, percent-encoded:
  /// `/worksheets(%27%7B…%7D%27)`.
  String path();

  /// How long its JSON is at least, with all properties; told without writing it.
  default long leastJsonBytes() {
    return 0;
  }
}
