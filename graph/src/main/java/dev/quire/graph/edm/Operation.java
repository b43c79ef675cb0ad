package dev.quire.graph.edm;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A function or action bound to a type: one overload.
///
/// @param kind what it is allowed to do
/// @param name as in the model
/// @param binding what it is called on
/// @param parameters in the order of the model, without the binding parameter
/// @param returns type of the result; empty when there is none
/// @param composable whether a path may go on behind it
public record Operation(
    Kind kind,
    String name,
    TypeRef binding,
    List<Parameter> parameters,
    Optional<TypeRef> returns,
    boolean composable) {
  /// What an operation may do.
  public enum Kind {
    /// Computes or finds something; called with GET.
    FUNCTION,
    /// May change something; called with POST, always the last segment of a path.
    ACTION
  }

  /// Copies the parameters.
  public Operation {
    parameters = List.copyOf(parameters);
  }

  /// Whether this is a function.
  public boolean isFunction() {
    return kind == Kind.FUNCTION;
  }

  /// The parameter of this name, case ignored.
  public Optional<Parameter> findParameter(String name) {
    return parameters.stream().filter(p -> p.name().equalsIgnoreCase(name)).findFirst();
  }

  /// Whether the parameters are exactly these, by name, in any order and case.
  public boolean takesExactly(Set<String> names) {
    return names.size() == parameters.size()
        && names.stream().allMatch(name -> findParameter(name).isPresent());
  }
}
