package dev.quire.ooxml.patch;

import java.util.Locale;
import java.util.Set;

/// Which parts hold references, beside the workbook and its worksheets.
final class ReferringParts {
  private static final String VML = "vmldrawing";

  /// Ends of content types.
  private static final Set<String> TYPES =
      Set.of(
          "drawingml.chart+xml",
          "drawingml.chartshapes+xml",
          "chartex+xml",
          "officedocument.drawing+xml",
          "spreadsheetml.chartsheet+xml",
          "spreadsheetml.dialogsheet+xml",
          "macrosheet+xml",
          "spreadsheetml.table+xml",
          "spreadsheetml.tablesinglecells+xml",
          "spreadsheetml.pivottable+xml",
          "spreadsheetml.pivotcachedefinition+xml",
          "spreadsheetml.comments+xml",
          "spreadsheetml.connections+xml",
          "ms-excel.threadedcomments+xml",
          "ms-excel.controlproperties+xml",
          "ms-excel.namedsheetviews+xml",
          VML);

  private ReferringParts() {}

  /// Whether parts of this content type hold references.
  static boolean is(String contentType) {
    String type = contentType.toLowerCase(Locale.ROOT);
    return TYPES.stream().anyMatch(type::endsWith);
  }

  /// Whether parts of this content type are drawings of old, which need not be well formed.
  static boolean isVml(String contentType) {
    return contentType.toLowerCase(Locale.ROOT).endsWith(VML);
  }
}
