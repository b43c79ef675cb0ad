package dev.quire.graph.resource;

import static dev.quire.graph.resource.ResourceType.resource;

import dev.quire.engine.ref.Area;
import dev.quire.graph.gate.ChartPicture;
import dev.quire.graph.gate.ChartPicture.Fitting;
import dev.quire.graph.json.Json;
import dev.quire.graph.json.JsonObject;
import dev.quire.graph.json.JsonText;
import dev.quire.graph.resource.ResourceType.Ids;
import dev.quire.graph.resource.ResourceType.Plan;
import dev.quire.workbook.ChartFrames;
import dev.quire.workbook.Edit;
import dev.quire.workbook.SheetLayout;
import dev.quire.workbook.Workbook;
import dev.quire.workbook.Workbook.Place;
import dev.quire.workbook.chart.ChartChange;
import dev.quire.workbook.chart.ChartElement;
import dev.quire.workbook.chart.ChartFrame;
import dev.quire.workbook.chart.SeriesBy;
import dev.quire.workbook.chart.SeriesData.SheetArea;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// `workbookChart` (semantics §10).
final class ChartResource {
  /// As far as a sheet goes, in points; what lies beyond is a mistake of the client.
  private static final double MOST_POINTS = 2_000_000;

  static final ResourceType<ChartView> TYPE =
      resource("workbookChart", ChartView.class)
          .number("height", view -> view.box().height())
          .text("id", view -> view.chart().id())
          .number("left", view -> view.box().left())
          .text("name", view -> view.chart().name())
          .number("top", view -> view.box().top())
          .number("width", view -> view.box().width())
          .leadsTo("axes", view -> part(view, "axes", "Axes", new ChartElement.Whole()))
          .leadsTo(
              "dataLabels",
              view -> part(view, "dataLabels", "DataLabels", new ChartElement.Labels()))
          .leadsTo("format", view -> part(view, "format", "AreaFormat", new ChartElement.Whole()))
          .leadsTo("legend", view -> part(view, "legend", "Legend", new ChartElement.LegendBox()))
          .leadsTo("title", view -> part(view, "title", "Title", new ChartElement.Title()))
          .leadsTo("worksheet", ChartView::sheet)
          .lists("series", ChartSeriesResource::series)
          .creates("series", ChartSeriesResource::add)
          .calls("image", ChartResource::image)
          .acts("setData", ChartResource::setData)
          .acts("setPosition", ChartResource::setPosition)
          .updates(ChartResource::update)
          .deletes(view -> new Edit.DeleteChart(view.sheet().key(), view.chart().id()));

  private ChartResource() {}

  private static View part(ChartView view, String step, String type, ChartElement element) {
    view.space();
    return new ChartPartView(view, "workbookChart" + type, "/" + step, element);
  }

  /// The charts of a worksheet, by id or name.
  static Listing charts(SheetView sheet) {
    List<ChartView> all =
        sheet.worksheet().charts().all().stream().map(each -> new ChartView(sheet, each)).toList();
    return Listing.of(
        all, key -> sheet.worksheet().charts().find(key).map(found -> new ChartView(sheet, found)));
  }

  /// A new chart.
  static Plan add(SheetView sheet, Arguments arguments, Ids ids) {
    Bodies.onlyMembers(arguments.inBody(), "type", "sourceData", "seriesBy");
    var type = ChartWords.parse(arguments.text("type"));
    Place source = source(sheet, arguments.inBody());
    SeriesBy by = by(arguments);
    String id = ids.get();
    return Plan.creating(
        new Edit.AddChart(sheet.key(), type, new SheetArea(source.sheet(), source.area()), by, id),
        after -> added(sheet.in(after), id));
  }

  private static ChartView added(SheetView sheet, String id) {
    return sheet
        .worksheet()
        .charts()
        .find(id)
        .map(found -> new ChartView(sheet, found))
        .orElseThrow(() -> new NoSuchEntity("chart", id));
  }

  private static SeriesBy by(Arguments arguments) {
    return Wording.parse(SeriesBy.class, "seriesBy", arguments.text("seriesBy"));
  }

  /// The cells that `sourceData` means: an address, or an object that has one.
  private static Place source(SheetView sheet, JsonObject body) {
    return cells(sheet, body, "sourceData")
        .orElseThrow(() -> new BadArgument("The argument 'sourceData' is missing."));
  }

  private static Optional<Place> cells(SheetView sheet, JsonObject body, String name) {
    Optional<Json> json = Bodies.find(body, name);
    if (json.isEmpty()) {
      return Optional.empty();
    }
    String address =
        switch (json.get()) {
          case JsonText(String text) -> text;
          case JsonObject range ->
              Bodies.findText(range, "address")
                  .orElseThrow(
                      () -> new BadArgument("'%s' has to have 'address'.".formatted(name)));
          default ->
              throw new BadArgument(
                  "'%s' has to be the address of a range, not %s."
                      .formatted(name, json.get().kind()));
        };
    Workbook book = sheet.book();
    return Optional.of(
        address.indexOf('!') >= 0
            ? Addresses.place(book, address)
            : new Place(sheet.key(), Addresses.resolve(book, sheet.key(), address)));
  }

  private static Plan setData(ChartView view, Arguments arguments, Ids ids) {
    view.space();
    Place source = source(view.sheet(), arguments.inBody());
    return Plan.silent(
        view.changing(new ChartChange.SetData(source.sheet(), source.area(), by(arguments))));
  }

  /// From the upper left corner of the first cell to the lower right one of the last; without a
  /// last one the chart is moved and keeps its size (D: chart-setposition).
  private static Plan setPosition(ChartView view, Arguments arguments, Ids ids) {
    Place start =
        cells(view.sheet(), arguments.inBody(), "startCell")
            .orElseThrow(() -> new BadArgument("The argument 'startCell' is missing."));
    Optional<Place> end = cells(view.sheet(), arguments.inBody(), "endCell");
    int sheet = view.sheet().key();
    if (start.sheet() != sheet || end.filter(place -> place.sheet() != sheet).isPresent()) {
      throw new BadArgument("'startCell' and 'endCell' have to be on the sheet of the chart.");
    }
    ChartFrame frame =
        end.map(last -> over(view, start.area().boundingBox(last.area())))
            .orElseGet(() -> moved(view, over(view, start.area())));
    return Plan.silent(view.changing(new ChartChange.Place(frame)));
  }

  private static ChartFrame over(ChartView view, Area cells) {
    return new ChartFrame(
        new ChartFrame.Corner(cells.firstRow(), cells.firstColumn(), 0, 0),
        ChartFrames.end(view.sheet().worksheet().layout(), cells.lastRow(), cells.lastColumn()),
        view.chart().frame().follows());
  }

  private static ChartFrame moved(ChartView view, ChartFrame to) {
    SheetLayout layout = view.sheet().worksheet().layout();
    ChartFrames.Box place = ChartFrames.box(layout, to);
    ChartFrames.Box old = view.box();
    return ChartFrames.frame(
        layout,
        new ChartFrames.Box(place.left(), place.top(), old.width(), old.height()),
        to.follows());
  }

  private static Edit update(ChartView view, JsonObject body) {
    Bodies.onlyMembers(body, "id", "name", "height", "left", "top", "width");
    Bodies.notNull(body, "name", "height", "left", "top", "width");
    Bodies.findText(body, "id")
        .filter(id -> !id.equalsIgnoreCase(view.chart().id()))
        .ifPresent(_ -> {
          throw new BadArgument("'id' of a chart cannot be changed.");
        });
    var edits = new ArrayList<Edit>();
    Bodies.findText(body, "name")
        .ifPresent(name -> edits.add(view.changing(new ChartChange.Rename(name))));
    Optional<Double> left = points(body, "left");
    Optional<Double> top = points(body, "top");
    Optional<Double> width = points(body, "width");
    Optional<Double> height = points(body, "height");
    if (left.isPresent() || top.isPresent() || width.isPresent() || height.isPresent()) {
      ChartFrames.Box old = view.box();
      var box =
          new ChartFrames.Box(
              left.orElse(old.left()),
              top.orElse(old.top()),
              width.orElse(old.width()),
              height.orElse(old.height()));
      edits.add(
          view.changing(
              new ChartChange.Place(
                  ChartFrames.frame(
                      view.sheet().worksheet().layout(), box, view.chart().frame().follows()))));
    }
    return Bodies.changing(edits);
  }

  private static Optional<Double> points(JsonObject body, String name) {
    return Bodies.findNumber(body, name)
        .map(points -> {
          if (!(points >= 0 && points <= MOST_POINTS)) {
            throw new BadArgument(
                "'%s' has to be from 0 to %.0f points, not %s."
                    .formatted(name, MOST_POINTS, points));
          }
          return points;
        });
  }

  private static Target image(ChartView view, Arguments arguments) {
    view.space();
    return new Target.Picture(
        view,
        pixels(arguments, "width"),
        pixels(arguments, "height"),
        arguments.findText("fittingMode").map(ChartResource::fitting).orElse(Fitting.FIT));
  }

  private static Fitting fitting(String word) {
    return Wording.parse(Fitting.class, "fittingMode", word);
  }

  private static int pixels(Arguments arguments, String name) {
    int pixels = arguments.findInteger(name).orElse(0);
    if (pixels < 0 || pixels > ChartPicture.LONGEST) {
      throw new BadArgument(
          "'%s' has to be from 0 to %d pixels, not %d."
              .formatted(name.toLowerCase(Locale.ROOT), ChartPicture.LONGEST, pixels));
    }
    return pixels;
  }
}
