package dev.quire.engine.formula;

import java.util.Optional;

/// The functions that formulas can call.
public interface Functions {
  /// The function with this upper-case name; empty when it is not computed here.
  Optional<Function> find(String name);

  /// How these functions and the operators turn text into numbers and back.
  NumberText numberText();
}
