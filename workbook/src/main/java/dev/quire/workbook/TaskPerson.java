package dev.quire.workbook;

/// Somebody who has to do with a task.
///
/// @param id what tells people apart; with a directory that names an address, `S::address::id`
/// @param name a name to show
public record TaskPerson(String id, String name) {
  /// The mail address, as far as the id tells it; empty for none.
  public String email() {
    String[] parts = id.split("::");
    String candidate = parts.length == 3 ? parts[1] : id;
    return candidate.contains("@") ? candidate : "";
  }
}
