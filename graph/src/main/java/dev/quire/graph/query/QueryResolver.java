package dev.quire.graph.query;

import dev.quire.graph.edm.EdmModel;
import dev.quire.graph.edm.NavigationProperty;
import dev.quire.graph.edm.Property;
import dev.quire.graph.edm.StructuredType;
import dev.quire.graph.edm.TypeRef;
import java.util.List;

/// Checks the names in query options against the type of the answer, and spells them as the model
/// does.
public final class QueryResolver {
  private final EdmModel model;

  /// A resolver for the types of a model.
  public QueryResolver(EdmModel model) {
    this.model = model;
  }

  /// The options with names as in the model.
  ///
  /// @param type an entity or complex type, or a collection of it
  /// @throws QueryFault.UnknownProperty when the type has no such property; a type that is open may
  ///   be asked for any
  public QueryOptions resolve(QueryOptions options, TypeRef type) {
    var structured = model.type(type);
    return new QueryOptions(
        selected(options.select(), structured),
        options.expand().stream().map(expansion -> resolved(expansion, structured)).toList(),
        options.filter().map(filter -> resolved(filter, structured)),
        options.orderby().stream().map(ordering -> resolved(ordering, structured)).toList(),
        options.skip(),
        options.top(),
        options.count(),
        options.format());
  }

  private static List<String> selected(List<String> names, StructuredType type) {
    return names.stream().map(name -> selectable(name, type)).distinct().toList();
  }

  private static String selectable(String name, StructuredType type) {
    var property = type.findProperty(name).map(Property::name);
    if (property.isPresent()) {
      return property.get();
    }
    var navigation = type.findNavigation(name).map(NavigationProperty::name);
    if (navigation.isPresent()) {
      return navigation.get();
    }
    boolean isAnnotation = name.startsWith("@"); // `@microsoft.graph.downloadUrl`
    if (type.open() || isAnnotation) {
      return name;
    }
    throw unknown(name, type);
  }

  private Expansion resolved(Expansion expansion, StructuredType type) {
    var navigation =
        type.findNavigation(expansion.property())
            .orElseThrow(() -> unknown(expansion.property(), type));
    var target = model.type(navigation.type());
    return new Expansion(navigation.name(), selected(expansion.select(), target));
  }

  private static Ordering resolved(Ordering ordering, StructuredType type) {
    return new Ordering(comparable(ordering.property(), type), ordering.descending());
  }

  private static Filter resolved(Filter filter, StructuredType type) {
    return switch (filter) {
      case Filter.And(var left, var right) ->
          new Filter.And(resolved(left, type), resolved(right, type));
      case Filter.Or(var left, var right) ->
          new Filter.Or(resolved(left, type), resolved(right, type));
      case Filter.Not(var condition) -> new Filter.Not(resolved(condition, type));
      case Filter.Comparison(var left, var relation, var right) -> {
        requireSame(kind(left, type), kind(right, type), relation.name());
        yield new Filter.Comparison(resolved(left, type), relation, resolved(right, type));
      }
      case Filter.TextMatch(var test, var text, var part) -> {
        requireSame("Edm.String", kind(text, type), test.name());
        requireSame("Edm.String", kind(part, type), test.name());
        yield new Filter.TextMatch(test, resolved(text, type), resolved(part, type));
      }
      case Filter.Truth(var operand) -> {
        requireSame("Edm.Boolean", kind(operand, type), "Truth");
        yield new Filter.Truth(resolved(operand, type));
      }
    };
  }

  /// What an operand is: a type that stands for all that compare with it, nothing for what compares
  /// with everything.
  private static String kind(Operand operand, StructuredType type) {
    return switch (operand) {
      case Operand.Member(var property) ->
          type.findProperty(comparable(property, type))
              .map(found -> kind(found.type().name()))
              .orElse("");
      case Operand.Literal(Scalar.Text _) -> "Edm.String";
      case Operand.Literal(Scalar.Number _) -> "Edm.Double";
      case Operand.Literal(Scalar.Flag _) -> "Edm.Boolean";
      case Operand.Literal _ -> "";
    };
  }

  private static String kind(String primitive) {
    return switch (primitive) {
      case "Edm.Int32", "Edm.Int64", "Edm.Double" -> "Edm.Double";
      case "Edm.String", "Edm.Boolean" -> primitive;
      default -> "";
    };
  }

  private static void requireSame(String left, String right, String operator) {
    if (!left.isEmpty() && !right.isEmpty() && !left.equals(right)) {
      throw new QueryFault.IncompatibleTypes(left, right, operator);
    }
  }

  private static Operand resolved(Operand operand, StructuredType type) {
    return switch (operand) {
      case Operand.Member(var property) -> new Operand.Member(comparable(property, type));
      case Operand.Literal literal -> literal;
    };
  }

  /// A property that is one plain value.
  private static String comparable(String name, StructuredType type) {
    return type.findProperty(name)
        .filter(property -> property.type().isScalar())
        .map(Property::name)
        .orElseThrow(() -> unknown(name, type));
  }

  private static QueryFault unknown(String name, StructuredType type) {
    return new QueryFault.UnknownProperty(name, new TypeRef(type.name(), false).qualifiedName());
  }
}
