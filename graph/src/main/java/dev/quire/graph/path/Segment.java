package dev.quire.graph.path;

import dev.quire.graph.edm.NavigationProperty;
import dev.quire.graph.edm.Operation;
import dev.quire.graph.edm.Parameter;
import dev.quire.graph.edm.Property;
import dev.quire.graph.edm.TypeRef;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One step of a route. Names are those of the model, whatever case the client wrote.
public sealed interface Segment {
  /// The type of what this step leads to; empty where it leads to no data, or to a document of its
  /// own kind.
  Optional<TypeRef> type();

  /// The service itself: always the first step, and nowhere else.
  ///
  /// @param version `v1.0` or `beta`
  record Root(String version) implements Segment {
    @Override
    public Optional<TypeRef> type() {
      return Optional.empty();
    }
  }

  /// `$batch`.
  record Batch() implements Segment {
    @Override
    public Optional<TypeRef> type() {
      return Optional.empty();
    }
  }

  /// `$metadata`.
  record Metadata() implements Segment {
    @Override
    public Optional<TypeRef> type() {
      return Optional.empty();
    }
  }

  /// An entity set (`drives`) or a singleton (`me`): the first step behind the root.
  ///
  /// @param entrance its name and type
  record Entrance(NavigationProperty entrance) implements Segment {
    @Override
    public Optional<TypeRef> type() {
      return Optional.of(entrance.type());
    }
  }

  /// A navigation property: `workbook`, `worksheets`.
  ///
  /// @param property its name and type
  record Navigation(NavigationProperty property) implements Segment {
    @Override
    public Optional<TypeRef> type() {
      return Optional.of(property.type());
    }
  }

  /// One of a collection, by whatever it was called: an id or a name.
  ///
  /// @param value as the client sent it, decoded; may be empty
  /// @param entity the type of the one
  record Key(String value, TypeRef entity) implements Segment {
    @Override
    public Optional<TypeRef> type() {
      return Optional.of(entity);
    }
  }

  /// An item by its path relative to the step before: the `:/folder/book.xlsx:` of
  /// `root:/folder/book.xlsx:`.
  ///
  /// @param path `/`-separated, without a slash at either end; never empty, and no part of it is
  ///   empty, `.` or `..`
  /// @param entity the type of the item: a drive item, or a site
  record ItemPath(String path, TypeRef entity) implements Segment {
    @Override
    public Optional<TypeRef> type() {
      return Optional.of(entity);
    }
  }

  /// A call of a function.
  ///
  /// @param function the overload whose parameters the arguments fit
  /// @param arguments by name as in the model, in the order of the model
  record FunctionCall(Operation function, Map<String, Argument> arguments) implements Segment {
    /// Copies the arguments, keeping their order.
    public FunctionCall {
      arguments = Collections.unmodifiableMap(new LinkedHashMap<>(arguments));
    }

    @Override
    public Optional<TypeRef> type() {
      return function.returns();
    }

    /// Parameters that got no argument: all of them where the client wrote only the name
    /// (`range/cell`), as some documented request lines do that put the arguments into the body;
    /// else none.
    public List<Parameter> missing() {
      return function.parameters().stream().filter(p -> !arguments.containsKey(p.name())).toList();
    }
  }

  /// A call of an action; its arguments are in the body. Always the last step.
  ///
  /// @param action what to do
  record ActionCall(Operation action) implements Segment {
    @Override
    public Optional<TypeRef> type() {
      return action.returns();
    }
  }

  /// A structural property: `name`, `content`, `fields`.
  ///
  /// @param property its name and type
  record PropertyAccess(Property property) implements Segment {
    @Override
    public Optional<TypeRef> type() {
      return Optional.of(property.type());
    }
  }

  /// `$count` of a collection: a bare number as text.
  record Count() implements Segment {
    @Override
    public Optional<TypeRef> type() {
      return Optional.of(TypeRef.INT32);
    }
  }

  /// `$value`: the property before it without JSON around it.
  ///
  /// @param property type of the property
  record RawValue(TypeRef property) implements Segment {
    @Override
    public Optional<TypeRef> type() {
      return Optional.of(property);
    }
  }
}
