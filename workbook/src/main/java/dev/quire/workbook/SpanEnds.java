package dev.quire.workbook;

import dev.quire.engine.formula.Expression;
import dev.quire.engine.formula.FormulaSite;
import dev.quire.engine.formula.Sheets;
import dev.quire.engine.formula.Template;
import dev.quire.engine.recalc.ModelEditor;
import java.util.List;

/// Draws in the end of 3-D references when the sheet there is deleted: `Jan:Mar!A1` without `Jan`
/// is `Feb:Mar!A1` (D: Excel then leaves out the values on that sheet). A reference to that sheet
/// alone stays broken.
final class SpanEnds {
  private final Workbook base;
  private final int gone;

  /// @param base the workbook that still has the sheet
  /// @param gone key of the sheet to be deleted
  SpanEnds(Workbook base, int gone) {
    this.base = base;
    this.gone = gone;
  }

  /// What defined names stand for without the sheet.
  List<NamedItem> names(List<NamedItem> names) {
    return names.stream()
        .map(name ->
            name.formula()
                .filter(formula -> changed(formula) != formula)
                .map(formula -> name.meaning(changed(formula)))
                .orElse(name))
        .toList();
  }

  /// Changes the formulas of all other sheets. Array formulas of the old kind cannot have 3-D
  /// references.
  void follow(ModelEditor editor) {
    for (Worksheet sheet : base.worksheets()) {
      if (sheet.key() == gone) {
        continue;
      }
      base.cells(sheet.key())
          .visitFormulas((row, column, template) -> {
            Template now = changed(template);
            if (now != template) {
              ArrayAreas.refuseLegacy(editor, new FormulaSite(sheet.key(), row, column));
              editor.setFormula(sheet.key(), row, column, now);
            }
          });
    }
  }

  private Template changed(Template template) {
    if (!template.mentionsSpan() || !template.mentionsSheet(gone)) {
      return template;
    }
    Expression now = template.expression().withLeaves(this::changed);
    return now == template.expression()
        ? template
        : base.shared().formulas().of(now, template.mode());
  }

  private Expression changed(Expression leaf) {
    return switch (leaf) {
      case Expression.CellReference(Sheets.Span span, var area, var extent) ->
          drawnIn(span) == span ? leaf : new Expression.CellReference(drawnIn(span), area, extent);
      case Expression.LostReference(Sheets.Span span) ->
          drawnIn(span) == span ? leaf : new Expression.LostReference(drawnIn(span));
      case Expression.Name(Sheets.Span span, String name) ->
          drawnIn(span) == span ? leaf : new Expression.Name(drawnIn(span), name);
      case Expression _ -> leaf;
    };
  }

  private Sheets drawnIn(Sheets.Span span) {
    List<Integer> between = base.contents().sheetsBetween(span.first(), span.last());
    if (between.size() < 2 || span.first() != gone && span.last() != gone) {
      return span;
    }
    boolean forward = between.getFirst() == span.first();
    int second = between.get(1);
    int lastButOne = between.get(between.size() - 2);
    return span.first() == gone
        ? new Sheets.Span(forward ? second : lastButOne, span.last())
        : new Sheets.Span(span.first(), forward ? lastButOne : second);
  }
}
