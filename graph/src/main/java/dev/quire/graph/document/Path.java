package dev.quire.graph.document;

import dev.quire.graph.edm.Parameter;
import dev.quire.graph.edm.TypeRef;
import dev.quire.graph.path.Segment;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A path inside a workbook with places for keys and arguments.
///
/// @param steps the steps, whose keys and arguments do not matter
/// @param template below the workbook: `/worksheets/{workbookWorksheet-id}`
/// @param places what stands in braces
/// @param type what it leads to; empty for actions without a result
record Path(List<Segment> steps, String template, List<Place> places, Optional<TypeRef> type) {
  /// Something in braces.
  record Place(String name, TypeRef type) {}

  static final Path WORKBOOK =
      new Path(List.of(), "", List.of(), Optional.of(new TypeRef("workbook", false)));

  Path {
    steps = List.copyOf(steps);
    places = List.copyOf(places);
  }

  Segment last() {
    return steps.getLast();
  }

  /// Goes on by a word.
  Path then(Segment step, String word) {
    return new Path(with(steps, step), template + "/" + word, places, step.type());
  }

  /// Goes on to one of the collection that this leads to.
  Path one() {
    TypeRef element = type.orElseThrow().element();
    String name = unused(element.name() + "-id");
    return new Path(
        with(steps, new Segment.Key("", element)),
        template + "/{" + name + "}",
        with(places, new Place(name, TypeRef.STRING)),
        Optional.of(element));
  }

  /// Goes on by a function with all its parameters.
  Path call(Segment.FunctionCall call) {
    var words = new ArrayList<String>();
    var all = new ArrayList<>(places);
    for (Parameter parameter : call.function().parameters()) {
      String name = unused(parameter.name());
      boolean isText = parameter.type().equals(TypeRef.STRING);
      String quote = isText ? "'" : "";
      words.add(parameter.name() + "=" + quote + "{" + name + "}" + quote);
      all.add(new Place(name, parameter.type()));
    }
    String word = call.function().name() + "(" + String.join(",", words) + ")";
    return new Path(with(steps, call), template + "/" + word, all, call.type());
  }

  private String unused(String name) {
    boolean taken = places.stream().anyMatch(place -> place.name().equals(name));
    return taken ? unused(name + "1") : name;
  }

  private static <T> List<T> with(List<T> list, T last) {
    var longer = new ArrayList<T>(list);
    longer.add(last);
    return longer;
  }
}
