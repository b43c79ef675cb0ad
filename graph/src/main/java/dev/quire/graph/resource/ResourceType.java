package dev.quire.graph.resource;

import dev.quire.graph.json.JsonObject;
import dev.quire.graph.json.JsonOut;
import dev.quire.graph.query.Scalar;
import dev.quire.workbook.Edit;
import dev.quire.workbook.Workbook;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/// All that can be asked of one entity type: what is read, where it leads, what can be called, how
/// it changes. Declared in one file per type; names are those of the entity model and are checked
/// against it when the server starts.
///
/// @param <V> the view that stands for an entity of the type
public final class ResourceType<V extends View> {
  /// Calls a function of the entity model.
  ///
  /// @param <V> the view it is bound to
  @FunctionalInterface
  public interface FunctionHandler<V> {
    /// What the function leads to.
    Target call(V view, Arguments arguments);
  }

  /// Plans an action: makes the edit, and tells which entity the answer shows.
  ///
  /// @param <V> the view it is bound to
  @FunctionalInterface
  public interface ActionHandler<V> {
    /// The plan for these arguments.
    Plan plan(V view, Arguments arguments, Ids ids);
  }

  /// Tells what an edit must not find out by itself: identifiers for new things, and the time.
  public interface Ids extends Supplier<String> {
    /// The moment of the request.
    Instant now();

    /// A name to show of whoever sent the request.
    String author();
  }

  /// Makes the edit of a PATCH.
  ///
  /// @param <V> the view that is changed
  @FunctionalInterface
  interface UpdateHandler<V> {
    /// The edit for a body.
    Edit edit(V view, JsonObject body, Ids ids);
  }

  /// What an action does.
  ///
  /// @param edit the change
  /// @param status status of success
  /// @param shown the entity that the answer shows, found in the changed workbook; nothing for an
  ///   answer without body
  public record Plan(Edit edit, int status, Optional<Function<Workbook, View>> shown) {
    /// A change whose answer has no body.
    public static Plan silent(Edit edit) {
      return new Plan(edit, 204, Optional.empty());
    }

    /// A change that makes something new.
    public static Plan creating(Edit edit, Function<Workbook, View> created) {
      return new Plan(edit, 201, Optional.of(created));
    }
  }

  private final String name;
  private final Class<V> view;
  private final Map<String, PropertyReader<V>> properties = new LinkedHashMap<>();
  private final Map<String, Function<V, Scalar>> scalars = new LinkedHashMap<>();
  private final Map<String, Function<V, Optional<View>>> singles = new LinkedHashMap<>();
  private final Map<String, Function<V, Listing>> collections = new LinkedHashMap<>();
  private final Map<String, FunctionHandler<V>> functions = new LinkedHashMap<>();
  private final Map<String, ActionHandler<V>> actions = new LinkedHashMap<>();
  private final Map<String, ActionHandler<V>> creations = new LinkedHashMap<>();
  private Optional<UpdateHandler<V>> update = Optional.empty();
  private Optional<BiFunction<V, Ids, Edit>> deletion = Optional.empty();
  private Predicate<String> computed = _ -> false;
  private final Map<String, String> refused = new LinkedHashMap<>();

  private ResourceType(String name, Class<V> view) {
    this.name = name;
    this.view = view;
  }

  /// Begins a declaration.
  ///
  /// @param name type in the entity model, without namespace
  public static <V extends View> ResourceType<V> resource(String name, Class<V> view) {
    return new ResourceType<>(name, view);
  }

  /// A declaration of the same type with all that this one has, to which more is added.
  ResourceType<V> extended() {
    var more = new ResourceType<V>(name, view);
    more.properties.putAll(properties);
    more.scalars.putAll(scalars);
    more.singles.putAll(singles);
    more.collections.putAll(collections);
    more.functions.putAll(functions);
    more.actions.putAll(actions);
    more.creations.putAll(creations);
    more.update = update;
    more.deletion = deletion;
    more.computed = computed;
    more.refused.putAll(refused);
    return more;
  }

  /// A property, in the order in which answers show them.
  public ResourceType<V> reads(String property, PropertyReader<V> reader) {
    properties.put(property, reader);
    return this;
  }

  /// A property that is a text.
  public ResourceType<V> text(String property, Function<V, String> reader) {
    scalars.put(property, entity -> new Scalar.Text(reader.apply(entity)));
    return reads(property, (entity, out) -> out.text(reader.apply(entity)));
  }

  /// A property that is a number.
  public ResourceType<V> number(String property, ToDoubleFunction<V> reader) {
    scalars.put(property, entity -> new Scalar.Number(reader.applyAsDouble(entity)));
    return reads(property, (entity, out) -> out.number(reader.applyAsDouble(entity)));
  }

  /// A property that is true or false.
  public ResourceType<V> flag(String property, Function<V, Boolean> reader) {
    scalars.put(property, entity -> new Scalar.Flag(reader.apply(entity)));
    return reads(property, (entity, out) -> out.flag(reader.apply(entity)));
  }

  /// A navigation property to one entity.
  public ResourceType<V> leadsTo(String property, Function<V, View> single) {
    singles.put(property, entity -> Optional.of(single.apply(entity)));
    return this;
  }

  /// A navigation property to one entity that may not be there.
  public ResourceType<V> mayLeadTo(String property, Function<V, Optional<View>> single) {
    singles.put(property, single);
    return this;
  }

  /// A navigation property to a collection.
  public ResourceType<V> lists(String property, Function<V, Listing> collection) {
    collections.put(property, collection);
    return this;
  }

  /// A function. Overloads share a name; the arguments tell them apart.
  public ResourceType<V> calls(String function, FunctionHandler<V> handler) {
    functions.put(function, handler);
    return this;
  }

  /// An action. An action bound to the collection that a navigation property holds is written
  /// `property/action`.
  public ResourceType<V> acts(String action, ActionHandler<V> handler) {
    actions.put(action, handler);
    return this;
  }

  /// Actions that compute something and change nothing, answered past the edits.
  ///
  /// @param served tells which
  public ResourceType<V> computes(Predicate<String> served) {
    computed = served;
    return this;
  }

  /// POST to the collection that a navigation property holds.
  public ResourceType<V> creates(String property, ActionHandler<V> handler) {
    creations.put(property, handler);
    return this;
  }

  /// PATCH.
  public ResourceType<V> updates(BiFunction<V, JsonObject, Edit> handler) {
    return updates((entity, body, _) -> handler.apply(entity, body));
  }

  /// PATCH that notes who changed something, or when.
  ResourceType<V> updates(UpdateHandler<V> handler) {
    update = Optional.of(handler);
    return this;
  }

  /// DELETE.
  public ResourceType<V> deletes(Function<V, Edit> handler) {
    return deletes((entity, _) -> handler.apply(entity));
  }

  /// DELETE that notes who deleted something, or when.
  ResourceType<V> deletes(BiFunction<V, Ids, Edit> handler) {
    deletion = Optional.of(handler);
    return this;
  }

  /// Methods that the entity model offers for every entity but that mean nothing for this one, such
  /// as DELETE of the way a workbook is calculated: they are answered with 405, for good. POST to
  /// the collection that a navigation property holds is written `POST property`.
  ///
  /// @param why it means nothing, and what to use instead; part of a sentence, for clients
  public ResourceType<V> refuses(String why, String... methods) {
    for (String each : methods) {
      refused.put(each, why);
    }
    return this;
  }

  /// Methods that an extended declaration does not refuse for good any more, since they mean
  /// something here; until they are built they are answered with 501.
  ResourceType<V> means(String... methods) {
    List.of(methods).forEach(refused::remove);
    return this;
  }

  /// The type in the entity model.
  public String name() {
    return name;
  }

  /// The properties in the order of answers.
  public Set<String> properties() {
    return Collections.unmodifiableSet(properties.keySet());
  }

  /// Writes the value of a property.
  ///
  /// @throws NotServed when the property is not read yet
  public void write(View entity, String property, JsonOut out) {
    served(properties.get(property), property).write(view.cast(entity), out);
  }

  /// The value of a property as something to compare, [Scalar.Opaque] when it is no plain value.
  ///
  /// @throws NotServed when the property is not read yet
  public Scalar scalar(View entity, String property) {
    served(properties.get(property), property);
    Function<V, Scalar> reader = scalars.get(property);
    return reader == null ? new Scalar.Opaque() : reader.apply(view.cast(entity));
  }

  /// What a navigation property leads to.
  ///
  /// @throws NoSuchEntity when it leads nowhere
  public Target follow(View entity, String property) {
    return find(entity, property)
        .orElseThrow(() -> new NoSuchEntity(property + " of", entity.path()));
  }

  /// What a navigation property leads to; empty when it leads nowhere.
  ///
  /// @throws NotServed when it is not followed yet
  public Optional<Target> find(View entity, String property) {
    Function<V, Optional<View>> single = singles.get(property);
    return single != null
        ? single.apply(view.cast(entity)).map(Target.One::new)
        : Optional.of(
            new Target.Many(
                entity,
                property,
                served(collections.get(property), property).apply(view.cast(entity))));
  }

  /// What a function leads to.
  Target call(View entity, String function, Arguments arguments) {
    return served(functions.get(function), function).call(view.cast(entity), arguments);
  }

  /// What an action does.
  Plan act(View entity, String action, Arguments arguments, Ids ids) {
    return served(actions.get(action), action).plan(view.cast(entity), arguments, ids);
  }

  /// What a POST to a collection does.
  Plan create(View entity, String property, Arguments arguments, Ids ids) {
    return served(creations.get(property), "POST " + property)
        .plan(view.cast(entity), arguments, ids);
  }

  /// What a PATCH does.
  Edit update(View entity, JsonObject body, Ids ids) {
    return served(update.orElse(null), "PATCH").edit(view.cast(entity), body, ids);
  }

  /// What a DELETE does.
  Edit delete(View entity, Ids ids) {
    return served(deletion.orElse(null), "DELETE").apply(view.cast(entity), ids);
  }

  /// Whether entities can be asked with this method, `GET`, `PATCH` or `DELETE`.
  boolean takes(String method) {
    return switch (method) {
      case "GET" -> true;
      case "PATCH" -> update.isPresent();
      case "DELETE" -> deletion.isPresent();
      default -> false;
    };
  }

  /// Why a method is refused for good; empty for one that is served or only not built yet.
  Optional<String> refusal(String method) {
    return Optional.ofNullable(refused.get(method));
  }

  /// The navigation properties that can be followed.
  public Set<String> navigation() {
    var all = new LinkedHashSet<String>(singles.keySet());
    all.addAll(collections.keySet());
    return all;
  }

  Set<String> singles() {
    return singles.keySet();
  }

  Set<String> collections() {
    return collections.keySet();
  }

  Set<String> functions() {
    return functions.keySet();
  }

  Set<String> actions() {
    return actions.keySet();
  }

  /// Whether an action can be called on an entity.
  boolean offers(String action) {
    return actions.containsKey(action) || computed.test(action);
  }

  Set<String> creations() {
    return creations.keySet();
  }

  private <H> H served(@Nullable H handler, String what) {
    if (handler == null) {
      throw new NotServed(name + "/" + what);
    }
    return handler;
  }
}
