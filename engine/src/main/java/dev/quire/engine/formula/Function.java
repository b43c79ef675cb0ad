package dev.quire.engine.formula;

import dev.quire.engine.value.Value;
import java.util.List;

/// A worksheet function as the formula language sees it.
public interface Function {
  /// Most arguments of any function (Excel specifications and limits).
  int MAX_ARGUMENTS = 255;

  /// The name in upper case without prefix.
  String name();

  /// What it takes, in order.
  List<Parameter> parameters();

  /// What it may yield when each argument is one value.
  ResultKind result();

  /// Whether the result may change although nothing it reads did.
  boolean isVolatile();

  /// Whether a reference to several cells is `#VALUE!` where one value is taken, rather than
  /// lifted.
  default boolean refusesRanges() {
    return FormerToolPak.has(name());
  }

  /// How the commonest calls may be computed with less work.
  default Shortcut shortcut() {
    return Shortcut.NONE;
  }

  /// Computes the result. Errors are results, never exceptions.
  Value call(Arguments arguments);

  /// The parameter that takes the argument at a zero-based place.
  default Parameter parameter(int place) {
    List<Parameter> all = parameters();
    if (place < all.size()) {
      return all.get(place);
    }
    int group = (int) all.stream().filter(Parameter::repeats).count();
    int start = all.size() - group;
    return all.get(start + (place - start) % group);
  }

  /// Whether it can be called with so many arguments.
  default boolean accepts(int arguments) {
    List<Parameter> all = parameters();
    long least = all.stream().filter(parameter -> !parameter.isOptional()).count();
    boolean repeats = !all.isEmpty() && all.getLast().repeats();
    return arguments >= least && arguments <= (repeats ? MAX_ARGUMENTS : all.size());
  }
}
