package dev.quire.session;

/// The password of a workbook. Never shown, also not by accident.
///
/// @param text what was given
public record Password(String text) {
  @Override
  public String toString() {
    return "(password)";
  }
}
