package dev.quire.chart.plot;

import dev.quire.chart.canvas.Box;
import dev.quire.chart.canvas.Paint;
import dev.quire.chart.canvas.Pen;
import dev.quire.chart.depth.Light;
import dev.quire.chart.depth.Point;
import dev.quire.chart.depth.Skin;
import dev.quire.chart.depth.Solids;
import dev.quire.chart.depth.View;
import dev.quire.chart.look.Look;
import dev.quire.chart.scale.SlotScale;
import dev.quire.workbook.chart.Axis;
import dev.quire.workbook.chart.Scene;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// A surface above a floor: categories to the right, series away from the viewer.
final class DeepSurface {
  private static final int MOST_CELLS = 100;
  private static final double UNDERSIDE = 0.7;
  private static final double SHALLOWEST = 0.3;
  private static final double DEEPEST = 1.5;
  private static final double WIRE = 1.25;
  private static final int MESH = 0x38000000;

  private final Sketch sketch;
  private final Scene scene;
  private final List<Row> rows;
  private final Group group;
  private final Bands bands;
  private final int columns;

  DeepSurface(Sketch sketch, Scene scene, List<Row> rows) {
    this.sketch = sketch;
    this.scene = scene;
    this.rows = rows;
    this.group = new Group(rows, sketch.space().axes(), false);
    this.bands = Bands.of(group);
    this.columns = group.count();
  }

  void draw(Box outer) {
    DeepGround ground = new Room(sketch, scene, group, this::ground, names()).draw(outer);
    surface(ground);
  }

  private DeepGround ground(Box plot) {
    boolean reversed = group.category().map(Axis::scale).map(own -> own.reversed()).orElse(false);
    double depth = Math.clamp((double) rows.size() / Math.max(1, columns), SHALLOWEST, DEEPEST);
    return new DeepGround(
        View.of(scene, depth * scene.depthPercent() / 100, plot),
        new SlotScale(columns, false, reversed),
        bands.scale(),
        false,
        0,
        rows.size());
  }

  private List<AxisLabels.Label> names() {
    var names = new ArrayList<AxisLabels.Label>();
    for (int i = 0; i < rows.size(); i++) {
      names.add(new AxisLabels.Label(place(i, rows.size()), rows.get(i).name()));
    }
    return names;
  }

  private static double place(int at, int count) {
    return count < 2 ? 0.5 : (double) at / (count - 1);
  }

  /// A cell between two rows and two columns.
  private record Cell(List<double[]> corners, double along, double depth) {}

  private void surface(DeepGround ground) {
    var cells = new ArrayList<Cell>();
    int right = Math.max(1, (columns - 1 + MOST_CELLS - 1) / MOST_CELLS);
    int away = Math.max(1, (rows.size() - 1 + MOST_CELLS - 1) / MOST_CELLS);
    for (int r = 0; r + away < rows.size(); r += away) {
      for (int c = 0; c + right < columns; c += right) {
        List<double[]> corners =
            List.of(
                corner(ground, r, c),
                corner(ground, r, c + right),
                corner(ground, r + away, c + right),
                corner(ground, r + away, c));
        cells.add(
            new Cell(
                corners,
                (corners.get(0)[0] + corners.get(1)[0]) / 2,
                (corners.get(0)[2] + corners.get(2)[2]) / 2));
      }
    }
    cells.sort(
        Comparator.comparingDouble((Cell cell) -> -ground.awayInDepth(cell.depth()))
            .thenComparingDouble(cell -> -ground.awayAlong(cell.along())));
    var solids = new Solids(sketch.canvas(), ground.view());
    boolean filled = rows.getFirst().plot().options().filled();
    for (Cell cell : cells) {
      if (filled) {
        Bands.triangles(cell.corners()).forEach(triangle -> patch(ground, solids, triangle));
        mesh(ground, cell);
      } else {
        wires(ground, cell);
      }
    }
  }

  /// Right, up, away, and the value itself.
  private double[] corner(DeepGround ground, int row, int column) {
    double value = rows.get(row).value(column);
    return new double[] {
      ground.along().at(column), ground.height(value), place(row, rows.size()), value
    };
  }

  private static Point point(double[] at) {
    return new Point(at[0], at[1], at[2]);
  }

  private void patch(DeepGround ground, Solids solids, List<double[]> triangle) {
    List<Point> corners = triangle.stream().map(DeepSurface::point).toList();
    double[] normal = ground.view().normal(corners.get(0), corners.get(1), corners.get(2));
    double up = normal[1] < 0 ? -1 : 1;
    double light = Light.on(normal[0] * up, normal[1] * up, normal[2] * up);
    boolean above = !solids.isSeen(corners);
    for (int band = 0; band < bands.count(); band++) {
      List<double[]> part = bands.within(triangle, band);
      if (part.size() > 2) {
        solids.plane(
            part.stream().map(DeepSurface::point).toList(),
            new Skin(Optional.of(new Paint.Solid(sketch.look().accent(band))), Optional.empty()),
            above ? light : light * UNDERSIDE);
      }
    }
  }

  private void mesh(DeepGround ground, Cell cell) {
    if (cell.corners().stream().noneMatch(corner -> Double.isNaN(corner[3]))) {
      sketch
          .canvas()
          .stroke(
              ground.view().outline(cell.corners().stream().map(DeepSurface::point).toList()),
              Pen.solid(MESH, Look.POINT / 2));
    }
  }

  /// The edges of a cell in the colours of the bands that they go through.
  private void wires(DeepGround ground, Cell cell) {
    for (int i = 0; i < cell.corners().size(); i++) {
      List<double[]> edge =
          List.of(cell.corners().get(i), cell.corners().get((i + 1) % cell.corners().size()));
      for (int band = 0; band < bands.count(); band++) {
        List<double[]> part = bands.within(edge, band);
        if (part.size() == 2 && part.stream().noneMatch(end -> Double.isNaN(end[3]))) {
          Point2D from = ground.view().at(point(part.get(0)));
          Point2D to = ground.view().at(point(part.get(1)));
          var path = new Path2D.Double();
          path.moveTo(from.getX(), from.getY());
          path.lineTo(to.getX(), to.getY());
          sketch.canvas().stroke(path, Pen.solid(sketch.look().accent(band), WIRE));
        }
      }
    }
  }
}
