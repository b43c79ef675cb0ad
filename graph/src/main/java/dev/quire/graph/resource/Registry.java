package dev.quire.graph.resource;

import dev.quire.graph.edm.EdmModel;
import dev.quire.graph.edm.NavigationProperty;
import dev.quire.graph.edm.Operation;
import dev.quire.graph.edm.StructuredType;
import dev.quire.graph.edm.TypeRef;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// All resource types by name. Made once; refuses to be made when a declaration does not fit the
/// entity model, and says everything that does not fit at once.
public final class Registry {
  private static final List<ResourceType<?>> ALL =
      List.of(
          WorkbookResource.TYPE,
          ApplicationResource.TYPE,
          FunctionsResource.TYPE,
          WorksheetResource.TYPE,
          RangeResource.TYPE,
          RangeSortResource.TYPE,
          VisibleViewResource.TYPE,
          FormatResource.TYPE,
          FontResource.TYPE,
          FillResource.TYPE,
          BorderResource.TYPE,
          ProtectionResource.TYPE,
          SheetProtectionResource.TYPE,
          CommentResource.TYPE,
          CommentResource.REPLY,
          NamedItemResource.TYPE,
          TableResource.TYPE,
          TableRowResource.TYPE,
          TableColumnResource.TYPE,
          FilterResource.TYPE,
          TableSortResource.TYPE,
          PivotTableResource.TYPE,
          ChartResource.TYPE,
          ChartSeriesResource.TYPE,
          ChartSeriesResource.POINT);

  /// What beta has instead of or beyond the above.
  private static final List<ResourceType<?>> BETA =
      List.of(
          BetaResources.WORKBOOK,
          BetaResources.COMMENT,
          BetaResources.REPLY,
          BetaResources.WORKSHEET,
          TaskResource.TYPE,
          TaskResource.CHANGE);

  private final EdmModel model;
  private final Map<String, ResourceType<?>> types = new LinkedHashMap<>();

  /// Checks all declarations.
  ///
  /// @throws IllegalStateException when one names something that the model does not have
  public Registry(EdmModel model) {
    this(model, declared());
  }

  /// What is served under `/beta`: types of v1.0, some of them with more members, and more types.
  ///
  /// @param model that of beta
  /// @throws IllegalStateException when a declaration names something that the model does not have
  public static Registry beta(EdmModel model) {
    var types = new LinkedHashMap<String, ResourceType<?>>();
    declared().forEach(each -> types.put(each.name(), each));
    BETA.forEach(each -> types.put(each.name(), each));
    return new Registry(model, List.copyOf(types.values()));
  }

  private Registry(EdmModel model, List<ResourceType<?>> declared) {
    this.model = model;
    var wrong = new ArrayList<String>();
    for (ResourceType<?> type : declared) {
      types.put(type.name(), type);
      check(model, type, wrong);
    }
    if (!wrong.isEmpty()) {
      throw new IllegalStateException(
          "The entity model does not have: " + String.join(", ", wrong));
    }
  }

  private static List<ResourceType<?>> declared() {
    return Stream.of(
            ALL, ChartPartResources.TYPES, ChartAxisResources.TYPES, ChartFormatResources.TYPES)
        .flatMap(List::stream)
        .<ResourceType<?>>map(each -> each)
        .toList();
  }

  /// The declaration of a type.
  ///
  /// @throws NotServed when nothing of the type is served yet
  public ResourceType<?> type(String name) {
    ResourceType<?> found = types.get(name);
    if (found == null) {
      throw new NotServed(name);
    }
    return found;
  }

  /// The declaration of a type; empty when nothing of the type is served yet.
  Optional<ResourceType<?>> find(String name) {
    return Optional.ofNullable(types.get(name));
  }

  /// All declared types.
  Collection<ResourceType<?>> all() {
    return types.values();
  }

  /// A type in the entity model.
  Optional<StructuredType> structured(String type) {
    return model.findType(type);
  }

  /// The navigation properties of a type in the entity model.
  List<NavigationProperty> navigation(String type) {
    return model.findType(type).map(StructuredType::navigation).orElse(List.of());
  }

  private static void check(EdmModel model, ResourceType<?> type, List<String> wrong) {
    StructuredType structured = model.findType(type.name()).orElse(null);
    if (structured == null) {
      wrong.add(type.name());
      return;
    }
    TypeRef one = new TypeRef(type.name(), false);
    Stream.of(
            type.properties().stream().filter(p -> structured.findProperty(p).isEmpty()),
            Stream.concat(type.singles().stream(), type.collections().stream())
                .filter(p -> structured.findNavigation(p).isEmpty()),
            type.creations().stream().filter(p -> structured.findNavigation(p).isEmpty()),
            type.functions().stream()
                .filter(f -> model.overloads(one, f).stream().noneMatch(Operation::isFunction)),
            type.actions().stream().filter(action -> !hasAction(model, structured, action)))
        .flatMap(each -> each)
        .forEach(name -> wrong.add(type.name() + "/" + name));
  }

  private static boolean hasAction(EdmModel model, StructuredType type, String action) {
    int slash = action.indexOf('/');
    TypeRef binding =
        slash < 0
            ? new TypeRef(type.name(), false)
            : type.findNavigation(action.substring(0, slash))
                .map(navigation -> navigation.type())
                .orElse(new TypeRef("", true));
    return !model.overloads(binding, action.substring(slash + 1)).isEmpty();
  }
}
