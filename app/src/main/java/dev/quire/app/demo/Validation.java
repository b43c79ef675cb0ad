package dev.quire.app.demo;

/// What may be typed into a cell.
///
/// @param type Excel's name for the kind of rule
/// @param first the least number, or the list in quotes
/// @param second the greatest number; empty for a list
/// @param message what Excel answers to anything else
record Validation(String cell, String type, String first, String second, String message) {
  static Validation whole(String cell, int least, int most) {
    return between(cell, "whole", Integer.toString(least), Integer.toString(most));
  }

  static Validation decimal(String cell, double least, double most) {
    return between(cell, "decimal", Double.toString(least), Double.toString(most));
  }

  /// @param choices separated by commas
  static Validation oneOf(String cell, String choices) {
    return new Validation(cell, "list", '"' + choices + '"', "", "One of " + choices + ".");
  }

  private static Validation between(String cell, String type, String least, String most) {
    return new Validation(cell, type, least, most, "From " + least + " to " + most + ".");
  }
}
