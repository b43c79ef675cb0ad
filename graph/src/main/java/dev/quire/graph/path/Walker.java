package dev.quire.graph.path;

import dev.quire.graph.edm.EdmModel;
import dev.quire.graph.edm.NavigationProperty;
import dev.quire.graph.edm.Operation;
import dev.quire.graph.edm.StructuredType;
import dev.quire.graph.edm.TypeRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// One walk over the model: takes words and adds steps until no words are left.
final class Walker {
  private static final String NAMESPACE = "microsoft.graph.";

  private final EdmModel model;
  private final boolean post;
  private final Words words;
  private final List<Segment> segments = new ArrayList<>();

  /// @param words those behind the version
  Walker(EdmModel model, boolean post, String version, Words words) {
    this.model = model;
    this.post = post;
    this.words = words;
    segments.add(new Segment.Root(version));
  }

  Route walk() {
    while (!words.isEmpty()) {
      step(words.take());
    }
    return new Route(segments);
  }

  /// Takes the first word, which has to be a version.
  static String version(Words words) {
    var found = words.isEmpty() ? "" : words.take().text();
    return switch (found.toLowerCase(Locale.ROOT)) {
      case "v1.0" -> "v1.0";
      case "beta" -> "beta";
      default -> throw new PathFault.UnknownVersion(found);
    };
  }

  private void step(Word word) {
    switch (segments.getLast()) {
      case Segment.Root _ -> enter(word);
      case Segment.Entrance step -> follow(step.entrance().type(), word);
      case Segment.Navigation step -> follow(step.property().type(), word);
      case Segment.Key step -> follow(step.entity(), word);
      case Segment.ItemPath step -> follow(step.entity(), word);
      case Segment.FunctionCall step -> followResult(step.function(), word);
      case Segment.PropertyAccess step -> followValue(step.property().type(), word);
      case Segment.Batch _ -> throw nothingBehind("$batch", word);
      case Segment.Metadata _ -> throw nothingBehind("$metadata", word);
      case Segment.Count _ -> throw nothingBehind("$count", word);
      case Segment.RawValue _ -> throw nothingBehind("$value", word);
      case Segment.ActionCall end -> throw nothingBehind(end.action().name(), word);
    }
  }

  private void enter(Word word) {
    if (word.isProtocol("$batch")) {
      segments.add(new Segment.Batch());
    } else if (word.isProtocol("$metadata")) {
      segments.add(new Segment.Metadata());
    } else {
      var entrance = model.findEntrance(word.name()).orElseThrow(() -> unknown(word));
      segments.add(new Segment.Entrance(entrance));
      keyInParentheses(entrance, word.inside(), word);
    }
  }

  /// The model marks `tableRowOperationResult` as not composable, though a row is as good a place
  /// to go on from as any other entity; only plain values and complex ones end a path.
  private void followResult(Operation function, Word word) {
    var type = function.returns().filter(this::isEntity);
    if (type.isEmpty()) {
      throw nothingBehind(function.name(), word);
    }
    follow(type.get(), word);
  }

  private boolean isEntity(TypeRef type) {
    return model
        .findType(type.name())
        .filter(structured -> structured.kind() == StructuredType.Kind.ENTITY)
        .isPresent();
  }

  private void follow(TypeRef type, Word word) {
    if (type.collection()) {
      stepIntoCollection(type, word);
    } else {
      stepIntoOne(type, word);
    }
  }

  private void followValue(TypeRef type, Word word) {
    boolean structured = model.findType(type.name()).isPresent();
    if (type.collection() && word.isProtocol("$count")) {
      segments.add(new Segment.Count());
    } else if (!type.collection() && !structured && word.isProtocol("$value")) {
      segments.add(new Segment.RawValue(type));
    } else if (!type.collection() && structured) {
      stepIntoOne(type, word);
    } else {
      throw unknown(word);
    }
  }

  private void stepIntoCollection(TypeRef type, Word word) {
    if (word.isProtocol("$")) {
      return; // the old samples' `tables/$/add`
    }
    if (word.isProtocol("$count")) {
      segments.add(new Segment.Count());
    } else if (word.dollar()) {
      throw unknown(word);
    } else if (!callOnCollection(type, word)) {
      addKey(word.text(), type.element(), word);
    }
  }

  /// Worksheets and columns may be called `add` or `count`, so a word behind a collection is a key
  /// wherever it can be one: an action only as the last word of a POST, a function only with
  /// parentheses that fit it, or where the namespace stands before it.
  private boolean callOnCollection(TypeRef type, Word word) {
    var overloads = model.overloads(type, unqualified(word.name()));
    if (overloads.isEmpty()) {
      return false;
    }
    var first = overloads.getFirst();
    boolean last = post && words.isEmpty();
    boolean fits = word.inside().isBlank() || !first.parameters().isEmpty();
    boolean named =
        first.isFunction()
            ? (word.hasParentheses() && fits) || isQualified(word.name()) || last
            : word.inside().isBlank() && last;
    return named && call(type, word);
  }

  private void stepIntoOne(TypeRef type, Word word) {
    var entity = model.type(type);
    int colon = ItemPaths.colon(word.text());
    if (colon > 0) {
      // `root:/…`, `items('id'):/…`
      var member = new Word(word.text().substring(0, colon), word.dollar(), word.position());
      var property = entity.findNavigation(member.name());
      if (property.isPresent() && ItemPaths.addressable(property.get().type())) {
        stepInto(property.get(), member);
        addItemPath(word.text().substring(colon + 1), word);
        return;
      }
    }
    var navigation = entity.findNavigation(word.name());
    var property = entity.findProperty(word.text());
    if (navigation.isPresent()) {
      stepInto(navigation.get(), word);
    } else if (property.isPresent()) {
      segments.add(new Segment.PropertyAccess(property.get()));
    } else if (!call(type, word)) {
      throw unknown(word);
    }
  }

  private void stepInto(NavigationProperty property, Word word) {
    segments.add(new Segment.Navigation(property));
    keyInParentheses(property, word.inside(), word);
  }

  private boolean call(TypeRef type, Word word) {
    var overloads = model.overloads(type, unqualified(word.name()));
    if (overloads.isEmpty()) {
      return false;
    }
    var first = overloads.getFirst();
    if (first.isFunction()) {
      segments.add(new Calls(overloads, word).call());
    } else if (word.inside().isBlank()) {
      segments.add(new Segment.ActionCall(first));
    } else {
      throw new PathFault.KeyNotAllowed(word.position(), word.name());
    }
    return true;
  }

  private void keyInParentheses(NavigationProperty property, String inside, Word word) {
    if (!word.hasParentheses()) {
      return;
    }
    if (!property.type().collection()) {
      throw new PathFault.KeyNotAllowed(word.position(), word.name());
    }
    var entries = Parentheses.read(inside, word.position());
    if (entries.isEmpty()) {
      return; // `worksheets()` is the collection
    }
    var key = entries.getFirst();
    boolean isKey = entries.size() == 1 && (!key.isNamed() || key.name().equalsIgnoreCase("id"));
    if (!isKey) {
      throw new PathFault.BadSyntax(word.position(), key.offset(), inside);
    }
    addKey(key.value(), property.type().element(), word);
  }

  private void addKey(String value, TypeRef entity, Word word) {
    int colon = ItemPaths.addressable(entity) ? ItemPaths.colon(value) : -1;
    if (colon < 0) {
      segments.add(new Segment.Key(value, entity));
    } else {
      String key = value.substring(0, colon);
      if (key.endsWith(":")) {
        // Without the colon behind it another id would be meant.
        throw new PathFault.BadItemPath(word.position(), value, "an id that ends with a colon");
      }
      segments.add(new Segment.Key(key, entity));
      addItemPath(value.substring(colon + 1), word);
    }
  }

  private void addItemPath(String begun, Word word) {
    var path = words.takeItemPath(begun, word);
    if (!path.isEmpty()) {
      var entity = segments.getLast().type().orElseThrow(() -> unknown(word));
      segments.add(new Segment.ItemPath(path, entity));
    }
  }

  private static boolean isQualified(String name) {
    return name.regionMatches(true, 0, NAMESPACE, 0, NAMESPACE.length());
  }

  private static String unqualified(String name) {
    return isQualified(name) ? name.substring(NAMESPACE.length()) : name;
  }

  private static PathFault unknown(Word word) {
    return new PathFault.UnknownSegment(word.position(), word.text());
  }

  private static PathFault nothingBehind(String last, Word word) {
    return new PathFault.NothingBehind(word.position(), last);
  }
}
