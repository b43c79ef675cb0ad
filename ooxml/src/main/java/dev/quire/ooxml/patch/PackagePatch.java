package dev.quire.ooxml.patch;

import dev.quire.ooxml.guard.XlsxFault;
import dev.quire.ooxml.part.Namespaces;
import dev.quire.ooxml.part.Relationship;
import dev.quire.ooxml.part.SharedFormulas;
import dev.quire.ooxml.part.SharedStrings;
import dev.quire.ooxml.part.WorkbookLayout;
import dev.quire.ooxml.xml.Ascii;
import dev.quire.ooxml.xml.Tags;
import dev.quire.ooxml.xml.XmlInput;
import dev.quire.ooxml.xml.XmlScanner;
import dev.quire.ooxml.zip.ZipEntry;
import dev.quire.workbook.NamedItem;
import dev.quire.workbook.SheetShift;
import dev.quire.workbook.Table;
import dev.quire.workbook.Workbook;
import dev.quire.workbook.Worksheet;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/// One save: finds out what differs between two states of a workbook and changes the package
/// accordingly.
public final class PackagePatch {
  private final WorkbookLayout layout;
  private final Workbook before;
  private final Workbook base;
  private final Workbook current;
  private final PackageEdit edit;
  private final Tabs tabs;
  private final BookPatch book;
  private final PivotParts pivots;
  private final ChartParts charts;
  private final CommentParts comments;
  private final TaskParts tasks;
  private final NewDifferentials differentials;
  private final Slicers slicers;
  private final List<String> notices = new ArrayList<>();
  private final Optional<MovedParts> moved;
  private final boolean respell;
  private final boolean splices;
  private long cellsChanged;
  private boolean formulasComeOrGo;

  private PackagePatch(
      WorkbookLayout layout,
      List<OptionalInt> keys,
      Workbook base,
      Workbook current,
      Optional<MovedParts> moved,
      boolean splices) {
    this.layout = layout;
    this.splices = splices;
    this.moved = moved;
    this.base = base;
    this.current = current;
    this.edit = new PackageEdit(layout);
    this.tabs = new Tabs(layout, keys, current.worksheets(), edit);
    this.book = new BookPatch(layout, current, tabs.renames(), edit);
    this.pivots = new PivotParts(layout, edit, current.date1904());
    this.charts = new ChartParts(layout, base, current, tabs.renames(), edit);
    this.comments = new CommentParts(layout, edit);
    this.tasks = new TaskParts(layout, edit);
    this.differentials = new NewDifferentials(layout);
    this.before = moved.map(MovedParts::before).orElse(base);
    this.slicers = new Slicers(layout, before, current, edit);
    this.respell = !labels(base).equals(labels(current));
  }

  /// Saves a workbook.
  ///
  /// @param layout the file as it is
  /// @param keys key of the worksheet at each tab of the file
  /// @param base the workbook that the file holds
  /// @param current the workbook that the file is to hold
  /// @param now the moment that the file notes as that of its last change
  /// @param splices whether large sheets may be changed without reading all of them
  /// @return the changed file; empty when nothing differs
  public static Optional<Patched> apply(
      WorkbookLayout layout,
      List<OptionalInt> keys,
      Workbook base,
      Workbook current,
      Instant now,
      boolean splices) {
    List<SheetShift> shifts = current.shiftsSince(base);
    if (shifts.isEmpty()) {
      return new PackagePatch(layout, keys, base, current, Optional.empty(), splices).apply(now);
    }
    var moved = new MovedParts(layout, keys, base, shifts);
    return new PackagePatch(
            moved.layout(), keys, moved.after(), current, Optional.of(moved), splices)
        .apply(now);
  }

  private Optional<Patched> apply(Instant now) {
    DeletedParts.apply(layout, tabs.deleted(), edit);
    slicers.apply(tabs.deleted());
    tabs.after().forEach(tab -> tab.sheet().ifPresent(sheet -> sheet(tab, sheet)));
    slicers.finish();
    if (!before.tables().equals(current.tables())) {
      QueryFields.apply(layout, edit);
    }
    pivots.finish();
    tabs.deleted().forEach(pivots::withSheet);
    new WorkbookPatch(layout, tabs, edit).apply(base, current);
    StylesPatch.apply(layout, current.styles(), base.styles().size(), differentials, edit);
    if (book.texts().isChanged()) {
      book.texts().write(edit);
    }
    references();
    moved.ifPresent(each -> each.finish(layout, edit, notices));
    if (formulasComeOrGo || moved.isPresent() || !tabs.deleted().isEmpty()) {
      dropPart("calcChain");
    }
    if (moved.isPresent()) {
      dropPart("volatileDependencies");
      revisions();
    }
    if (edit.isEmpty()) {
      return Optional.empty();
    }
    var properties = new PropertiesPatch(layout, edit);
    if (tabs.isChanged()) {
      properties.titles(base.worksheets(), current.worksheets());
    }
    properties.modified(now);
    signatures();
    List<OptionalInt> keys = tabs.after().stream().map(Tab::key).toList();
    return Optional.of(edit.write(cellsChanged, notices, keys));
  }

  private void sheet(Tab tab, Worksheet sheet) {
    SheetView before =
        tab.isNew()
            ? SheetView.empty(base, sheet)
            : base.worksheet(sheet.key())
                .map(each -> SheetView.of(base, each))
                .orElseThrow(IllegalStateException::new);
    var plan =
        new SheetPlan(before, SheetView.of(current, sheet), respell && !tab.isNew())
            .without(slicers.gone(tab.part()))
            .with(new TableParts(layout, base, current, edit, differentials).apply(tab, sheet))
            .drawing("drawing", charts.apply(tab, sheet).map(this::drawing))
            .drawing("legacyDrawing", comments.apply(tab, base, sheet).map(this::drawing));
    pivots.apply(tab, this.before, base, sheet);
    tasks.apply(tab, base, sheet);
    if (plan.isEmpty() && (tab.isNew() || book.renames().isEmpty())) {
      return;
    }
    cellsChanged += plan.touched().size();
    formulasComeOrGo |= plan.formulasComeOrGo();
    if (tab.isNew()) {
      String empty = NewParts.worksheet(layout.isStrict(), sheet.id());
      write(tab.part(), Ascii.bytes(empty), plan);
      return;
    }
    if (plan.formulasReplaced()) {
      XmlScanner scanner = layout.parts().scanner(tab.part());
      new SharedFormulaPatch(plan, prefix(tab.part())).apply(SharedFormulas.read(scanner));
    }
    try {
      String prefix = prefix(tab.part());
      if (splices && new SheetSplice(layout, tab.part(), prefix, plan, book).apply(edit)) {
        return;
      }
      edit.rewriteIf(
          tab.part(),
          out ->
              new SheetPatch(
                      layout.parts().scanner(tab.part()), plan, book, prefix, out, RowWatch.NOBODY)
                  .run());
    } catch (SheetPatch.Disordered disordered) {
      byte[] bytes = XmlInput.utf8(tab.part(), layout.parts().bytes(tab.part()));
      write(tab.part(), SheetOrder.of(tab.part(), bytes, layout.parts().limits()), plan);
    }
  }

  /// What attributes of an element say that leads to a part.
  private String drawing(String relationship) {
    String namespace =
        layout.isStrict() ? Namespaces.STRICT_RELATIONSHIPS : Namespaces.RELATIONSHIPS;
    return Tags.attribute("xmlns:r", namespace) + Tags.attribute("r:id", relationship);
  }

  private void write(String part, byte[] bytes, SheetPlan plan) {
    String prefix = SharedStrings.rootPrefix(new XmlScanner(part, bytes, layout.parts().limits()));
    edit.rewriteIf(
        part,
        out ->
            new SheetPatch(
                    new XmlScanner(part, bytes, layout.parts().limits()),
                    plan,
                    book,
                    prefix,
                    out,
                    RowWatch.NOBODY)
                .run());
  }

  private String prefix(String part) {
    return SharedStrings.rootPrefix(layout.parts().scanner(part));
  }

  /// Puts the present sheet names into charts, tables, pivot sources and the like.
  private void references() {
    if (book.renames().isEmpty()) {
      return;
    }
    for (ZipEntry entry : layout.parts().archive().entries()) {
      String type = layout.contentTypes().of(entry.name()).orElse("");
      boolean refers = ReferringParts.is(type);
      if (refers && !edit.isRemoved(entry.name()) && !charts.hasWritten(entry.name())) {
        references(entry.name(), ReferringParts.isVml(type));
      }
    }
  }

  private void references(String part, boolean mayBeNoXml) {
    try {
      edit.filter(part, new ReferenceFilter(book.renames())::copy);
    } catch (XlsxFault.Damaged damaged) {
      if (!mayBeNoXml) {
        throw damaged;
      }
      // Excel has written drawings of old that are not well formed; it reads them by other rules.
      notices.add("shapes in %s call sheets as before: %s".formatted(part, damaged.getMessage()));
    }
  }

  /// The history of a shared workbook tells of cells by where they were.
  private void revisions() {
    boolean any = !layout.relationships().of("revisionHeaders").isEmpty();
    for (Relationship headers : layout.relationships().of("revisionHeaders")) {
      for (Relationship each : layout.parts().relationships(headers.target()).all()) {
        if (!each.external()) {
          edit.remove(each.target());
        }
      }
    }
    dropPart("revisionHeaders");
    dropPart("usernames");
    if (any) {
      notices.add("the history of changes was removed, since cells have moved");
    }
  }

  private void dropPart(String kind) {
    for (Relationship each : layout.relationships().of(kind)) {
      edit.unrelate(layout.relationships(), each);
      edit.remove(each.target());
    }
  }

  /// A signature is about the bytes before the change.
  private void signatures() {
    boolean signed = false;
    for (ZipEntry entry : layout.parts().archive().entries()) {
      if (entry.name().toLowerCase(Locale.ROOT).startsWith("_xmlsignatures/")) {
        edit.remove(entry.name());
        signed = true;
      }
    }
    for (Relationship each : layout.root().of("origin")) {
      edit.unrelate(layout.root(), each);
    }
    if (signed) {
      notices.add("the digital signature was removed, since it does not hold for a changed file");
    }
  }

  /// Everything that formulas call by name.
  private static Set<Object> labels(Workbook book) {
    var labels = new HashSet<Object>();
    for (Worksheet each : book.worksheets()) {
      labels.add(Map.entry(each.key(), each.name()));
    }
    for (Table each : book.tables()) {
      labels.add(Map.entry(each.id(), Map.entry(each.name(), each.columns())));
    }
    for (NamedItem each : book.names()) {
      labels.add(Map.entry(each.name(), each.sheet()));
    }
    return labels;
  }
}
