package dev.quire.ooxml.patch;

import dev.quire.ooxml.part.SheetEntry;
import dev.quire.ooxml.part.WorkbookLayout;
import dev.quire.workbook.Worksheet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/// The tabs of the file and those that are to be. Tabs that are no worksheets stay behind the
/// worksheet that they stood behind.
final class Tabs {
  private final List<SheetEntry> before;
  private final List<OptionalInt> keysBefore;
  private final List<Tab> after = new ArrayList<>();

  Tabs(
      WorkbookLayout layout, List<OptionalInt> keys, List<Worksheet> worksheets, PackageEdit edit) {
    this.before = layout.sheets();
    this.keysBefore = keys;
    Map<Integer, Integer> places = new HashMap<>();
    for (int place = 0; place < keys.size(); place++) {
      if (keys.get(place).isPresent()) {
        places.put(keys.get(place).getAsInt(), place);
      }
    }
    othersBehind(-1);
    for (Worksheet each : worksheets) {
      Integer place = places.get(each.key());
      if (place == null) {
        after.add(fresh(layout, each, edit));
      } else {
        after.add(kept(place, Optional.of(each)));
        othersBehind(place);
      }
    }
    orphans();
  }

  /// The tabs in their new order.
  List<Tab> after() {
    return after;
  }

  /// The tabs of the file that are gone.
  List<SheetEntry> deleted() {
    var gone = new ArrayList<SheetEntry>();
    for (int place = 0; place < before.size(); place++) {
      if (newPlace(place).isEmpty()) {
        gone.add(before.get(place));
      }
    }
    return gone;
  }

  /// Where a tab of the file is now; empty when it is gone.
  OptionalInt newPlace(int oldPlace) {
    for (int place = 0; place < after.size(); place++) {
      if (after.get(place).oldPlace().equals(OptionalInt.of(oldPlace))) {
        return OptionalInt.of(place);
      }
    }
    return OptionalInt.empty();
  }

  /// The place of a worksheet; empty when there is no such.
  OptionalInt place(int key) {
    for (int place = 0; place < after.size(); place++) {
      if (after.get(place).key().equals(OptionalInt.of(key))) {
        return OptionalInt.of(place);
      }
    }
    return OptionalInt.empty();
  }

  /// The key of a worksheet of the file.
  OptionalInt keyBefore(int oldPlace) {
    return keysBefore.get(oldPlace);
  }

  /// Whether tabs come, go, move, or are called or shown otherwise.
  boolean isChanged() {
    if (after.size() != before.size()) {
      return true;
    }
    for (int place = 0; place < after.size(); place++) {
      Tab tab = after.get(place);
      if (!tab.oldPlace().equals(OptionalInt.of(place)) || differs(tab)) {
        return true;
      }
    }
    return false;
  }

  /// What worksheets are called otherwise or are gone.
  SheetRenames renames() {
    var renames = new SheetRenames();
    deleted().forEach(each -> renames.delete(each.name()));
    for (Tab tab : after) {
      tab.entry()
          .ifPresent(
              entry -> tab.sheet().ifPresent(now -> renames.rename(entry.name(), now.name())));
    }
    return renames;
  }

  /// Whether a tab of the file has another name or visibility.
  static boolean differs(Tab tab) {
    return tab.entry()
        .filter(entry ->
            tab.sheet()
                .filter(now ->
                    !now.name().equals(entry.name()) || now.visibility() != entry.visibility())
                .isPresent())
        .isPresent();
  }

  private Tab kept(int place, Optional<Worksheet> sheet) {
    SheetEntry entry = before.get(place);
    return new Tab(Optional.of(entry), OptionalInt.of(place), sheet, entry.part(), "");
  }

  private Tab fresh(WorkbookLayout layout, Worksheet sheet, PackageEdit edit) {
    String workbook = layout.workbook().part();
    String folder = workbook.substring(0, workbook.lastIndexOf('/') + 1) + "worksheets/";
    int number = before.size() + 1;
    while (edit.isTaken(folder + "sheet" + number + ".xml")) {
      number++;
    }
    String part = folder + "sheet" + number + ".xml";
    edit.add(
        part,
        NewParts.WORKSHEET_TYPE,
        out -> out.write(NewParts.worksheet(layout.isStrict(), sheet.id())));
    String type = NewParts.relationship(layout.isStrict(), "worksheet");
    String id = edit.relate(layout.relationships(), type, part);
    return new Tab(Optional.empty(), OptionalInt.empty(), Optional.of(sheet), part, id);
  }

  /// Takes over the tabs between a worksheet and the next one that are no worksheets.
  private void othersBehind(int place) {
    for (int next = place + 1; next < before.size() && keysBefore.get(next).isEmpty(); next++) {
      after.add(kept(next, Optional.empty()));
    }
  }

  /// Takes over those whose worksheet is gone.
  private void orphans() {
    for (int place = 0; place < before.size(); place++) {
      if (keysBefore.get(place).isEmpty() && newPlace(place).isEmpty()) {
        after.add(kept(place, Optional.empty()));
      }
    }
  }
}
