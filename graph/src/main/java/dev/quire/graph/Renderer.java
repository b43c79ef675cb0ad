package dev.quire.graph;

import dev.quire.graph.gate.ChartPicture;
import dev.quire.graph.json.JsonObject;
import dev.quire.graph.json.JsonOut;
import dev.quire.graph.path.Segment;
import dev.quire.graph.query.QueryOptions;
import dev.quire.graph.query.QueryResolver;
import dev.quire.graph.resource.NotAllowed;
import dev.quire.graph.resource.NotServed;
import dev.quire.graph.resource.Target;
import dev.quire.graph.resource.View;
import dev.quire.graph.resource.Walker;
import dev.quire.workbook.Workbook;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/// Makes answers of what a path leads to in a workbook: things, collections, counts, single
/// properties, values alone and pictures.
///
/// @param walker follows paths through workbooks
/// @param resolver knows what may be asked of each type
/// @param pictures draws charts; without it pictures are answered with 501
record Renderer(Walker walker, QueryResolver resolver, Optional<ChartPicture> pictures) {
  /// What the path of a call leads to.
  ///
  /// @param body what was sent, for functions that some pages call with POST
  Answer of(Call call, Workbook workbook, JsonObject body) throws IOException {
    List<Segment> steps = call.route().workbookPart();
    Segment last = call.route().last();
    return switch (last) {
      case Segment.Count _ -> count(call, walker.walk(workbook, butLast(steps), body));
      case Segment.PropertyAccess access ->
          property(call, walker.walk(workbook, butLast(steps), body), access.property().name());
      case Segment.RawValue _ -> raw(call, workbook, butLast(steps), body);
      case Segment.ActionCall _ -> throw new NotAllowed(call.request().method(), "POST");
      default -> target(call, walker.walk(workbook, steps, body));
    };
  }

  /// `$count` counts those that meet `$filter`, the one option that goes with it.
  private Answer count(Call call, Target target) {
    List<Segment> steps = call.route().segments();
    if (target instanceof Target.Many many) {
      QueryOptions options =
          steps
              .get(steps.size() - 2)
              .type()
              .map(type -> resolver.resolve(call.options().onlyFilter(), type))
              .orElse(QueryOptions.NONE);
      return Answer.text(
          Long.toString(new Representation(call, walker, options).count(many.listing())));
    }
    throw new NotServed("$count");
  }

  private Answer property(Call call, Target target, String property) {
    if (!(target instanceof Target.One(View view))) {
      throw new NotServed(property);
    }
    call.options().onlyForPlainValues();
    return Answer.json(
        call,
        200,
        out -> {
          out.beginObject().text("@odata.context", Context.of(call, List.of())).name("value");
          walker.registry().type(view.type()).write(view, property, out);
          out.endObject();
        });
  }

  /// @param steps what leads to the property whose value is to be shown alone
  private Answer raw(Call call, Workbook workbook, List<Segment> steps, JsonObject body)
      throws IOException {
    call.options().onlyForPlainValues();
    if (steps.getLast() instanceof Segment.PropertyAccess access
        && walker.walk(workbook, butLast(steps), body) instanceof Target.One(View view)) {
      String property = access.property().name();
      return PlainValue.of(
          property, out -> walker.registry().type(view.type()).write(view, property, out));
    }
    throw new NotServed("$value");
  }

  private Answer target(Call call, Target target) {
    return switch (target) {
      case Target.Number(int value) -> number(call, value);
      case Target.Picture picture -> picture(call, picture);
      case Target.One(View view) -> entity(call, view, 200);
      case Target.Many many -> {
        QueryOptions options = options(call);
        yield Answer.json(call, 200, new Representation(call, walker, options).collection(many));
      }
    };
  }

  private Answer picture(Call call, Target.Picture picture) {
    call.options().onlyForPlainValues();
    ChartPicture painter = pictures.orElseThrow(() -> new NotServed("image"));
    String drawn = picture.drawn(painter);
    return primitive(call, "Edm.String", out -> out.text(drawn));
  }

  private static Answer number(Call call, int value) {
    call.options().onlyForPlainValues();
    return primitive(call, "Edm.Int32", out -> out.number(value));
  }

  private static Answer primitive(Call call, String type, JsonOut.Content value) {
    return Answer.json(
        call,
        200,
        out -> {
          out.beginObject().text("@odata.context", Context.ofType(call, type)).name("value");
          value.writeTo(out);
          out.endObject();
        });
  }

  Answer entity(Call call, View view, int status) {
    return Answer.json(call, status, new Representation(call, walker, options(call)).entity(view));
  }

  private QueryOptions options(Call call) {
    if (!call.leadsToCollection()) {
      call.options().onlyForOne();
    }
    return call.route()
        .type()
        .filter(type -> !type.isPrimitive())
        .map(type -> resolver.resolve(call.options(), type))
        .orElse(call.options());
  }

  /// All steps but the last one.
  static List<Segment> butLast(List<Segment> steps) {
    return steps.subList(0, steps.size() - 1);
  }
}
