package dev.quire.workbook.encoding;

import static dev.quire.workbook.encoding.Forms.AREA;
import static dev.quire.workbook.encoding.Forms.FLAG;
import static dev.quire.workbook.encoding.Forms.INTEGER;
import static dev.quire.workbook.encoding.Forms.list;
import static dev.quire.workbook.encoding.Forms.word;
import static dev.quire.workbook.encoding.Records.record;

import dev.quire.workbook.Edit;
import dev.quire.workbook.Icon;
import dev.quire.workbook.IconSet;
import dev.quire.workbook.RangeSort;
import dev.quire.workbook.RangeSort.On;
import dev.quire.workbook.SheetAction;
import dev.quire.workbook.style.Color;
import java.util.Set;

/// The forms of changes to ranges of a worksheet. They never change once they have been in a
/// release.
final class RangeForms {
  static final Form<Edit.MergeCells> MERGE_CELLS =
      record(
          INTEGER.at(Edit.MergeCells::sheet),
          AREA.at(Edit.MergeCells::area),
          FLAG.at(Edit.MergeCells::across),
          Edit.MergeCells::new);

  static final Form<Edit.UnmergeCells> UNMERGE_CELLS =
      record(
          INTEGER.at(Edit.UnmergeCells::sheet),
          AREA.at(Edit.UnmergeCells::area),
          Edit.UnmergeCells::new);

  private static final Form<Icon> ICON =
      record(word(IconSet.class).at(Icon::set), INTEGER.at(Icon::index), Icon::new);

  /// Begins with a number that tells which kind it is; a number is never given to another kind.
  private static final Form<On> ON = Form.of(RangeForms::write, RangeForms::on);

  static final Form<RangeSort.Key> KEY =
      record(
          INTEGER.at(RangeSort.Key::offset),
          FLAG.at(RangeSort.Key::ascending),
          ON.at(RangeSort.Key::on),
          RangeSort.Key::new);

  private static final Form<RangeSort> SORT =
      record(
          list(KEY).at(RangeSort::keys),
          FLAG.at(RangeSort::matchCase),
          FLAG.at(RangeSort::hasHeaders),
          FLAG.at(RangeSort::byColumns),
          RangeSort::new);

  static final Form<Edit.SortRange> SORT_RANGE =
      record(
          INTEGER.at(Edit.SortRange::sheet),
          AREA.at(Edit.SortRange::area),
          SORT.at(Edit.SortRange::sort),
          Edit.SortRange::new);

  /// In a fixed order, so that equal edits have equal records.
  private static final Form<Set<SheetAction>> ACTIONS =
      list(word(SheetAction.class)).as(each -> each.stream().sorted().toList(), Set::copyOf);

  static final Form<Edit.ProtectSheet> PROTECT_SHEET =
      record(
          INTEGER.at(Edit.ProtectSheet::sheet),
          ACTIONS.at(Edit.ProtectSheet::allowed),
          Edit.ProtectSheet::new);

  static final Form<Edit.UnprotectSheet> UNPROTECT_SHEET =
      record(INTEGER.at(Edit.UnprotectSheet::sheet), Edit.UnprotectSheet::new);

  static final Form<Edit.FitColumns> FIT_COLUMNS =
      record(
          INTEGER.at(Edit.FitColumns::sheet),
          INTEGER.at(Edit.FitColumns::first),
          INTEGER.at(Edit.FitColumns::last),
          Edit.FitColumns::new);

  static final Form<Edit.FitRows> FIT_ROWS =
      record(
          INTEGER.at(Edit.FitRows::sheet),
          INTEGER.at(Edit.FitRows::first),
          INTEGER.at(Edit.FitRows::last),
          Edit.FitRows::new);

  private RangeForms() {}

  private static void write(RecordOutput out, On on) {
    switch (on) {
      case On.Content(boolean textAsNumbers) -> {
        out.octet(1);
        FLAG.write(textAsNumbers, out);
      }
      case On.CellColor(Color color) -> {
        out.octet(2);
        LookForms.COLOR.write(color, out);
      }
      case On.FontColor(Color color) -> {
        out.octet(3);
        LookForms.COLOR.write(color, out);
      }
      case On.OfIcon(Icon icon) -> {
        out.octet(4);
        ICON.write(icon, out);
      }
    }
  }

  private static On on(RecordInput in) {
    return switch (in.octet()) {
      case 1 -> new On.Content(FLAG.read(in));
      case 2 -> new On.CellColor(LookForms.COLOR.read(in));
      case 3 -> new On.FontColor(LookForms.COLOR.read(in));
      case 4 -> new On.OfIcon(ICON.read(in));
      default -> throw new UnreadableRecord("it has an unknown kind of sort key");
    };
  }
}
