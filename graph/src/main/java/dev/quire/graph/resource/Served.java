package dev.quire.graph.resource;

import dev.quire.graph.edm.NavigationProperty;
import dev.quire.graph.edm.Operation;
import dev.quire.graph.edm.TypeRef;
import dev.quire.graph.path.Segment;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.Set;

/// What can be asked at each place of a workbook, told from the declarations alone: no workbook is
/// opened. What answers list in `Allow`, what documents describe and what the coverage page counts
/// all come from here.
public final class Served {
  private static final List<String> OF_ENTITIES = List.of("PATCH", "DELETE");

  /// Sessions and their long-running operations are no entities of a workbook; they are answered
  /// before any workbook is looked at.
  private static final Set<String> SESSION_ACTIONS =
      Set.of("createSession", "refreshSession", "closeSession");

  /// The function that leads to a row added by a long-running operation.
  public static final String ROW_FUNCTION = "tableRowOperationResult";

  private static final Set<String> OPERATION_FUNCTIONS =
      Set.of("sessionInfoResource", ROW_FUNCTION);

  /// Why operations are neither listed nor changed, as part of a sentence.
  public static final String OF_OPERATIONS =
      "an operation is told by the answer that began it, and only looked at";

  private static final String OPERATIONS = "operations";
  private static final String WORKBOOK = "workbook";

  private final Registry registry;

  /// What the resources of a registry serve.
  public Served(Registry registry) {
    this.registry = registry;
  }

  /// What stands at a place: one entity, or many that an entity has.
  private sealed interface Place {
    record One(ResourceType<?> type) implements Place {}

    record Many(ResourceType<?> owner, String property, TypeRef element) implements Place {}

    record Value() implements Place {}
  }

  /// The methods that are answered at a place, beside HEAD and OPTIONS; none when the place is
  /// known to the entity model but not built.
  ///
  /// @param steps the steps inside the workbook
  public SequencedSet<String> methods(List<Segment> steps) {
    if (isOfSession(steps)) {
      return ofSession(steps);
    }
    Optional<Place> place = registry.find(WORKBOOK).map(type -> (Place) new Place.One(type));
    if (steps.isEmpty()) {
      return place.map(this::ofPlace).orElseGet(Served::none);
    }
    for (Segment step : steps.subList(0, steps.size() - 1)) {
      place = place.flatMap(from -> step(from, step));
    }
    return place.map(from -> last(from, steps.getLast())).orElseGet(Served::none);
  }

  /// Why a method means nothing at a place, and what to use instead; empty where nothing more is to
  /// be said than that the place does not have it.
  public Optional<String> refusal(List<Segment> steps, String method) {
    if (!steps.isEmpty() && isOfSession(steps)) {
      return Optional.of(OF_OPERATIONS);
    }
    if (!steps.isEmpty() && steps.getLast() instanceof Segment.ActionCall) {
      return Optional.of("an action is called with POST");
    }
    return method.equals("POST") ? byOwner(steps) : byType(steps, method);
  }

  /// Whether a method is refused at a place for good. Others that are not among [#methods] are
  /// known to the entity model but not built.
  public boolean refuses(List<Segment> steps, String method) {
    boolean collection = !steps.isEmpty() && isCollection(steps.getLast());
    return switch (method) {
      case "GET" ->
          !steps.isEmpty()
              && (steps.getLast() instanceof Segment.ActionCall || isListOfOperations(steps));
      case "POST" -> collection ? isOfSession(steps) || byOwner(steps).isPresent() : !isCall(steps);
      case "PATCH", "DELETE" ->
          !leadsToEntity(steps) || isOfSession(steps) || byType(steps, method).isPresent();
      default -> true;
    };
  }

  /// The properties that are read of a type; empty for types that are no resources, which are shown
  /// whole.
  public Optional<Set<String>> properties(String type) {
    return registry.find(type).map(ResourceType::properties);
  }

  /// The navigation properties that are followed from a type, under the same rule.
  public Optional<Set<String>> navigation(String type) {
    return registry
        .find(type)
        .map(found -> {
          var all = new LinkedHashSet<>(found.navigation());
          if (type.equals(WORKBOOK)) {
            all.add(OPERATIONS);
          }
          return all;
        });
  }

  /// Whether an operation can be called at all.
  public boolean offers(Operation operation) {
    String name = operation.name();
    TypeRef binding = operation.binding();
    if (binding.name().equals(WORKBOOK) && isOfSession(name)) {
      return true;
    }
    return binding.collection()
        ? registry.all().stream().anyMatch(owner -> offers(owner, operation))
        : registry
            .find(binding.name())
            .filter(type ->
                operation.isFunction() ? type.functions().contains(name) : type.offers(name))
            .isPresent();
  }

  /// Whether an entity has a collection on which the operation can be called.
  private boolean offers(ResourceType<?> owner, Operation operation) {
    return registry.navigation(owner.name()).stream()
        .filter(property -> property.type().equals(operation.binding()))
        .map(NavigationProperty::name)
        .filter(owner.collections()::contains)
        .anyMatch(
            property -> operation.isFunction() || owner.offers(property + "/" + operation.name()));
  }

  private static boolean isOfSession(String operation) {
    return SESSION_ACTIONS.contains(operation) || OPERATION_FUNCTIONS.contains(operation);
  }

  /// Operations are asked for one by one; a list of them is not to be had (semantics §1.3, D).
  private static boolean isListOfOperations(List<Segment> steps) {
    return isOfSession(steps)
        && (isCollection(steps.getLast()) || steps.getLast() instanceof Segment.Count);
  }

  private Optional<String> byType(List<Segment> steps, String method) {
    Optional<String> type =
        steps.isEmpty() ? Optional.of(WORKBOOK) : steps.getLast().type().map(TypeRef::name);
    return type.flatMap(registry::find).flatMap(found -> found.refusal(method));
  }

  private Optional<String> byOwner(List<Segment> steps) {
    if (steps.isEmpty()) {
      return Optional.empty();
    }
    String property =
        steps.getLast() instanceof Segment.Navigation last ? last.property().name() : "";
    return byType(steps.subList(0, steps.size() - 1), "POST " + property);
  }

  private static boolean leadsToEntity(List<Segment> steps) {
    return steps.isEmpty()
        || switch (steps.getLast()) {
          case Segment.Key _ -> true;
          case Segment.Navigation navigation -> !navigation.property().type().collection();
          case Segment.FunctionCall call ->
              call.type().filter(type -> !type.isPrimitive()).isPresent();
          case Segment _ -> false;
        };
  }

  private static boolean isCollection(Segment last) {
    return last instanceof Segment.Navigation navigation
        && navigation.property().type().collection();
  }

  private static boolean isCall(List<Segment> steps) {
    return !steps.isEmpty()
        && (steps.getLast() instanceof Segment.ActionCall
            || steps.getLast() instanceof Segment.FunctionCall);
  }

  private static boolean isOfSession(List<Segment> steps) {
    return !steps.isEmpty()
        && switch (steps.getFirst()) {
          case Segment.ActionCall call -> SESSION_ACTIONS.contains(call.action().name());
          case Segment.FunctionCall call -> OPERATION_FUNCTIONS.contains(call.function().name());
          case Segment.Navigation navigation -> navigation.property().name().equals(OPERATIONS);
          case Segment _ -> false;
        };
  }

  private static SequencedSet<String> ofSession(List<Segment> steps) {
    return switch (steps.getLast()) {
      case Segment.ActionCall _ -> methods("POST");
      case Segment.FunctionCall _ when steps.size() == 1 -> methods("GET");
      case Segment.Key _ when steps.size() == 2 -> methods("GET");
      case Segment.PropertyAccess _ when steps.size() == 3 -> methods("GET");
      case Segment _ -> none();
    };
  }

  private Optional<Place> step(Place from, Segment step) {
    return switch (from) {
      case Place.One(ResourceType<?> type) -> stepFromOne(type, step);
      case Place.Many(_, _, TypeRef element) -> stepFromMany(element, step);
      case Place.Value _ -> Optional.empty();
    };
  }

  private Optional<Place> stepFromOne(ResourceType<?> type, Segment step) {
    return switch (step) {
      case Segment.Navigation navigation -> {
        String name = navigation.property().name();
        TypeRef target = navigation.property().type();
        yield type.collections().contains(name)
            ? Optional.of(new Place.Many(type, name, target.element()))
            : Optional.of(name).filter(type.singles()::contains).flatMap(_ -> one(target));
      }
      case Segment.FunctionCall call ->
          Optional.of(call.function().name())
              .filter(type.functions()::contains)
              .flatMap(_ -> call.type())
              .flatMap(this::result);
      case Segment.PropertyAccess access ->
          type.properties().contains(access.property().name())
              ? Optional.of(new Place.Value())
              : Optional.empty();
      case Segment _ -> Optional.empty();
    };
  }

  private Optional<Place> stepFromMany(TypeRef element, Segment step) {
    return switch (step) {
      case Segment.Key _ -> one(element);
      case Segment.FunctionCall call when call.type().filter(TypeRef.INT32::equals).isPresent() ->
          Optional.of(new Place.Value());
      case Segment.FunctionCall _ -> one(element);
      case Segment.Count _ -> Optional.of(new Place.Value());
      case Segment _ -> Optional.empty();
    };
  }

  private Optional<Place> result(TypeRef type) {
    return type.isPrimitive() ? Optional.of(new Place.Value()) : one(type);
  }

  private Optional<Place> one(TypeRef type) {
    return registry.find(type.name()).map(Place.One::new);
  }

  private SequencedSet<String> last(Place from, Segment last) {
    if (last instanceof Segment.ActionCall call) {
      return acts(from, call.action().name()) ? methods("POST") : none();
    }
    if (from instanceof Place.Value && last instanceof Segment.RawValue) {
      return methods("GET");
    }
    return step(from, last).map(this::ofPlace).orElseGet(Served::none);
  }

  private static boolean acts(Place on, String action) {
    return switch (on) {
      case Place.One(ResourceType<?> type) -> type.offers(action);
      case Place.Many(ResourceType<?> owner, String property, _) ->
          owner.offers(property + "/" + action);
      case Place.Value _ -> false;
    };
  }

  private SequencedSet<String> ofPlace(Place place) {
    SequencedSet<String> methods = methods("GET");
    switch (place) {
      case Place.One(ResourceType<?> type) ->
          OF_ENTITIES.stream().filter(type::takes).forEach(methods::add);
      case Place.Many(ResourceType<?> owner, String property, _) -> {
        if (owner.creations().contains(property)) {
          methods.add("POST");
        }
      }
      case Place.Value _ -> {}
    }
    return methods;
  }

  private static SequencedSet<String> none() {
    return new LinkedHashSet<>();
  }

  private static SequencedSet<String> methods(String only) {
    var methods = none();
    methods.add(only);
    return methods;
  }
}
