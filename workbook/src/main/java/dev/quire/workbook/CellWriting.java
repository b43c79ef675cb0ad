package dev.quire.workbook;

import dev.quire.engine.cells.SheetCells;
import dev.quire.engine.formula.FormulaSite;
import dev.quire.engine.formula.FormulaSyntaxException;
import dev.quire.engine.formula.Notation;
import dev.quire.engine.formula.Template;
import dev.quire.engine.numfmt.EntryParser;
import dev.quire.engine.numfmt.NumberFormat;
import dev.quire.engine.numfmt.TypedEntry;
import dev.quire.engine.recalc.CalculationEnvironment;
import dev.quire.engine.recalc.ModelEditor;
import dev.quire.engine.ref.Area;
import dev.quire.engine.value.BlankValue;
import dev.quire.engine.value.FileCharacters;
import dev.quire.engine.value.Scalar;
import dev.quire.engine.value.TextValue;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Writes contents and number formats of cells, then calculates.
final class CellWriting {
  /// The number format under which everything typed is text.
  private static final String TEXT_FORMAT = "@";

  private final Workbook workbook;
  private final int sheet;
  private final SheetLayout layout;
  private final ModelEditor editor;
  private final Styles.Growth styles;
  private final Map<FormatChange, Integer> formatChanges = new HashMap<>();
  private final Map<String, Boolean> validFormats = new HashMap<>();
  private final RepeatedFormulas formulas = new RepeatedFormulas();
  private final EntryParser entries;

  private record FormatChange(int style, String code) {}

  private CellWriting(Workbook workbook, int sheet, CalculationEnvironment environment) {
    this.workbook = workbook;
    this.sheet = sheet;
    this.layout = CellFormatting.existing(workbook, sheet).layout();
    this.editor = workbook.model().edit(workbook.contents(), environment);
    this.styles = workbook.styleTable().grow();
    int year = LocalDate.ofInstant(environment.clock().instant(), environment.zone()).getYear();
    this.entries = new EntryParser(workbook.date1904(), year);
  }

  static Outcome apply(
      Workbook workbook, Edit.WriteCells write, CalculationEnvironment environment) {
    var writing = new CellWriting(workbook, write.sheet(), environment);
    write.formats().ifPresent(formats -> writing.format(write.area(), formats));
    if (write.entries().isPresent()) {
      ArrayAreas.release(writing.editor, write.sheet(), write.area());
      writing.enter(write.area(), write.entries().get());
    }
    return writing.finish(write.sheet(), write.area(), write.entries().isPresent());
  }

  static Outcome apply(
      Workbook workbook, Edit.ClearCells clear, CalculationEnvironment environment) {
    var writing = new CellWriting(workbook, clear.sheet(), environment);
    Area used = workbook.usedPart(clear.sheet(), clear.area(), false);
    if (clear.scope() != ClearScope.FORMATS) {
      ArrayAreas.release(writing.editor, clear.sheet(), clear.area());
    }
    for (int row = used.firstRow(); row <= used.lastRow(); row++) {
      for (int column = used.firstColumn(); column <= used.lastColumn(); column++) {
        writing.clear(row, column, clear.scope());
      }
    }
    return writing.finish(clear.sheet(), used, clear.scope() != ClearScope.FORMATS);
  }

  private void clear(int row, int column, ClearScope scope) {
    if (scope != ClearScope.FORMATS) {
      editor.setConstant(sheet, row, column, BlankValue.BLANK);
    }
    if (scope != ClearScope.CONTENTS) {
      boolean inherits = layout.style(row, column) != SheetCells.NO_STYLE;
      editor.setStyle(sheet, row, column, inherits ? 0 : SheetCells.NO_STYLE);
    }
  }

  private Outcome finish(int sheet, Area area, boolean wroteEntries) {
    if (workbook.calculationMode() != CalculationMode.MANUAL) {
      return Change.outcome(workbook, editor.finish(), styles.finish());
    }
    var awaiting = new ArrayList<>(workbook.awaiting());
    if (wroteEntries) {
      awaiting.add(new Workbook.WrittenArea(sheet, area));
    }
    return new Outcome(workbook.with(editor.enter().model(), styles.finish(), awaiting), List.of());
  }

  private void format(Area area, CellGrid<FormatEntry> formats) {
    for (int row = area.firstRow(); row <= area.lastRow(); row++) {
      for (int column = area.firstColumn(); column <= area.lastColumn(); column++) {
        FormatEntry entry = formats.at(row - area.firstRow(), column - area.firstColumn());
        if (entry instanceof FormatEntry.Code(String code)) {
          setFormat(row, column, checked(row, column, code));
        }
      }
    }
  }

  private String checked(int row, int column, String code) {
    if (code.isEmpty()) {
      return CellStyle.GENERAL;
    }
    boolean valid =
        validFormats.computeIfAbsent(
            code,
            each ->
                FileCharacters.firstMisfit(each) < 0 && NumberFormat.tryCompile(each).isPresent());
    if (!valid) {
      throw new WorkbookFault.BadNumberFormat(row, column, code);
    }
    return code;
  }

  private void setFormat(int row, int column, String code) {
    int own = editor.style(sheet, row, column);
    int style = own != SheetCells.NO_STYLE ? own : Math.max(layout.style(row, column), 0);
    if (styles.at(style).numberFormat().equals(code)) {
      return;
    }
    int changed =
        formatChanges.computeIfAbsent(
            new FormatChange(style, code),
            change -> styles.numberOf(styles.at(change.style()).withNumberFormat(change.code())));
    editor.setStyle(sheet, row, column, changed);
  }

  private String format(int row, int column) {
    int own = editor.style(sheet, row, column);
    return styles
        .at(own != SheetCells.NO_STYLE ? own : Math.max(layout.style(row, column), 0))
        .numberFormat();
  }

  private void enter(Area area, CellGrid<Entry> contents) {
    Filling filling = new Filling(area, contents.isSingle());
    for (int row = area.firstRow(); row <= area.lastRow(); row++) {
      for (int column = area.firstColumn(); column <= area.lastColumn(); column++) {
        Entry entry = contents.at(row - area.firstRow(), column - area.firstColumn());
        enter(row, column, entry, filling);
      }
    }
  }

  /// Tells as seen from which cell a formula is read: one formula for a whole area adjusts its
  /// references as filling with Ctrl+Enter does.
  private record Filling(Area area, boolean fills) {
    FormulaSite site(int sheet, int row, int column) {
      return fills
          ? new FormulaSite(sheet, area.firstRow(), area.firstColumn())
          : new FormulaSite(sheet, row, column);
    }
  }

  private void enter(int row, int column, Entry entry, Filling filling) {
    switch (entry) {
      case Entry.Keep _ -> {}
      case Entry.Clear _ -> {
        editor.setConstant(sheet, row, column, BlankValue.BLANK);
        setFormat(row, column, CellStyle.GENERAL);
      }
      case Entry.Constant(Scalar value) -> editor.setConstant(sheet, row, column, value);
      case Entry.Typed(String text) -> type(row, column, text, filling);
      case Entry.Formula(String text, Notation notation) ->
          setFormula(row, column, text, notation, filling);
    }
  }

  private void type(int row, int column, String text, Filling filling) {
    if (format(row, column).equals(TEXT_FORMAT)) {
      setText(row, column, text);
      return;
    }
    switch (entries.parse(text)) {
      case TypedEntry.Formula(String formula) ->
          setFormula(row, column, formula.substring(1), Notation.A1, filling);
      case TypedEntry.ForcedText(TextValue forced) -> setText(row, column, forced.text());
      case TypedEntry.Constant(TextValue typed, _) -> setText(row, column, typed.text());
      case TypedEntry.Constant(Scalar value, String numberFormat) -> {
        editor.setConstant(sheet, row, column, value);
        if (!numberFormat.equals(TypedEntry.KEEP)
            && format(row, column).equals(CellStyle.GENERAL)) {
          setFormat(row, column, numberFormat);
        }
      }
    }
  }

  private void setText(int row, int column, String text) {
    if (text.length() > TextValue.MAX_LENGTH) {
      throw new WorkbookFault.BadValue(
          row,
          column,
          "the text has %d characters, a cell holds %d"
              .formatted(text.length(), TextValue.MAX_LENGTH));
    }
    editor.setConstant(sheet, row, column, new TextValue(text));
  }

  private void setFormula(int row, int column, String text, Notation notation, Filling filling) {
    try {
      FormulaSite site = filling.site(sheet, row, column);
      Template template =
          notation == Notation.A1
              ? formulas.read(text, site, (each, at) -> workbook.entered(each, at, notation))
              : workbook.entered(text, site, notation);
      editor.setFormula(sheet, row, column, template);
    } catch (FormulaSyntaxException wrong) {
      throw new WorkbookFault.BadFormula(
          row, column, "=" + text, String.valueOf(wrong.getMessage()));
    }
  }
}
