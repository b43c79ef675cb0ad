package dev.quire.engine.recalc;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.quire.engine.MapWorkspace;
import dev.quire.engine.formula.EvaluationMode;
import dev.quire.engine.formula.Template;
import dev.quire.engine.ref.A1;
import dev.quire.engine.ref.Area;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// In which order the cells of formulas come that need one another. A run is written as its area
/// with the formula of its first cell.
class InterlockTest {
  private final MapWorkspace workspace = new MapWorkspace("Plan", "Debt");

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          a loan                      | A2:A4 =D1; B1:B4 =A1*$H$1; C1:C4 =MIN($I$1,A1+B1); D1:D4 =A1+B1-C1 | B1 C1 D1 A2 B2 C2 D2 A3 B3 C3 D3 A4 B4 C4 D4
          periods beside one another  | B1:D1 =A3; B2:D2 =B1*0.1; B3:D3 =B1+B2                             | B1 B2 B3 C1 C2 C3 D1 D2 D3
          a value that comes later    | A1:A3 =B2*0.9; B1:B3 =A1+$H$1                                      | A3 B3 A2 B2 A1 B1
          periods from right to left  | A1:C1 =B2*0.9; A2:C2 =A1+$H$1                                      | C1 C2 B1 B2 A1 A2
          sheets with other headings  | A2:A4 =Debt!B4; Debt!B5:B7 =Plan!A2+1                                | A2 Debt!B5 A3 Debt!B6 A4 Debt!B7
          a total of all before       | A2:A4 =SUM(B$1:B1); B1:B4 =A1+1                                    | B1 A2 B2 A3 B3 A4 B4
          a block that goes across    | B2:C3 =A2+D1; D2:D3 =B2+C2                                         | B2 C2 D2 B3 C3 D3
          cells that need each other  | A1:A3 =B1; B1:B3 =A1                                               | none
          a total of everything       | A1:A3 =SUM(B$1:B$3); B1:B3 =A1                                     | none
          a block with two directions | B2:C3 =C2+D1; D2:D3 =B2+C2                                         | none
          """)
  void cellsComeAfterThoseTheyRead(String title, String runs, String order) {
    assertEquals(order, Interlock.of(runs(runs)).map(this::written).orElse("none"), title);
  }

  @Test
  void onlyWhatComesBeforeACellHasToBeCalculatedForIt() {
    List<Run> runs = runs("A2:A9 =D1; B1:B9 =A1; D1:D9 =B1");
    Interlock loan = Interlock.of(runs).orElseThrow();
    Run closing = runs.getLast();
    int step = loan.lastStep(closing, area("D3"));
    assertEquals(
        List.of("A2:A3", "B1:B3", "D1:D3"),
        runs.stream()
            .map(run -> A1.print(loan.until(loan.placeOf(run), step).orElseThrow()))
            .toList());
    assertEquals(
        Optional.empty(),
        loan.until(loan.placeOf(runs.getFirst()), loan.lastStep(closing, area("D1"))));
  }

  @Test
  void allAreFoundInAGraph() {
    List<Run> runs = new ArrayList<>();
    for (Run run :
        runs("A2:A9 =D1; B1:B9 =A1; D1:D9 =B1; F1:F9 =D1; G1 =G1; M1:M9 =N1; N1:N9 =M1")) {
      runs.add(run.at(runs.size()));
    }
    Interlocks found = Interlocks.among(runs, ReadIndex.ofPlaces(runs));
    List<Integer> sizes =
        runs.stream()
            .map(run -> found.of(run).map(interlock -> interlock.places().size()).orElse(0))
            .toList();
    assertEquals(List.of(3, 3, 3, 0, 0, 0, 0), sizes);
    assertEquals(Optional.empty(), found.of(runs.getFirst().at(0)), "a run of another graph");
  }

  private List<Run> runs(String text) {
    List<Run> runs = new ArrayList<>();
    for (String each : text.split("; ")) {
      int space = each.indexOf(' ');
      String place = each.substring(0, space);
      int sheet = place.startsWith("Debt!") ? 1 : 0;
      Area area = area(place.substring(place.indexOf('!') + 1));
      String host = A1.cell(area.firstRow(), area.firstColumn());
      Template template =
          workspace.template(each.substring(space + 2), host, EvaluationMode.DYNAMIC);
      runs.add(new Run(sheet, area, template, template.reach(workspace, sheet)));
    }
    return runs;
  }

  private static Area area(String text) {
    return A1.parse(text).orElseThrow();
  }

  private String written(Interlock interlock) {
    var parts = new @Nullable Area[interlock.places().size()];
    for (int place = 0; place < parts.length; place++) {
      parts[place] = interlock.places().get(place).run().area();
    }
    var cells = new ArrayList<String>();
    interlock.visit(
        parts,
        (place, row, column) -> {
          int sheet = interlock.places().get(place).run().sheet();
          cells.add((sheet == 1 ? "Debt!" : "") + A1.cell(row, column));
        });
    return cells.stream().collect(Collectors.joining(" "));
  }
}
