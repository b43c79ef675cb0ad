package dev.quire.graph.document;

import dev.quire.graph.edm.NavigationProperty;
import dev.quire.graph.edm.Operation;
import dev.quire.graph.edm.Property;
import dev.quire.graph.edm.StructuredType;
import dev.quire.graph.edm.TypeRef;
import dev.quire.graph.path.Segment;
import dev.quire.graph.resource.Served;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The paths of a workbook that are served. Since ranges lead to ranges and everything leads back
/// to its worksheet, there is no end of them: what a type offers is told once, at the shortest
/// path.
final class Paths {
  /// Ranges are shown where people look for them first.
  private static final String FIRST = "worksheets";

  /// `range(address='…')` before `range()`, and both before `cell`.
  private static final Comparator<Operation> USUAL_FIRST =
      Comparator.comparing((Operation each) -> !each.name().equals("range"))
          .thenComparing(each -> -each.parameters().size());

  private final Surface surface;
  private final Set<String> told = new HashSet<>();
  private final List<Path> found = new ArrayList<>();
  private final Deque<Path> waiting = new ArrayDeque<>();

  private Paths(Surface surface) {
    this.surface = surface;
  }

  static List<Path> of(Surface surface) {
    return new Paths(surface).all();
  }

  private List<Path> all() {
    waiting.add(Path.WORKBOOK);
    while (!waiting.isEmpty()) {
      Path path = waiting.remove();
      found.add(path);
      path.type()
          .filter(type -> !type.isPrimitive() && told.add(type.toString()))
          .ifPresent(type -> goOn(path, type));
    }
    return found;
  }

  private void goOn(Path path, TypeRef type) {
    if (type.collection()) {
      waiting.add(path.one());
      waiting.add(path.then(new Segment.Count(), "$count"));
    } else {
      surface.model().findType(type.name()).ifPresent(structured -> members(path, structured));
    }
    surface.operations().stream()
        .filter(operation -> operation.binding().equals(type))
        .sorted(USUAL_FIRST)
        .forEach(operation -> next(operation).add(called(path, operation)));
  }

  /// The result of a long-running operation is only looked at; what a row offers is told at its
  /// table.
  private Collection<Path> next(Operation operation) {
    return operation.name().equals(Served.ROW_FUNCTION) ? found : waiting;
  }

  private static Path called(Path path, Operation operation) {
    return operation.isFunction()
        ? path.call(new Segment.FunctionCall(operation, Map.of()))
        : path.then(new Segment.ActionCall(operation), operation.name());
  }

  private void members(Path path, StructuredType type) {
    if (type.kind() == StructuredType.Kind.COMPLEX) {
      return;
    }
    surface.navigation(type).stream()
        .sorted(Comparator.comparing((NavigationProperty each) -> !each.name().equals(FIRST)))
        .forEach(each -> waiting.add(path.then(new Segment.Navigation(each), each.name())));
    for (Property each : surface.properties(type)) {
      waiting.add(path.then(new Segment.PropertyAccess(each), each.name()));
    }
  }
}
