package dev.quire.graph;

import dev.quire.graph.json.Detail;
import dev.quire.graph.json.JsonOut;
import dev.quire.graph.query.Expansion;
import dev.quire.graph.query.Ordering;
import dev.quire.graph.query.QueryOptions;
import dev.quire.graph.query.Row;
import dev.quire.graph.resource.Listing;
import dev.quire.graph.resource.NotServed;
import dev.quire.graph.resource.ResourceType;
import dev.quire.graph.resource.Target;
import dev.quire.graph.resource.View;
import dev.quire.graph.resource.Walker;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Shows entities and collections as JSON, no more of them than was asked for.
final class Representation {
  private final Call call;
  private final Walker walker;
  private final QueryOptions options;

  Representation(Call call, Walker walker, QueryOptions options) {
    this.call = call;
    this.walker = walker;
    this.options = options;
    call.entityType().ifPresent(type -> check(walker.registry().type(type), options));
  }

  /// One entity. The result of a function or action tells its type.
  JsonOut.Content entity(View view) {
    return out -> {
      out.beginObject().text("@odata.context", context());
      if (call.isCall()) {
        out.text("@odata.type", "#microsoft.graph." + view.type());
      }
      members(view, walker.registry().type(view.type()), out);
      out.endObject();
    };
  }

  private String context() {
    boolean isNew = !call.reads() && call.leadsToCollection();
    return isNew ? Context.ofNew(call) : Context.of(call, options.select());
  }

  /// A collection, or the part of it that was asked for. No more of it is made than is shown,
  /// unless it has to be counted or sorted first.
  JsonOut.Content collection(Target.Many many) {
    return out -> {
      out.beginObject().text("@odata.context", Context.of(call, options.select()));
      Listing listing = many.listing();
      boolean isAll = options.filter().isEmpty() && options.orderby().isEmpty();
      if (options.count() && isAll) {
        out.number("@odata.count", listing.size());
      }
      List<View> counted = options.count() && !isAll ? chosen(listing).toList() : List.of();
      if (options.count() && !isAll) {
        out.number("@odata.count", counted.size());
      }
      out.name("value").beginArray();
      (isAll ? page(listing) : page(options.count() ? counted.stream() : chosen(listing)))
          .forEach(view -> {
            out.beginObject();
            members(view, walker.registry().type(view.type()), out);
            out.endObject();
          });
      out.endArray().endObject();
    };
  }

  /// How many of a collection meet the filter.
  long count(Listing listing) {
    return options.filter().isEmpty() ? listing.size() : chosen(listing).count();
  }

  private Stream<View> page(Listing listing) {
    int first = Math.min(options.skip().orElse(0), listing.size());
    long last = Math.min((long) first + options.top().orElse(Integer.MAX_VALUE), listing.size());
    return IntStream.range(first, (int) last).mapToObj(listing.at());
  }

  private Stream<View> page(Stream<View> views) {
    return views.skip(options.skip().orElse(0)).limit(options.top().orElse(Integer.MAX_VALUE));
  }

  private Stream<View> chosen(Listing listing) {
    Comparator<View> order =
        Comparator.comparing(this::row, Ordering.comparator(options.orderby()));
    Stream<View> all = IntStream.range(0, listing.size()).mapToObj(listing.at());
    Stream<View> accepted =
        all.filter(view -> options.filter().map(filter -> filter.accepts(row(view))).orElse(true));
    return options.orderby().isEmpty() ? accepted : accepted.sorted(order);
  }

  private Row row(View view) {
    ResourceType<?> type = walker.registry().type(view.type());
    return property -> type.scalar(view, property);
  }

  private void members(View view, ResourceType<?> type, JsonOut out) {
    about(view, type, out);
    Set<String> shown =
        options.select().isEmpty()
            ? type.properties()
            : new LinkedHashSet<>(
                type.properties().stream().filter(options.select()::contains).toList());
    properties(view, type, shown, out);
    options.expand().forEach(expansion -> expand(view, type, expansion, out));
  }

  /// What stands before the properties of an entity.
  private void about(View view, ResourceType<?> type, JsonOut out) {
    String id = Context.id(call, view.path());
    boolean isFull = call.detail() == Detail.FULL;
    if (isFull && !call.isCall()) {
      out.text("@odata.type", "#microsoft.graph." + view.type());
    }
    out.text("@odata.id", id);
    if (isFull) {
      out.text("@odata.editLink", id.substring(1));
      type.navigation()
          .forEach(property ->
              out.text(property + "@odata.navigationLink", id.substring(1) + "/" + property));
    }
  }

  private static void properties(View view, ResourceType<?> type, Set<String> shown, JsonOut out) {
    for (String property : shown) {
      out.name(property);
      type.write(view, property, out);
    }
  }

  private void expand(View view, ResourceType<?> type, Expansion expansion, JsonOut out) {
    out.name(expansion.property());
    Optional<Target> found = type.find(view, expansion.property());
    if (found.isEmpty()) {
      out.nothing();
      return;
    }
    switch (found.get()) {
      case Target.One(View single) -> expanded(single, expansion, out);
      case Target.Many many -> {
        out.beginArray();
        Listing listing = many.listing();
        for (int at = 0; at < listing.size(); at++) {
          expanded(listing.at().apply(at), expansion, out);
        }
        out.endArray();
      }
      case Target.Number(int number) -> out.number(number);
      case Target.Picture _ -> throw new NotServed(expansion.property());
    }
  }

  private void expanded(View view, Expansion expansion, JsonOut out) {
    ResourceType<?> type = walker.registry().type(view.type());
    out.beginObject();
    about(view, type, out);
    Set<String> shown =
        expansion.select().isEmpty()
            ? type.properties()
            : new LinkedHashSet<>(
                type.properties().stream().filter(expansion.select()::contains).toList());
    properties(view, type, shown, out);
    out.endObject();
  }

  /// Refuses what is not built before an answer has begun.
  private static void check(ResourceType<?> type, QueryOptions options) {
    for (Expansion expansion : options.expand()) {
      if (!type.navigation().contains(expansion.property())) {
        throw new NotServed(type.name() + "/" + expansion.property());
      }
    }
  }
}
