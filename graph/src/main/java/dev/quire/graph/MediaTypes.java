package dev.quire.graph;

import java.util.Locale;
import java.util.Map;

/// Media types by the ending of a file's name.
final class MediaTypes {
  private static final Map<String, String> BY_ENDING =
      Map.of(
          "xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
          "xlsm", "application/vnd.ms-excel.sheet.macroEnabled.12",
          "xltx", "application/vnd.openxmlformats-officedocument.spreadsheetml.template",
          "xltm", "application/vnd.ms-excel.template.macroEnabled.12",
          "xls", "application/vnd.ms-excel",
          "csv", "text/csv",
          "txt", "text/plain",
          "json", "application/json");

  private MediaTypes() {}

  static String of(String name) {
    String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    return BY_ENDING.getOrDefault(ending, "application/octet-stream");
  }
}
