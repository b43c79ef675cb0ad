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
  private static final NavigationProperty ITEMS =
      new NavigationProperty("items", new TypeRef("driveItem", true), true);

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

  /// This route with its file named by id: what stands between the drive and the workbook (or the
  /// end) becomes `items/{id}`. A route without a drive stays as it is.
  public Route withItem(String id) {
    var items = itemPart();
    int drive = items.size() - 1;
    while (drive >= 0 && !isDrive(items.get(drive))) {
      drive--;
    }
    if (drive < 0) {
      return this;
    }
    var changed =
        new ArrayList<>(segments.subList(0, drive + 2)); // one for the root, one to include
    changed.add(new Segment.Navigation(ITEMS));
    changed.add(new Segment.Key(id, ITEMS.type().element()));
    changed.addAll(segments.subList(workbookAt(), segments.size()));
    return new Route(changed);
  }

  private static boolean isDrive(Segment segment) {
    return segment
        .type()
        .filter(type -> type.name().equals(DRIVE) && !type.collection())
        .isPresent();
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
