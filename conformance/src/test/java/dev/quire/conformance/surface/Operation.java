package dev.quire.conformance.surface;

import java.util.List;
import java.util.regex.Pattern;

/// One operation of the published interface on a distinct resource.
///
/// @param owner type that has it, `Collection(…)` for what is bound to many
/// @param kind `get`, `update`, `action` and the like
/// @param http method of the request
/// @param name name, with `{id}` where a key stands
/// @param parameters names and types
/// @param returns type of the result, `-` for none
/// @param version the version that has it, `v1.0` or `beta`
/// @param path an example, below the workbook; `(root)` for the workbook itself
public record Operation(
    String owner,
    String kind,
    String http,
    String name,
    String parameters,
    String returns,
    String version,
    String path) {
  private static final Pattern TYPE = Pattern.compile(":[^,]*");

  /// All of v1.0.
  public static List<Operation> all() {
    return read("operations.tsv", "v1.0");
  }

  /// What beta has beyond, or with a larger body.
  public static List<Operation> beta() {
    return read("operations-beta.tsv", "beta");
  }

  private static List<Operation> read(String table, String version) {
    return Tables.rows(table).stream()
        .map(row -> new Operation(row[0], row[1], row[2], row[3], row[4], row[5], version, row[6]))
        .toList();
  }

  /// `workbookRange function cell(row, column)`, `workbookTable update columns/{id}`.
  public String id() {
    boolean isCall = kind.equals("function") || kind.equals("action");
    String arguments = isCall ? "(" + TYPE.matcher(parameters).replaceAll("") + ")" : "";
    return "%s %s %s%s".formatted(owner, kind, name, arguments);
  }

  /// Whether it has a path of its own; the members of a function's result have none.
  public boolean hasPath() {
    return !path.startsWith("(no path)");
  }

  /// The example below a workbook; empty for the workbook itself.
  public String below() {
    return path.equals("(root)") ? "" : path;
  }
}
