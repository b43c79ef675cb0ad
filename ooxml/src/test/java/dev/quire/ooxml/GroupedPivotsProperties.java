package dev.quire.ooxml;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.quire.workbook.Edit;
import dev.quire.workbook.Workbook;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/// Whatever the source of [GroupedPivots] holds, its reports are what somebody finds who goes
/// through the rows with a calendar and a pencil.
final class GroupedPivotsProperties {
  private static final int ROWS = 5;
  private static final int WIDTH = 5;
  private static final int[] SUMS = {1, 2, 4, 8, 16};
  private static final LocalDate DAY_0 = LocalDate.of(1899, 12, 30);

  private final int[] days = {45_292, 45_340, 45_440, 45_700, 45_701};
  private final int[] sizes = {1, 4, 7, 10, 12};
  private final String[] kinds = {"a", "b", "c", "d", "a"};
  private final List<String> known = new ArrayList<>(List.of("a", "b", "c", "d"));

  @Property(tries = 60)
  void reportsAreWhatThePencilFinds(@ForAll long seed) {
    new GroupedPivotsProperties().check(new Random(seed));
  }

  private void check(Random random) {
    XlsxFile file = Books.open(GroupedPivots.bytes());
    Workbook book = file.workbook();
    for (int round = 0; round < 3; round++) {
      book = edited(book, random);
      int report = book.worksheets().get(1).key();
      book = Books.apply(book, new Edit.RefreshPivots(report, Optional.empty(), Books.NOW));
      assertReports(book);
    }
    byte[] saved = file.save(book, Books.NOW).bytes();
    assertEquals(List.of(), Lint.introduced(file.bytes(), saved));
    Workbook again = Books.open(saved).workbook();
    int report = again.worksheets().get(1).key();
    assertReports(Books.apply(again, new Edit.RefreshPivots(report, Optional.empty(), Books.NOW)));
  }

  private Workbook edited(Workbook book, Random random) {
    int sheet = book.worksheets().getFirst().key();
    Workbook edited = book;
    for (int row = 0; row < ROWS; row++) {
      if (random.nextBoolean()) {
        days[row] = random.nextInt(44_900, 46_500);
        edited = Books.number(edited, sheet, "A" + (row + 2), days[row]);
      }
      if (random.nextBoolean()) {
        sizes[row] = random.nextInt(-20, 60);
        edited = Books.number(edited, sheet, "B" + (row + 2), sizes[row]);
      }
      if (random.nextBoolean()) {
        kinds[row] = Character.toString('a' + random.nextInt(6));
        edited = Books.text(edited, sheet, "C" + (row + 2), kinds[row]);
      }
    }
    Arrays.stream(kinds).filter(each -> !known.contains(each)).forEach(known::add);
    return edited;
  }

  private void assertReports(Workbook book) {
    assertEquals(months(), GroupedPivots.report(book, "Months"));
    assertEquals(ranges(), GroupedPivots.report(book, "Sizes"));
    assertEquals(groups(), GroupedPivots.report(book, "Kinds"));
  }

  private String months() {
    var years = new TreeMap<Integer, TreeMap<Integer, Integer>>();
    for (int row = 0; row < ROWS; row++) {
      LocalDate day = DAY_0.plusDays(days[row]);
      years
          .computeIfAbsent(day.getYear(), _ -> new TreeMap<>())
          .merge(day.getMonthValue(), SUMS[row], Integer::sum);
    }
    var lines = new ArrayList<String>();
    years.forEach((year, months) -> {
      lines.add(year + ":" + months.values().stream().mapToInt(each -> each).sum());
      months.forEach((month, sum) ->
          lines.add(
              java.time.Month.of(month).getDisplayName(TextStyle.SHORT, Locale.US) + ":" + sum));
    });
    return lines(lines);
  }

  private String ranges() {
    var lines = new ArrayList<String>();
    int last = Arrays.stream(sizes).max().orElseThrow();
    for (int from = Arrays.stream(sizes).min().orElseThrow(); from <= last; from += WIDTH) {
      int sum = 0;
      for (int row = 0; row < ROWS; row++) {
        sum += sizes[row] >= from && sizes[row] < from + WIDTH ? SUMS[row] : 0;
      }
      if (sum > 0) {
        lines.add(from + "-" + (from + WIDTH - 1) + ":" + sum);
      }
    }
    return lines(lines);
  }

  private String groups() {
    var lines = new ArrayList<String>();
    int together = sum("a") + sum("b");
    if (together > 0) {
      lines.add("Group1:" + together);
    }
    for (String kind : known) {
      if (sum(kind) > 0) {
        if (!"ab".contains(kind)) {
          lines.add(kind + ":" + sum(kind));
        }
        lines.add(kind + ":" + sum(kind));
      }
    }
    return lines(lines);
  }

  private int sum(String kind) {
    int sum = 0;
    for (int row = 0; row < ROWS; row++) {
      sum += kinds[row].equals(kind) ? SUMS[row] : 0;
    }
    return sum;
  }

  private static String lines(List<String> lines) {
    return String.join(" ", lines) + " all:" + Arrays.stream(SUMS).sum();
  }
}
