package dev.quire.workbook;

import dev.quire.engine.cells.SheetCells;
import dev.quire.engine.formula.EvaluationMode;
import dev.quire.engine.formula.FormulaSite;
import dev.quire.engine.formula.FormulaSyntaxException;
import dev.quire.engine.formula.Notation;
import dev.quire.engine.formula.Template;
import dev.quire.engine.numfmt.NumberFormats;
import dev.quire.engine.recalc.CalculationAborted;
import dev.quire.engine.recalc.CalculationEnvironment;
import dev.quire.engine.recalc.Iteration;
import dev.quire.engine.recalc.Model;
import dev.quire.engine.recalc.ModelEditor;
import dev.quire.workbook.chart.ChartTheme;
import dev.quire.workbook.chart.SheetCharts;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Puts a workbook together from what a reader finds. First settings, worksheets in tab order and
/// tables, then names, then cells, then [#build]. Cells of different worksheets may be filled by
/// different threads; all else is for one thread.
public final class WorkbookBuilder {
  private final CalculationEnvironment environment;
  private final FormulaReader formulas;
  private final List<Worksheet> worksheets = new ArrayList<>();
  private final Map<Integer, SheetFilling> fillings = new LinkedHashMap<>();
  private final List<Table> tables = new ArrayList<>();
  private final List<ExternalBook> externalBooks = new ArrayList<>();
  private final Map<Integer, Function<SheetLayout, SheetCharts.Drawn>> charts = new HashMap<>();
  private final List<RawName> rawNames = new ArrayList<>();
  private final List<NamedItem> names = new ArrayList<>();
  private SheetReading reading = SheetReading.AT_ONCE;
  private Model externals = Model.EMPTY;
  private ExternalBooks linked = new ExternalBooks(List.of());
  private final Workbook.Shared shared;
  private Styles styleTable = new Styles(List.of(CellStyle.DEFAULT));
  private CalculationMode mode = CalculationMode.AUTOMATIC;
  private final Pronunciations pronunciations = new Pronunciations();
  private WorkbookSettings settings = WorkbookSettings.USUAL.withPronunciations(pronunciations::of);
  private WorksheetKeys known = WorksheetKeys.FRESH;
  private int nextKey;
  private int externalSheets;
  private boolean fullCalculationOnLoad;

  private record RawName(
      String name, OptionalInt sheet, String formula, Optional<String> comment, boolean visible) {}

  /// Begins a workbook without anything.
  ///
  /// @param environment what calculations take from the world
  public WorkbookBuilder(CalculationEnvironment environment) {
    this.environment = environment;
    var today = LocalDate.ofInstant(environment.clock().instant(), environment.zone());
    this.formulas = new FormulaReader(today.getYear());
    this.shared = new Workbook.Shared(new NumberFormats(), formulas);
  }

  /// Where the pronunciations of texts are noted.
  public Pronunciations pronunciations() {
    return pronunciations;
  }

  /// Whether days are counted from 1904; from 1900 by default.
  public WorkbookBuilder date1904(boolean from1904) {
    settings = settings.withDate1904(from1904);
    return this;
  }

  /// Whether cells keep of numbers only what their formats show; not by default.
  public WorkbookBuilder keepsAsDisplayed(boolean asDisplayed) {
    settings = settings.withKeepsAsDisplayed(asDisplayed);
    return this;
  }

  /// Whether functions of its own macros may be called; not by default.
  public WorkbookBuilder macros(boolean any) {
    settings = settings.withMacros(any);
    return this;
  }

  /// Colours and fonts of new charts; those of Office by default.
  public WorkbookBuilder chartTheme(ChartTheme theme) {
    settings = settings.withChartTheme(theme);
    return this;
  }

  /// The charts of a worksheet, which are read when somebody asks for them.
  ///
  /// @param reading reads them, given the sizes of rows and columns
  public WorkbookBuilder charts(int sheet, Function<SheetLayout, SheetCharts.Drawn> reading) {
    charts.put(sheet, reading);
    return this;
  }

  /// How circular references are worked out; by default they are a mistake.
  public WorkbookBuilder iteration(Optional<Iteration> iteration) {
    settings = settings.withIteration(iteration);
    return this;
  }

  /// When formulas are calculated; automatically by default.
  public WorkbookBuilder calculationMode(CalculationMode calculationMode) {
    mode = calculationMode;
    return this;
  }

  /// Whether the results in the file are not to be trusted.
  public WorkbookBuilder fullCalculationOnLoad(boolean full) {
    fullCalculationOnLoad = full;
    return this;
  }

  /// The styles that cells name by index; one default style when there are none.
  public WorkbookBuilder styles(List<CellStyle> cellStyles) {
    styleTable = new Styles(cellStyles);
    return this;
  }

  /// What the worksheets were known by when the file was open before.
  public WorkbookBuilder keys(WorksheetKeys keys) {
    known = keys;
    nextKey = Math.max(nextKey, keys.next());
    return this;
  }

  /// Adds a worksheet behind those added before.
  ///
  /// @param uid the identifier that the file gives it; without one it gets what the cloud service
  ///   is seen to make up from its place (semantics §2.3)
  /// @return its key: behind those of sheets of other workbooks, in tab order, unless [#keys] tells
  ///   others
  public int worksheet(String name, Optional<String> uid, Visibility visibility) {
    int position = worksheets.size();
    WorksheetKeys.Known own =
        position < known.worksheets().size()
            ? known.worksheets().get(position)
            : new WorksheetKeys.Known(nextKey++, uid.orElseGet(() -> madeUpId(position)));
    worksheets.add(
        new Worksheet(own.key(), own.id(), name, visibility, SheetLayout.PLAIN, SheetRegions.NONE));
    fillings.put(own.key(), new SheetFilling(own.key(), this));
    return own.key();
  }

  /// Adds a table.
  public void table(Table table) {
    tables.add(table);
  }

  /// Adds what is remembered of another workbook, `[1]` in formulas being the first one added. No
  /// worksheet has been added yet: the sheets of other workbooks have the first keys, so that they
  /// have the same ones each time that the file is read.
  public void externalBook(ExternalBook book) {
    if (!worksheets.isEmpty()) {
      throw new IllegalStateException("other workbooks come before the worksheets");
    }
    externalBooks.add(book);
    externalSheets += book.sheets().size();
    nextKey = Math.max(nextKey, externalSheets);
  }

  /// Adds a defined name.
  ///
  /// @param sheet key of the worksheet that alone sees it
  /// @param formula what it stands for, without `=`; relative references are seen from cell A1
  public void name(
      String name, OptionalInt sheet, String formula, Optional<String> comment, boolean visible) {
    rawNames.add(new RawName(name, sheet, formula, comment, visible));
  }

  /// Takes the cells of a worksheet. All worksheets and tables have been added by now.
  public SheetSink sheet(int key) {
    return filling(key);
  }

  private SheetFilling filling(int key) {
    return Objects.requireNonNull(fillings.get(key), "no such worksheet");
  }

  /// Says how the cells of a worksheet are to be had, if not through [#sheet] at once. Whatever the
  /// reader throws is thrown by [#build], or later by whoever asks for the sheet, each time.
  ///
  /// @param reader fills the sheet; is called once, perhaps by another thread
  public void content(int key, Consumer<SheetSink> reader) {
    filling(key).readBy(reader);
  }

  /// The workbook, all of it read by this thread.
  public Workbook build() {
    return build(SheetReading.AT_ONCE, false);
  }

  /// The workbook. Formulas without a result in the file, and volatile ones, are calculated; in
  /// manual mode only if some have no result.
  ///
  /// @param late whether sheets may be read when somebody asks for them
  /// @throws WorkbookFault.CalculationTooLong when that takes longer than the environment allows
  public Workbook build(SheetReading how, boolean late) {
    if (worksheets.isEmpty()) {
      throw new IllegalStateException("a workbook has a worksheet");
    }
    reading = how;
    Contents bindings = bindings();
    rawNames.forEach(raw -> names.add(read(raw, bindings)));
    linkExternals();
    return late && !recalculates() ? only(Set.of()).unread(new UnreadSheets(this)) : whole();
  }

  /// Whether something is calculated whatever the sheets hold.
  private boolean recalculates() {
    return fullCalculationOnLoad || nameFormulas().stream().anyMatch(Template::isVolatile);
  }

  private void linkExternals() {
    int externalKey = 0;
    var links = new ArrayList<ExternalBooks.Linked>();
    for (ExternalBook book : externalBooks) {
      links.add(linked(book, externalKey));
      for (ExternalBook.ExternalSheet sheet : book.sheets()) {
        externals = externals.withSheet(externalKey++, sheet.cells());
      }
    }
    linked = new ExternalBooks(links);
  }

  /// Reads all that is not read yet, and calculates what has to be.
  Workbook whole() {
    reading.run(fillings.values().stream().map(SheetFilling::reading).toList());
    Workbook workbook = only(fillings.keySet());
    boolean lacks = fillings.values().stream().anyMatch(each -> !each.uncalculated().isEmpty());
    boolean changes =
        recalculates() || fillings.values().stream().anyMatch(SheetFilling::hasVolatile);
    return lacks || changes && mode != CalculationMode.MANUAL ? calculated(workbook) : workbook;
  }

  /// Whether there is such a worksheet in this file.
  boolean has(int key) {
    return fillings.containsKey(key);
  }

  /// A sheet, read now if it was not.
  SheetFilling read(int key) {
    SheetFilling filling = filling(key);
    reading.run(List.of(filling.reading()));
    return filling;
  }

  /// What the names stand for.
  List<Template> nameFormulas() {
    return names.stream().flatMap(name -> name.formula().stream()).toList();
  }

  /// Keys of the worksheets that have tables.
  Set<Integer> sheetsWithTables() {
    return tables.stream().map(Table::sheet).collect(Collectors.toSet());
  }

  /// The workbook in which only some sheets have something in them, with the values of the file.
  ///
  /// @param keys sheets that have been read
  Workbook only(Set<Integer> keys) {
    Model model = externals;
    var laidOut = new ArrayList<Worksheet>();
    for (Worksheet sheet : worksheets) {
      SheetFilling filling = filling(sheet.key());
      boolean isRead = keys.contains(sheet.key());
      model = model.withSheet(filling.key(), isRead ? filling.cells() : SheetCells.EMPTY);
      laidOut.add(isRead ? read(sheet, filling) : sheet);
    }
    return new Workbook(
        new Contents(laidOut, names, tables, settings.withExternals(linked), ShiftLog.EMPTY),
        model,
        styleTable,
        mode,
        shared,
        List.of(),
        nextKey);
  }

  private Worksheet read(Worksheet sheet, SheetFilling filling) {
    SheetLayout layout = filling.layout();
    return sheet
        .laidOut(layout, filling.regions())
        .guarded(filling.protection())
        .drawn(drawn(sheet, layout));
  }

  private SheetCharts drawn(Worksheet sheet, SheetLayout layout) {
    Function<SheetLayout, SheetCharts.Drawn> reading = charts.get(sheet.key());
    return reading == null ? SheetCharts.NONE : SheetCharts.reading(() -> reading.apply(layout));
  }

  private Workbook calculated(Workbook workbook) {
    try {
      return calculatedNow(workbook);
    } catch (CalculationAborted aborted) {
      throw new WorkbookFault.CalculationTooLong(String.valueOf(aborted.getMessage()));
    }
  }

  private Workbook calculatedNow(Workbook workbook) {
    ModelEditor editor = workbook.model().edit(workbook.contents(), environment);
    if (fullCalculationOnLoad && mode != CalculationMode.MANUAL) {
      editor.invalidateAll();
    } else {
      editor.invalidate((sheet, row, column, _) -> filling(sheet).isUncalculated(row, column));
    }
    Workbook calculated = workbook.with(editor.finish().model(), workbook.styleTable(), List.of());
    return mode == CalculationMode.AUTOMATIC
        ? WhatIf.calculated(calculated, environment)
        : calculated;
  }

  /// The names of another workbook may refer to its sheets, which then have keys from this one on.
  private ExternalBooks.Linked linked(ExternalBook book, int firstKey) {
    var sheets = new ArrayList<Worksheet>();
    for (ExternalBook.ExternalSheet sheet : book.sheets()) {
      int key = firstKey + sheets.size();
      sheets.add(
          new Worksheet(
              key,
              madeUpId(key),
              sheet.name(),
              Visibility.VISIBLE,
              SheetLayout.PLAIN,
              SheetRegions.NONE));
    }
    var inside = new Contents(sheets, List.of(), List.of(), settings, ShiftLog.EMPTY);
    var names = new HashMap<String, Template>();
    for (ExternalBook.ExternalName name : book.names()) {
      meaning(name, firstKey, inside)
          .ifPresent(found -> names.put(ExternalBooks.key(name.sheet(), name.name()), found));
    }
    return new ExternalBooks.Linked(book, firstKey, names);
  }

  private Optional<Template> meaning(ExternalBook.ExternalName name, int sheet, Contents inside) {
    if (name.values().isPresent()) {
      return Optional.of(formulas.constant(name.values().get()));
    }
    try {
      var site = new FormulaSite(sheet, 0, 0);
      return Optional.of(
          formulas.read(name.formula(), site, Notation.A1, EvaluationMode.DYNAMIC, inside));
    } catch (FormulaSyntaxException unreadable) {
      // A name that means nothing here is as good as one that is not known: `#REF!`.
      return Optional.empty();
    }
  }

  private NamedItem read(RawName raw, Contents bindings) {
    Optional<Template> formula;
    try {
      var site = new FormulaSite(raw.sheet().orElse(worksheets.getFirst().key()), 0, 0);
      formula =
          Optional.of(
              formulas.read(raw.formula(), site, Notation.A1, EvaluationMode.DYNAMIC, bindings));
    } catch (FormulaSyntaxException wrong) {
      // Files hold names that are no formula (left behind by add-ins); they are kept as they are.
      formula = Optional.empty();
    }
    return new NamedItem(
        raw.name(), raw.sheet(), formula, raw.formula(), raw.comment(), raw.visible());
  }

  FormulaReader formulas() {
    return formulas;
  }

  /// What sheets and tables are called, for formulas in cells; names are looked up when calculated.
  Contents bindings() {
    return new Contents(worksheets, List.of(), tables, settings, ShiftLog.EMPTY);
  }

  private static String madeUpId(int position) {
    return "{00000000-0001-0000-%02X%02X-000000000000}"
        .formatted(position & 0xFF, position >>> 8 & 0xFF);
  }
}
