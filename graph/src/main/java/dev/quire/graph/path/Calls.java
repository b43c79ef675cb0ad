package dev.quire.graph.path;

import dev.quire.graph.edm.Operation;
import dev.quire.graph.edm.Parameter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Finds the overload of a function that a segment calls, and gives its arguments their types.
final class Calls {
  private final List<Operation> overloads;
  private final Word word;

  /// @param overloads at least one, all of one name
  Calls(List<Operation> overloads, Word word) {
    this.overloads = overloads;
    this.word = word;
  }

  /// The call that the segment spells.
  Segment.FunctionCall call() {
    return word.hasParentheses() ? callWith(entries()) : bareCall();
  }

  /// Only the name: the overload with the fewest parameters, without arguments.
  private Segment.FunctionCall bareCall() {
    var fewest = overloads.getFirst();
    for (var overload : overloads) {
      if (overload.parameters().size() < fewest.parameters().size()) {
        fewest = overload;
      }
    }
    return new Segment.FunctionCall(fewest, Map.of());
  }

  private Segment.FunctionCall callWith(List<Parentheses.Entry> entries) {
    if (entries.size() == 1 && !entries.getFirst().isNamed()) {
      return positionalCall(entries.getFirst());
    }
    var named = new TreeMap<String, Parentheses.Entry>(String.CASE_INSENSITIVE_ORDER);
    for (var entry : entries) {
      if (!entry.isNamed() || named.put(entry.name(), entry) != null) {
        throw syntax(entry);
      }
    }
    for (var overload : overloads) {
      if (overload.takesExactly(named.keySet())) {
        return new Segment.FunctionCall(overload, arguments(overload, named));
      }
    }
    throw noOverload();
  }

  /// `itemAt(0)`: allowed where it cannot be taken for a key behind a call without arguments.
  private Segment.FunctionCall positionalCall(Parentheses.Entry entry) {
    boolean ambiguous = overloads.stream().anyMatch(o -> o.parameters().isEmpty());
    var single = overloads.stream().filter(o -> o.parameters().size() == 1).findFirst();
    if (ambiguous || single.isEmpty()) {
      throw new PathFault.KeyNotAllowed(word.position(), word.name());
    }
    var parameter = single.get().parameters().getFirst();
    return new Segment.FunctionCall(
        single.get(), Map.of(parameter.name(), argument(parameter, entry)));
  }

  private Map<String, Argument> arguments(
      Operation overload, Map<String, Parentheses.Entry> named) {
    var arguments = new LinkedHashMap<String, Argument>();
    for (var parameter : overload.parameters()) {
      var entry = named.get(parameter.name());
      if (entry == null) {
        throw noOverload();
      }
      arguments.put(parameter.name(), argument(parameter, entry));
    }
    return arguments;
  }

  private Argument argument(Parameter parameter, Parentheses.Entry entry) {
    if (!entry.quoted() && entry.value().equals("null")) {
      if (parameter.nullable()) {
        return new Argument.Nothing();
      }
      throw syntax(entry);
    }
    return switch (parameter.type().name()) {
      case "Edm.String" -> text(entry);
      case "Edm.Int32" -> whole(entry);
      case "Edm.Boolean" -> flag(entry);
      default -> throw syntax(entry);
    };
  }

  private Argument text(Parentheses.Entry entry) {
    if (!entry.quoted()) {
      throw syntax(entry);
    }
    return new Argument.Text(entry.value());
  }

  private Argument whole(Parentheses.Entry entry) {
    if (entry.quoted()) {
      throw syntax(entry);
    }
    try {
      return new Argument.Whole(Integer.parseInt(entry.value()));
    } catch (NumberFormatException e) {
      throw syntax(entry);
    }
  }

  private Argument flag(Parentheses.Entry entry) {
    if (!entry.quoted() && entry.value().equalsIgnoreCase("true")) {
      return new Argument.Flag(true);
    }
    if (!entry.quoted() && entry.value().equalsIgnoreCase("false")) {
      return new Argument.Flag(false);
    }
    throw syntax(entry);
  }

  private List<Parentheses.Entry> entries() {
    return Parentheses.read(word.inside(), word.position());
  }

  private PathFault syntax(Parentheses.Entry entry) {
    return new PathFault.BadSyntax(word.position(), entry.offset(), word.inside());
  }

  private PathFault noOverload() {
    var forms = new ArrayList<String>();
    for (var overload : overloads) {
      var names = overload.parameters().stream().map(Parameter::name).toList();
      forms.add(overload.name() + "(" + String.join(",", names) + ")");
    }
    return new PathFault.NoOverload(word.position(), word.name(), forms);
  }
}
