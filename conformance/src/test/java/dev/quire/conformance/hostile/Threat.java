package dev.quire.conformance.hostile;

import java.util.function.Supplier;

/// A file that wants too much or lies.
///
/// @param name what it does
/// @param content makes the file
/// @param expected [#OPENS], or what the answer names: the part or `zip`, and the limit or the
///   fault
record Threat(String name, Supplier<byte[]> content, String expected) {
  /// Expected of files that are odd but can be read.
  static final String OPENS = "opens";

  @Override
  public String toString() {
    return name;
  }
}
