package dev.quire.workbook.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// The charts of a worksheet. Those of a file are read when somebody asks for them, as most who
/// open a workbook do not.
public final class SheetCharts {
  /// No charts, and nothing else drawn.
  public static final SheetCharts NONE = new SheetCharts(new Drawn(List.of(), 1));

  /// How many changes wait for the charts to be read, each of which takes some of the stack then.
  private static final int MOST_WAITING = 100;

  private final int waiting;
  private @Nullable Supplier<Drawn> reading;
  private @Nullable Drawn drawn;

  /// What is drawn on a worksheet.
  ///
  /// @param charts from back to front
  /// @param lastShape the highest number of a shape; new charts are called after the next one
  public record Drawn(List<Chart> charts, int lastShape) {
    /// Copies the list.
    public Drawn {
      charts = List.copyOf(charts);
    }
  }

  private SheetCharts(Drawn drawn) {
    this.drawn = drawn;
    this.waiting = 0;
  }

  private SheetCharts(Supplier<Drawn> reading, int waiting) {
    this.reading = reading;
    this.waiting = waiting;
  }

  /// Charts that are read once, when they are asked for.
  public static SheetCharts reading(Supplier<Drawn> reading) {
    return new SheetCharts(reading, 0);
  }

  /// All charts, from back to front.
  public List<Chart> all() {
    return drawn().charts();
  }

  /// The chart with this id, or with this name; names are compared without case.
  public Optional<Chart> find(String idOrName) {
    return all().stream()
        .filter(each -> each.id().equalsIgnoreCase(idOrName))
        .findFirst()
        .or(() ->
            all().stream().filter(each -> each.name().equalsIgnoreCase(idOrName)).findFirst());
  }

  /// The number that the next shape gets.
  public int nextShape() {
    return drawn().lastShape() + 1;
  }

  /// With one more chart in front.
  public SheetCharts with(Chart chart) {
    var charts = new ArrayList<>(all());
    charts.add(chart);
    return new SheetCharts(new Drawn(charts, nextShape()));
  }

  /// With each chart changed; the very same when none changes.
  public SheetCharts map(UnaryOperator<Chart> change) {
    List<Chart> changed = all().stream().map(change).toList();
    return changed.equals(all()) ? this : new SheetCharts(new Drawn(changed, drawn().lastShape()));
  }

  /// With each chart changed, now or when the charts are read.
  public SheetCharts later(UnaryOperator<Chart> change) {
    return isRead() || waiting == MOST_WAITING
        ? map(change)
        : new SheetCharts(() -> map(change).drawn(), waiting + 1);
  }

  private synchronized boolean isRead() {
    return drawn != null;
  }

  /// Without the chart of this id, if there is one.
  public SheetCharts without(String id) {
    return new SheetCharts(
        new Drawn(
            all().stream().filter(each -> !each.id().equals(id)).toList(), drawn().lastShape()));
  }

  private synchronized Drawn drawn() {
    Drawn known = drawn;
    if (known == null && reading != null) {
      known = reading.get();
      drawn = known;
      reading = null; // lets go of the file
    }
    return known == null ? new Drawn(List.of(), 1) : known;
  }
}
