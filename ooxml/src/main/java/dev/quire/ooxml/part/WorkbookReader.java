package dev.quire.ooxml.part;

import dev.quire.engine.recalc.Iteration;
import dev.quire.engine.ref.A1;
import dev.quire.engine.ref.Area;
import dev.quire.engine.value.ErrorValue;
import dev.quire.ooxml.guard.Budget;
import dev.quire.ooxml.guard.XlsxFault;
import dev.quire.ooxml.xml.XmlElement;
import dev.quire.ooxml.xml.XmlInput;
import dev.quire.ooxml.xml.XmlScanner;
import dev.quire.ooxml.xml.XmlScanner.Token;
import dev.quire.ooxml.xml.XmlTree;
import dev.quire.ooxml.zip.ZipEntry;
import dev.quire.workbook.CalculationMode;
import dev.quire.workbook.CellStyle;
import dev.quire.workbook.ExternalBook;
import dev.quire.workbook.SheetSink;
import dev.quire.workbook.WorkbookBuilder;
import dev.quire.workbook.WorkbookFault;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/// Reads a whole workbook into a builder: settings, styles, sheets, tables, names, and at last the
/// cells.
public final class WorkbookReader {
  private final WorkbookLayout layout;
  private final PackageParts parts;
  private final WorkbookBuilder builder;
  private final Optional<XmlElement> theme;
  private final boolean isLate;

  private WorkbookReader(
      WorkbookLayout layout, WorkbookBuilder builder, Optional<XmlElement> theme, boolean isLate) {
    this.theme = theme;
    this.isLate = isLate;
    this.layout = layout;
    this.parts = layout.parts();
    this.builder = builder;
  }

  /// Reads everything.
  ///
  /// @return the key of each tab's worksheet, empty for tabs that are no worksheets
  ///
  /// @param theme root of the theme, if there is one
  /// @param isLate whether the cells are read when the workbook is open already: what they are
  ///   refused for is then a fault of the workbook
  public static List<OptionalInt> read(
      WorkbookLayout layout, WorkbookBuilder builder, Optional<XmlElement> theme, boolean isLate) {
    return new WorkbookReader(layout, builder, theme, isLate).read();
  }

  private List<OptionalInt> read() {
    XmlElement root = layout.workbook().root();
    boolean date1904 =
        root.child("workbookPr").map(each -> each.flag("date1904", false)).orElse(false);
    builder.date1904(date1904);
    builder.macros(layout.hasMacros());
    calculation(root);
    Optional<XmlTree> looks = layout.part("styles").map(parts::tree);
    List<CellStyle> styles =
        looks
            .map(tree -> StylesReader.read(tree, theme, parts.limits()))
            .orElse(List.of(CellStyle.DEFAULT));
    builder.styles(styles);
    externalBooks(root);
    List<OptionalInt> keys = sheets();
    List<Differential> differentials =
        looks.map(tree -> Differential.all(tree.root(), theme)).orElse(List.of());
    tables(keys, differentials);
    names(root, keys);
    var memory = new Budget("bytes of memory for cells", parts.limits().modelBytes());
    var context =
        new SheetContext(
            strings(memory),
            styles.size(),
            differentials,
            date1904,
            builder.pronunciations(),
            dynamicMarks(),
            richErrors());
    Map<String, XmlElement> persons = persons();
    for (int tab = 0; tab < keys.size(); tab++) {
      if (keys.get(tab).isPresent()) {
        String part = layout.sheets().get(tab).part();
        int key = keys.get(tab).getAsInt();
        builder.content(key, sink -> content(part, key, context, persons, memory, sink));
      }
    }
    pivots(keys, date1904);
    verifyOthers();
    return keys;
  }

  private void content(
      String part,
      int key,
      SheetContext context,
      Map<String, XmlElement> persons,
      Budget memory,
      SheetSink sink) {
    PackageParts from = isLate ? parts.renewed() : parts;
    try {
      IndexedPart sheet = from.sheet(part);
      new SheetReader(sheet, context, memory, sink).read();
      sheet.index().ifPresent(index -> from.indexes().put(part, index));
      CommentReader.read(from, part, key, persons).forEach(sink::comment);
      DocumentTasks.trees(from, part).forEach(tree -> DocumentTasks.read(tree).forEach(sink::task));
    } catch (XlsxFault fault) {
      if (!isLate) {
        throw fault;
      }
      throw new WorkbookFault.Unreadable(
          String.valueOf(fault.getMessage()),
          fault instanceof XlsxFault.TooLarge || fault instanceof XlsxFault.TooSlow);
    }
  }

  /// A file with a damaged part is refused even if we never look at that part: the next save would
  /// pass the damage on.
  private void verifyOthers() {
    var read = new HashSet<String>();
    layout.sheets().stream().filter(SheetEntry::isWorksheet).forEach(each -> read.add(each.part()));
    layout.part("sharedStrings").ifPresent(read::add);
    for (ZipEntry each : parts.archive().entries()) {
      if (!read.contains(each.name())) {
        parts.archive().verify(each, parts.inflated());
      }
    }
  }

  private void calculation(XmlElement root) {
    Optional<XmlElement> settings = root.child("calcPr");
    CalculationMode mode =
        switch (settings.map(each -> each.attributeOr("calcMode", "")).orElse("")) {
          case "manual" -> CalculationMode.MANUAL;
          case "autoNoTable" -> CalculationMode.AUTOMATIC_EXCEPT_TABLES;
          default -> CalculationMode.AUTOMATIC;
        };
    builder.calculationMode(mode);
    builder.keepsAsDisplayed(!settings.map(each -> each.flag("fullPrecision", true)).orElse(true));
    builder.iteration(settings.flatMap(WorkbookReader::iteration));
    builder.fullCalculationOnLoad(
        settings.map(each -> each.flag("fullCalcOnLoad", false)).orElse(false));
  }

  /// Links keep their place in the list even if their part is missing: formulas count them.
  private void externalBooks(XmlElement root) {
    for (XmlElement list : root.children("externalReferences")) {
      for (XmlElement each : list.children("externalReference")) {
        Optional<String> part = layout.target(each).filter(parts::has);
        builder.externalBook(
            part.map(name -> ExternalLinkReader.read(name, parts))
                .orElse(new ExternalBook("", List.of(), List.of())));
      }
    }
  }

  private static Optional<Iteration> iteration(XmlElement settings) {
    if (!settings.flag("iterate", false)) {
      return Optional.empty();
    }
    Iteration usual = Iteration.USUAL;
    int count = settings.number("iterateCount", usual.count());
    return Optional.of(
        new Iteration(
            Math.clamp(count, 1, 32_767),
            Math.max(0, settings.decimal("iterateDelta", usual.delta()))));
  }

  private LateStrings strings(Budget memory) {
    return new LateStrings(() ->
        layout
            .part("sharedStrings")
            .map(part ->
                SharedStrings.read(
                    (isLate ? parts.renewed() : parts).scanner(part),
                    memory,
                    builder.pronunciations()))
            .orElse(SharedStrings.NONE));
  }

  private BitSet dynamicMarks() {
    return layout
        .part("sheetMetadata")
        .map(part -> DynamicMarks.read(parts.tree(part)))
        .orElseGet(BitSet::new);
  }

  private Map<Integer, ErrorValue> richErrors() {
    Optional<String> metadata = layout.part("sheetMetadata");
    Optional<String> values = layout.part("rdRichValue");
    Optional<String> structures = layout.part("rdRichValueStructure");
    return metadata.isEmpty() || values.isEmpty() || structures.isEmpty()
        ? Map.of()
        : RichErrors.read(
            parts.tree(metadata.get()), parts.tree(values.get()), parts.tree(structures.get()));
  }

  private List<OptionalInt> sheets() {
    var keys = new ArrayList<OptionalInt>();
    for (SheetEntry sheet : layout.sheets()) {
      keys.add(
          sheet.isWorksheet()
              ? OptionalInt.of(
                  builder.worksheet(sheet.name(), uid(sheet.part()), sheet.visibility()))
              : OptionalInt.empty());
    }
    return List.copyOf(keys);
  }

  /// The identity that the root element of a worksheet names.
  private Optional<String> uid(String part) {
    try (InputStream in = parts.open(part)) {
      return uid(XmlScanner.ofStart(part, XmlInput.utf8(part, in), parts.limits()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Optional<String> uid(XmlScanner scanner) {
    SharedStrings.rootPrefix(scanner);
    Optional<String> prefix = Optional.empty();
    Optional<String> uid = Optional.empty();
    while (scanner.nextAttribute()) {
      String name = scanner.attributeName();
      if (name.startsWith("xmlns:") && scanner.value().equals(Namespaces.REVISION)) {
        prefix = Optional.of(name.substring(6));
      } else if (name.endsWith(":uid")) {
        uid = Optional.of(scanner.value());
      }
    }
    return prefix.isPresent() ? uid : Optional.empty();
  }

  private void tables(List<OptionalInt> keys, List<Differential> differentials) {
    for (int tab = 0; tab < keys.size(); tab++) {
      if (keys.get(tab).isEmpty()) {
        continue;
      }
      int key = keys.get(tab).getAsInt();
      for (Relationship each : parts.relationships(layout.sheets().get(tab).part()).of("table")) {
        if (parts.has(each.target())) {
          XmlTree tree = parts.tree(each.target());
          builder.table(TableReader.read(tree, key, differentials));
          tree.root()
              .child("autoFilter")
              .flatMap(FilterArea::of)
              .ifPresent(builder.sheet(key)::filtered);
        }
      }
    }
  }

  /// Those who write comments, by their id (MS-XLSX).
  private Map<String, XmlElement> persons() {
    Map<String, XmlElement> persons = new HashMap<>();
    for (Relationship each : layout.relationships().of("person")) {
      if (!each.external() && parts.has(each.target())) {
        parts
            .tree(each.target())
            .root()
            .children("person")
            .forEach(person -> persons.putIfAbsent(person.attributeOr("id", ""), person));
      }
    }
    return persons;
  }

  /// Pivot tables, whose reports only move as a whole.
  private void pivots(List<OptionalInt> keys, boolean date1904) {
    var ties = new PivotTies(layout);
    var caches = new PivotCaches(parts, name -> key(name, keys), date1904);
    Map<Integer, String> codes =
        layout
            .part("styles")
            .map(part -> StylesReader.codes(parts.tree(part).root()))
            .orElse(Map.of());
    for (int tab = 0; tab < keys.size(); tab++) {
      if (keys.get(tab).isEmpty()) {
        continue;
      }
      SheetSink sink = builder.sheet(keys.get(tab).getAsInt());
      String part = layout.sheets().get(tab).part();
      for (Relationship each : parts.relationships(part).of("pivotTable")) {
        if (parts.has(each.target())) {
          int tabId = layout.sheets().get(tab).sheetId();
          PivotReader.read(
                  parts,
                  each.target(),
                  caches,
                  number -> StylesReader.code(codes, number),
                  name -> ties.of(tabId, name))
              .ifPresentOrElse(
                  sink::pivot,
                  () -> location(parts.scanner(each.target())).ifPresent(sink::locked));
        }
      }
    }
  }

  private OptionalInt key(String name, List<OptionalInt> keys) {
    for (int tab = 0; tab < keys.size(); tab++) {
      if (layout.sheets().get(tab).name().equalsIgnoreCase(name)) {
        return keys.get(tab);
      }
    }
    return OptionalInt.empty();
  }

  /// Reads no further than to the place of the report, which comes first.
  private static Optional<Area> location(XmlScanner scanner) {
    for (Token token = scanner.next(); token != Token.EOF; token = scanner.next()) {
      if (token == Token.START && scanner.name().endsWith("location")) {
        while (scanner.nextAttribute()) {
          if (scanner.attributeName().equals("ref")) {
            return A1.parse(scanner.value());
          }
        }
      }
    }
    return Optional.empty();
  }

  private void names(XmlElement root, List<OptionalInt> keys) {
    int count = 0;
    for (XmlElement list : root.children("definedNames")) {
      for (XmlElement each : list.children("definedName")) {
        if (++count > parts.limits().names()) {
          throw new XlsxFault.TooLarge(
              layout.workbook().part(), "defined names", parts.limits().names());
        }
        name(each, keys);
      }
    }
  }

  /// Names of tabs that are no worksheets are left to the file.
  private void name(XmlElement element, List<OptionalInt> keys) {
    int tab = element.number("localSheetId", -1);
    OptionalInt key = tab < 0 || tab >= keys.size() ? OptionalInt.empty() : keys.get(tab);
    if (tab >= 0 && key.isEmpty()) {
      return;
    }
    builder.name(
        element.attributeOr("name", ""),
        key,
        element.text(),
        element.attribute("comment"),
        !element.flag("hidden", false));
  }
}
