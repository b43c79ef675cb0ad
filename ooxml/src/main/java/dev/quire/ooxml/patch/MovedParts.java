package dev.quire.ooxml.patch;

import dev.quire.ooxml.guard.XlsxFault;
import dev.quire.ooxml.guard.XlsxLimits;
import dev.quire.ooxml.holder.HolderEdits;
import dev.quire.ooxml.holder.SheetMove;
import dev.quire.ooxml.part.PackageParts;
import dev.quire.ooxml.part.PartFilter;
import dev.quire.ooxml.part.Relationship;
import dev.quire.ooxml.part.Relationships;
import dev.quire.ooxml.part.SharedStrings;
import dev.quire.ooxml.part.SheetEntry;
import dev.quire.ooxml.part.WorkbookLayout;
import dev.quire.ooxml.part.Xstring;
import dev.quire.ooxml.xml.Bytes;
import dev.quire.ooxml.xml.XmlInput;
import dev.quire.ooxml.xml.XmlScanner;
import dev.quire.ooxml.xml.XmlTree;
import dev.quire.ooxml.zip.ZipEntry;
import dev.quire.workbook.Moves;
import dev.quire.workbook.SheetShift;
import dev.quire.workbook.Table;
import dev.quire.workbook.Workbook;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;

/// The parts of a package as they read once cells have moved: a save then goes on from there as if
/// the file had always been so.
final class MovedParts {
  private final WorkbookLayout layout;
  private final PackageParts parts;
  private final List<OptionalInt> keys;
  private final Workbook before;
  private final Workbook after;
  private final Moves moves;
  private final Map<String, OptionalInt> homes = new HashMap<>();
  private final Map<String, PartFilter> filters = new LinkedHashMap<>();
  private final List<Gone> gone = new ArrayList<>();
  private final List<String> notices = new ArrayList<>();

  /// A part that is gone, as that of a table.
  ///
  /// @param from the worksheet's references
  private record Gone(Relationships from, Relationship relationship) {}

  /// @param keys key of the worksheet at each tab
  /// @param before the workbook that the file holds
  /// @param shifts what moved since
  MovedParts(
      WorkbookLayout layout, List<OptionalInt> keys, Workbook before, List<SheetShift> shifts) {
    this.layout = layout;
    this.parts = layout.parts();
    this.keys = keys;
    this.before = before;
    this.after = before.replay(shifts);
    this.moves = new Moves(before, shifts);
    homes();
    tables();
    names();
    sheets();
    others();
  }

  /// The workbook that the file holds.
  Workbook before() {
    return before;
  }

  /// The workbook that the moved parts hold.
  Workbook after() {
    return after;
  }

  /// The file as it reads now.
  WorkbookLayout layout() {
    return WorkbookLayout.read(parts.filtered(filters));
  }

  /// Says in a save what it has to do beyond its own changes.
  void finish(WorkbookLayout moved, PackageEdit edit, List<String> said) {
    for (Gone each : gone) {
      edit.unrelate(each.from, each.relationship);
      edit.remove(each.relationship.target());
    }
    for (String part : filters.keySet()) {
      if (!edit.isRewritten(part) && !edit.isRemoved(part)) {
        edit.rewrite(part, out -> copy(moved.parts().open(part), out));
      }
    }
    said.addAll(notices);
  }

  private static void copy(InputStream content, Bytes out) {
    var buffer = new byte[1 << 15];
    try (content) {
      for (int got = content.read(buffer); got >= 0; got = content.read(buffer)) {
        out.write(buffer, 0, got);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Notes for each part to which worksheet it belongs.
  private void homes() {
    for (int tab = 0; tab < keys.size(); tab++) {
      if (keys.get(tab).isPresent()) {
        home(layout.sheets().get(tab).part(), keys.get(tab), 4);
      }
    }
  }

  private void home(String part, OptionalInt key, int levels) {
    if (levels == 0 || homes.putIfAbsent(key(part), key) != null) {
      return;
    }
    for (Relationship each : parts.relationships(part).all()) {
      if (!each.external() && parts.has(each.target())) {
        home(each.target(), key, levels - 1);
      }
    }
  }

  private void names() {
    XmlTree tree = layout.workbook();
    byte[] now = new NamesMove(keys, before, after, moves, parts.limits()).apply(tree);
    if (now != tree.bytes()) {
      filters.put(key(tree.part()), _ -> new ByteArrayInputStream(now));
    }
  }

  private void sheets() {
    for (int tab = 0; tab < keys.size(); tab++) {
      if (keys.get(tab).isEmpty()) {
        continue;
      }
      int key = keys.get(tab).getAsInt();
      String part = layout.sheets().get(tab).part();
      if (!moves.on(key).isEmpty() || differs(part, key)) {
        filters.put(key(part), content -> sheet(part, key, content));
      }
    }
  }

  private SheetMove move(String part, int key, InputStream content) {
    XlsxLimits limits = parts.limits();
    String prefix = SharedStrings.rootPrefix(parts.scanner(part));
    var scanner = new XmlScanner(part, XmlInput.utf8(part, content), limits);
    return new SheetMove(scanner, prefix, before, after, moves, key, goneTables(part), limits);
  }

  private Set<String> goneTables(String part) {
    return gone.stream()
        .filter(each -> each.from.source().equals(part))
        .map(each -> each.relationship.id())
        .collect(Collectors.toSet());
  }

  private InputStream sheet(String part, int key, InputStream content) {
    SheetMove move = move(part, key, content);
    return SheetMove.isOrdered(moves.on(key))
        ? move
        : new ByteArrayInputStream(SheetOrder.of(part, all(move), parts.limits()));
  }

  /// Whether a sheet on which nothing moves refers to one on which something does.
  private boolean differs(String part, int key) {
    var buffer = new byte[1 << 15];
    try (InputStream content = parts.open(part)) {
      SheetMove move = move(part, key, content);
      while (move.read(buffer) >= 0) {
        continue;
      }
      return move.isChanged();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] all(InputStream content) {
    try (content) {
      return content.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Tables whose columns or rows came and went, and those that are gone.
  private void tables() {
    for (int tab = 0; tab < keys.size(); tab++) {
      if (keys.get(tab).isPresent() && !moves.on(keys.get(tab).getAsInt()).isEmpty()) {
        Relationships references = parts.relationships(layout.sheets().get(tab).part());
        references.of("table").stream()
            .filter(each -> parts.has(each.target()))
            .forEach(each -> table(references, each));
      }
    }
  }

  private void table(Relationships references, Relationship reference) {
    XmlTree tree = parts.tree(reference.target());
    String name = Xstring.decode(tree.root().attributeOr("displayName", ""));
    Optional<Table> then = before.findTable(name);
    if (then.isEmpty()) {
      return;
    }
    Optional<Table> now =
        after.tables().stream().filter(each -> each.id().equals(then.get().id())).findFirst();
    if (now.isEmpty()) {
      gone.add(new Gone(references, reference));
      return;
    }
    String part = tree.part();
    byte[] columns = TableMove.apply(tree, then.get(), now.get());
    Optional<byte[]> moved =
        HolderEdits.apply(
            XmlTree.read(part, columns, parts.limits()), moves, OptionalInt.of(now.get().sheet()));
    byte[] filtered =
        TableMove.filter(
            XmlTree.read(part, moved.orElse(columns), parts.limits()), then.get(), now.get());
    filters.put(key(part), _ -> new ByteArrayInputStream(filtered));
  }

  private void others() {
    var goneParts = new HashSet<String>();
    gone.forEach(each -> goneParts.add(key(each.relationship.target())));
    for (ZipEntry entry : parts.archive().entries()) {
      String part = entry.name();
      String type = layout.contentTypes().of(part).orElse("");
      boolean refers = ReferringParts.is(type);
      if (refers && !filters.containsKey(key(part)) && !goneParts.contains(key(part))) {
        other(part, ReferringParts.isVml(type));
      }
    }
  }

  private void other(String part, boolean mayBeNoXml) {
    try {
      XmlTree tree = parts.tree(part);
      OptionalInt home = homes.getOrDefault(key(part), OptionalInt.empty());
      Optional<byte[]> now = HolderEdits.apply(tree, moves, home);
      if (now.isEmpty()) {
        empty(part);
      } else if (now.get() != tree.bytes()) {
        filters.put(key(part), _ -> new ByteArrayInputStream(now.get()));
      }
    } catch (XlsxFault.Damaged damaged) {
      if (!mayBeNoXml) {
        throw damaged;
      }
      // Excel has written drawings of old that are not well formed; it reads them by other rules.
      notices.add("shapes in %s stay where they were: %s".formatted(part, damaged.getMessage()));
    }
  }

  /// Takes away a part of which nothing is left.
  private void empty(String part) {
    for (SheetEntry sheet : layout.sheets()) {
      Relationships references = parts.relationships(sheet.part());
      references.all().stream()
          .filter(each -> !each.external() && key(each.target()).equals(key(part)))
          .forEach(each -> gone.add(new Gone(references, each)));
    }
  }

  private static String key(String part) {
    return part.toLowerCase(Locale.ROOT);
  }
}
