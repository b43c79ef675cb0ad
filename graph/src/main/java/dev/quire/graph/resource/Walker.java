package dev.quire.graph.resource;

import dev.quire.graph.json.JsonObject;
import dev.quire.graph.path.Segment;
import dev.quire.workbook.Edit;
import dev.quire.workbook.Workbook;
import java.util.List;
import java.util.Map;

/// Follows the steps of a path through a workbook.
public final class Walker {
  private static final JsonObject NO_BODY = new JsonObject(List.of());

  private final Registry registry;

  /// A walker over the resources of a registry.
  public Walker(Registry registry) {
    this.registry = registry;
  }

  /// What the steps lead to. Actions, `$count` and single properties at the end are the caller's
  /// business and must not be among the steps.
  ///
  /// @param steps the steps inside the workbook
  /// @param body arguments of a last function whose arguments are not in the path
  /// @throws NoSuchEntity when the workbook has no such thing
  /// @throws NotServed when a step is documented but not built
  public Target walk(Workbook book, List<Segment> steps, JsonObject body) {
    Target target = new Target.One(new WorkbookView(book));
    for (int at = 0; at < steps.size(); at++) {
      boolean isLast = at == steps.size() - 1;
      target = step(target, steps.get(at), isLast ? body : NO_BODY);
    }
    return target;
  }

  private Target step(Target from, Segment step, JsonObject body) {
    return switch (step) {
      case Segment.Navigation navigation ->
          type(from).follow(view(from), navigation.property().name());
      case Segment.Key key -> element(from, key.value());
      case Segment.FunctionCall call -> call(from, call, body);
      default -> throw new NotServed(step.toString());
    };
  }

  private Target call(Target from, Segment.FunctionCall call, JsonObject body) {
    String name = call.function().name();
    var arguments = new Arguments(call.arguments(), body);
    if (from instanceof Target.Many(_, _, Listing listing)) {
      return ofCollection(listing, name, arguments);
    }
    return type(from).call(view(from), name, arguments);
  }

  private static Target ofCollection(Listing listing, String function, Arguments arguments) {
    return switch (function) {
      case "count" -> new Target.Number(listing.size());
      case "itemAt" -> at(listing, arguments.integer("index"));
      case "item" -> element(listing, arguments.text("name"));
      default -> throw new NotServed(function);
    };
  }

  private static Target at(Listing listing, int index) {
    if (index < 0 || index >= listing.size()) {
      throw new NoSuchEntity("item at index", Integer.toString(index));
    }
    return new Target.One(listing.at().apply(index));
  }

  private static Target element(Target from, String key) {
    if (from instanceof Target.Many(_, _, Listing listing)) {
      return element(listing, key);
    }
    throw new NoSuchEntity("item", key);
  }

  private static Target element(Listing listing, String key) {
    return new Target.One(
        listing.find().apply(key).orElseThrow(() -> new NoSuchEntity("item", key)));
  }

  private ResourceType<?> type(Target from) {
    return registry.type(view(from).type());
  }

  private static View view(Target from) {
    return switch (from) {
      case Target.One(View view) -> view;
      case Target.Many many -> throw new NotServed(many.property());
      case Target.Number _ -> throw new NotServed("count");
      case Target.Picture _ -> throw new NotServed("image");
    };
  }

  /// The plan of an action or of a POST to a collection.
  ///
  /// @param last the action; for a POST to a collection the step that leads to it
  public ResourceType.Plan plan(
      Target target, Segment last, JsonObject body, ResourceType.Ids ids) {
    var arguments = new Arguments(Map.of(), body);
    if (last instanceof Segment.ActionCall call) {
      String action = call.action().name();
      BodyTypes.check(call.action(), body);
      return switch (target) {
        case Target.One(View view) -> registry.type(view.type()).act(view, action, arguments, ids);
        case Target.Many(View owner, String property, _) ->
            registry.type(owner.type()).act(owner, property + "/" + action, arguments, ids);
        case Target.Number _, Target.Picture _ -> throw new NotServed(action);
      };
    }
    if (target instanceof Target.Many(View owner, String property, _)) {
      return registry.type(owner.type()).create(owner, property, arguments, ids);
    }
    throw new NotAllowed("POST", "GET, PATCH, DELETE");
  }

  /// The edit of a PATCH.
  public Edit update(View view, JsonObject body, ResourceType.Ids ids) {
    registry.structured(view.type()).ifPresent(type -> BodyTypes.check(type, body));
    return registry.type(view.type()).update(view, body, ids);
  }

  /// The edit of a DELETE.
  public Edit delete(View view, ResourceType.Ids ids) {
    return registry.type(view.type()).delete(view, ids);
  }

  /// The registry that is walked.
  public Registry registry() {
    return registry;
  }
}
