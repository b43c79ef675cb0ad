package dev.quire.ooxml.chart;

import dev.quire.ooxml.xml.XmlElement;
import dev.quire.workbook.chart.Scene;
import dev.quire.workbook.chart.ShapeFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// Reads from where a chart with depth is seen, and its walls (ECMA-376 part 1, 21.2.2.228).
final class SceneReader {
  private SceneReader() {}

  /// The scene of a chart; empty when nothing in it has depth.
  static Optional<Scene> scene(XmlElement chart, List<XmlElement> groups, LookOfShapes looks) {
    boolean deep =
        groups.stream()
            .anyMatch(
                each -> each.name().endsWith("3DChart") || each.name().equals("surfaceChart"));
    return deep ? Optional.of(scene(chart, groups.getFirst().name(), looks)) : Optional.empty();
  }

  private static Scene scene(XmlElement chart, String group, LookOfShapes looks) {
    Optional<XmlElement> view = Nodes.child(chart, "view3D");
    boolean round = group.startsWith("pie");
    boolean above = group.equals("surfaceChart");
    boolean bars = group.startsWith("bar");
    return new Scene(
        Math.clamp(whole(view, "rotX", above ? 90 : round ? 30 : 15), -90, 90),
        Math.clamp(whole(view, "rotY", above || round ? 0 : 20), -360, 360),
        view.map(each -> Nodes.flag(each, "rAngAx", bars)).orElse(bars),
        Math.clamp(whole(view, "depthPercent", 100), 20, 2000),
        view.flatMap(each -> Nodes.child(each, "hPercent"))
            .map(_ -> OptionalInt.of(Math.clamp(whole(view, "hPercent", 100), 5, 500)))
            .orElse(OptionalInt.empty()),
        Math.clamp(whole(view, "perspective", Scene.USUAL_PERSPECTIVE), 0, 240),
        wall(chart, "floor", looks),
        wall(chart, "sideWall", looks),
        wall(chart, "backWall", looks));
  }

  private static int whole(Optional<XmlElement> view, String name, int usual) {
    return view.map(each -> Nodes.whole(each, name, usual)).orElse(usual);
  }

  private static ShapeFormat wall(XmlElement chart, String name, LookOfShapes looks) {
    return Nodes.child(chart, name).map(looks::shape).orElse(ShapeFormat.AUTOMATIC);
  }
}
