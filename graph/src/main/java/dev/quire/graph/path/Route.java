package dev.quire.graph.path;

import dev.quire.graph.edm.NavigationProperty;
import dev.quire.graph.edm.TypeRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A request path with a type at every step.
///
/// @param segments the first is a [Segment.Root], which occurs only there
public record Route(List<Segment> segments) {
  private static final String WORKBOOK = "workbook";
  private static final String DRIVE = "drive";
  private static final String DRIVE_ITEM = "driveItem";
  private static final NavigationProperty ITEMS =
      new NavigationProperty("items", new TypeRef(DRIVE_ITEM, true), true);

  /// Copies the segments.
  public Route {
    segments = List.copyOf(segments);
    if (segments.isEmpty() || !(segments.getFirst() instanceof Segment.Root)) {
      throw new IllegalArgumentException("a route begins at the root: " + segments);
    }
  }

  /// `v1.0` or `beta`.
  public String version() {
    return ((Segment.Root) segments.getFirst()).version();
  }

  /// The last step: what the request is about.
  public Segment last() {
    return segments.getLast();
  }

  /// The type of the last step.
  public Optional<TypeRef> type() {
    return last().type();
  }

  /// Whether the route leads to a workbook or into one.
  public boolean reachesWorkbook() {
    return workbookAt() < segments.size();
  }

  /// The steps to the file: those before the workbook, without the root; all of them when the route
  /// does not reach a workbook.
  public List<Segment> itemPart() {
    return segments.subList(1, workbookAt());
  }

  /// The steps inside the workbook; none when the route ends at the workbook, or does not reach
  /// one.
  public List<Segment> workbookPart() {
    return segments.subList(Math.min(workbookAt() + 1, segments.size()), segments.size());
  }

  /// This route with its file named by id: the steps from a drive to the item become `items/{id}`.
  /// A route without a drive, or without an item, stays as it is.
  public Route withItem(String id) {
    int item = lastSingle(DRIVE_ITEM);
    int drive = lastSingle(DRIVE);
    if (drive < 0 || item < drive) {
      return this;
    }
    var changed = new ArrayList<>(segments.subList(0, drive + 1));
    changed.add(new Segment.Navigation(ITEMS));
    changed.add(new Segment.Key(id, ITEMS.type().element()));
    changed.addAll(segments.subList(item + 1, segments.size()));
    return new Route(changed);
  }

  /// The place of the last step that leads to one entity of a type; -1 when there is none.
  private int lastSingle(String type) {
    var wanted = Optional.of(new TypeRef(type, false));
    int i = segments.size() - 1;
    while (i >= 0 && !segments.get(i).type().equals(wanted)) {
      i--;
    }
    return i;
  }

  private int workbookAt() {
    for (int i = 1; i < segments.size(); i++) {
      if (segments.get(i) instanceof Segment.Navigation step
          && step.property().type().name().equals(WORKBOOK)) {
        return i;
      }
    }
    return segments.size();
  }
}
