package dev.quire.ooxml;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.quire.engine.ref.Area;
import dev.quire.engine.ref.Grid;
import dev.quire.workbook.ChartFrames;
import dev.quire.workbook.DeleteShift;
import dev.quire.workbook.Edit;
import dev.quire.workbook.Workbook;
import dev.quire.workbook.Worksheet;
import dev.quire.workbook.chart.Chart;
import dev.quire.workbook.chart.ChartType;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Where charts lie when the columns below them change: those that only move keep their size, those
/// that do neither also their place ("Move but don't size with cells" in Excel, D).
class ChartPlaceTest {
  private static final int SHEET = 0;
  private static final String DRAWING = "xl/drawings/drawing1.xml";

  /// A file whose only chart begins in column C and hangs on the cells in one of three ways.
  private static byte[] file(String anchor) {
    Workbook book = Charts.add(Charts.sales(), SHEET, ChartType.LINE, "A1:C5");
    byte[] saved = Books.open(XlsxFile.blank()).save(book, Books.NOW).bytes();
    String from =
        "<xdr:from><xdr:col>2</xdr:col><xdr:colOff>0</xdr:colOff>"
            + "<xdr:row>6</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:from>";
    String to = from.replace("col>2<", "col>8<").replace("row>6<", "row>20<").replace("from", "to");
    String size = "<xdr:ext cx=\"3657600\" cy=\"2667000\"/>";
    String frame =
        Parts.text(saved, DRAWING).replaceAll("(?s).*</xdr:to>(.*)</xdr:twoCellAnchor>.*", "$1");
    String place =
        switch (anchor) {
          case "oneCellAnchor" -> "<xdr:oneCellAnchor>" + from + size;
          case "absoluteAnchor" ->
              "<xdr:absoluteAnchor><xdr:pos x=\"1219200\" y=\"1143000\"/>" + size;
          default -> "<xdr:twoCellAnchor editAs=\"" + anchor + "\">" + from + to;
        };
    String end = "</xdr:" + (anchor.endsWith("Anchor") ? anchor : "twoCellAnchor") + ">";
    String drawing =
        Parts.text(saved, DRAWING)
            .replaceAll("(?s)<xdr:twoCellAnchor.*</xdr:twoCellAnchor>", "")
            .replace("</xdr:wsDr>", place + frame + end + "</xdr:wsDr>");
    Map<String, byte[]> parts = Parts.of(saved);
    parts.put(DRAWING, drawing.getBytes(StandardCharsets.UTF_8));
    return TestPackage.zip(parts);
  }

  private static ChartFrames.Box box(Workbook book) {
    Worksheet sheet = book.worksheet(SHEET).orElseThrow();
    Chart chart = Charts.of(book, SHEET).getFirst();
    return ChartFrames.box(sheet.layout(), chart.frame());
  }

  private static Workbook width(Workbook book, int column, double points) {
    return Books.apply(
        book, new Edit.SetColumns(SHEET, column, column, Optional.of(points), Optional.empty()));
  }

  private static void assertPlace(double left, double width, ChartFrames.Box found) {
    assertEquals(left, found.left(), 0.01);
    assertEquals(width, found.width(), 0.01);
    assertEquals(210, found.height(), 0.01);
  }

  @ParameterizedTest
  @CsvSource({
    "twoCell, 132, 372",
    "oneCell, 132, 288",
    "oneCellAnchor, 132, 288",
    "absolute, 96, 288",
    "absoluteAnchor, 96, 288"
  })
  void columnsOfOtherWidthsMoveAndSizeOnlyWhatFollowsThem(
      String anchor, double left, double width) {
    XlsxFile file = Books.open(file(anchor));
    assertPlace(96, 288, box(file.workbook()));
    Workbook wider = width(width(file.workbook(), 1, 84), 4, 132);
    assertPlace(left, width, box(wider));
    byte[] saved = file.save(wider, Books.NOW).bytes();
    assertPlace(left, width, box(Books.open(saved).workbook()));
  }

  @ParameterizedTest
  @CsvSource({
    "twoCell, 96, 240",
    "oneCell, 96, 288",
    "oneCellAnchor, 96, 288",
    "absolute, 96, 288",
    "absoluteAnchor, 96, 288"
  })
  void deletedColumnsTakeNothingFromWhatOnlyMoves(String anchor, double left, double width) {
    XlsxFile file = Books.open(file(anchor));
    Area column = new Area(0, 3, Grid.ROWS - 1, 3);
    Workbook less =
        Books.apply(file.workbook(), new Edit.DeleteCells(SHEET, column, DeleteShift.LEFT));
    assertPlace(left, width, box(less));
    byte[] saved = file.save(less, Books.NOW).bytes();
    assertPlace(left, width, box(Books.open(saved).workbook()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"twoCell", "oneCellAnchor", "absoluteAnchor"})
  void anchorsThatSayTheRightThingAlreadyAreNotWrittenAgain(String anchor) {
    byte[] bytes = file(anchor);
    UnaryOperator<Workbook> wider = book -> width(book, 4, 132);
    List<Chart> shown = Charts.of(wider.apply(Books.open(bytes).workbook()), SHEET);
    assertEquals(1, shown.size());
    byte[] saved = Books.save(bytes, wider);
    assertArrayEquals(Parts.of(bytes).get(DRAWING), Parts.of(saved).get(DRAWING));
  }
}
