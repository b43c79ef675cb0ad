package dev.quire.engine.formula;

import dev.quire.engine.formula.Expression.CellReference;
import dev.quire.engine.formula.Expression.LostReference;
import dev.quire.engine.formula.Expression.TableReference;
import dev.quire.engine.ref.Area;
import dev.quire.engine.ref.Shift;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/// Lets formulas follow cells that move (semantics as [Shift#reference] tells; 3-D references and
/// structured references stay as they are). Works on templates: cells of one template that follow
/// alike share one afterwards. For one thread.
public final class FormulaShift {
  private final int sheet;
  private final Shift shift;
  private final Templates templates;
  private final Circumstances circumstances;
  private final Map<Template, TemplateShift> known = new IdentityHashMap<>();

  /// What else changes with the cells.
  ///
  /// @param lost tells structured references whose table or column is gone
  /// @param names whether a name means other cells than before, moved ones aside
  /// @param tables whether a table has other cells than before, moved ones aside
  public record Circumstances(Predicate<TableReference> lost, boolean names, boolean tables) {
    /// Nothing else changes.
    public static final Circumstances NONE = new Circumstances(_ -> false, false, false);
  }

  /// @param sheet key of the sheet whose cells move
  /// @param templates where changed formulas come from
  public FormulaShift(int sheet, Shift shift, Templates templates, Circumstances circumstances) {
    this.sheet = sheet;
    this.shift = shift;
    this.templates = templates;
    this.circumstances = circumstances;
  }

  /// A formula afterwards.
  ///
  /// @param template the formula; the same object when nothing in it changes
  /// @param stale whether its value may be another
  /// @param until the first row below for whose cell, with the same formula in the same column, the
  ///   answer may be another
  public record Followed(Template template, boolean stale, int until) {}

  /// The sheet whose cells move.
  public int sheet() {
    return sheet;
  }

  /// How the cells move.
  public Shift shift() {
    return shift;
  }

  /// What becomes of the formula of a cell that does not go.
  ///
  /// @param site where the cell was before
  public Followed follow(Template template, FormulaSite site) {
    return known.computeIfAbsent(template, each -> new TemplateShift(this, each)).at(site);
  }

  /// What becomes of a formula that belongs to no cell: relative references in it that lie along
  /// the axis mean no certain cells and stay (?).
  public Expression followName(Expression formula) {
    return formula.withLeaves(leaf -> isLost(leaf) ? gone() : fixedReference(leaf));
  }

  /// Whether a formula that belongs to no cell means the same cells as before, moved or not.
  public boolean preservesName(Expression formula) {
    boolean preserved =
        !(formula instanceof CellReference reference)
            || switch (reference.sheets()) {
              case Sheets.One(int key) -> key != sheet || isPreserved(reference.area());
              case Sheets.Here _, Sheets.Span _ -> false;
              case Sheets.Unknown _, Sheets.Gone _, Sheets.External _ -> true;
            };
    return preserved
        && !isLost(formula)
        && formula.children().stream().allMatch(this::preservesName);
  }

  private boolean isPreserved(RelativeArea area) {
    boolean fixed =
        area.top().fixed() && area.left().fixed() && area.bottom().fixed() && area.right().fixed();
    return fixed && area.at(0, 0).filter(shift::preserves).isPresent();
  }

  private Expression fixedReference(Expression leaf) {
    if (!(leaf instanceof CellReference reference)
        || !reference.sheets().equals(new Sheets.One(sheet))) {
      return leaf;
    }
    RelativeArea area = reference.area();
    boolean rows = area.top().fixed() && area.bottom().fixed();
    boolean columns = area.left().fixed() && area.right().fixed();
    boolean along = shift.isVertical() ? rows : columns;
    boolean across = shift.isVertical() ? columns : rows;
    boolean wholeBand = shift.isWholeRows() || shift.isWholeColumns();
    return along && (across || wholeBand)
        ? at(reference, new FormulaSite(sheet, 0, 0), 0, 0)
        : leaf;
  }

  /// A formula that is kept as text beside the cells, such as that of a conditional format.
  ///
  /// @param site the cell from which its relative references are told
  /// @param row row of that cell afterwards
  /// @param column column of that cell afterwards
  public Expression followText(Expression formula, FormulaSite site, int row, int column) {
    return formula.withLeaves(leaf -> leaf(leaf, site, row, column));
  }

  Expression leaf(Expression leaf, FormulaSite site, int row, int column) {
    return isLost(leaf)
        ? gone()
        : leaf instanceof CellReference reference ? at(reference, site, row, column) : leaf;
  }

  private boolean isLost(Expression leaf) {
    return leaf instanceof TableReference table && circumstances.lost.test(table);
  }

  private static Expression gone() {
    return new LostReference(Sheets.HERE);
  }

  /// What a reference is for a formula that stands elsewhere now.
  private Expression at(CellReference reference, FormulaSite site, int row, int column) {
    RelativeArea area = References.ordered(reference.area(), site);
    Optional<Area> before = area.at(site.row(), site.column());
    if (before.isEmpty()) {
      return reference;
    }
    Optional<Area> after =
        isShifted(reference, site.sheet()) ? shift.reference(before.get()) : before;
    if (after.isEmpty()) {
      return new LostReference(reference.sheets());
    }
    var now =
        new RelativeArea(
            coordinate(area.top(), after.get().firstRow(), row),
            coordinate(area.left(), after.get().firstColumn(), column),
            coordinate(area.bottom(), after.get().lastRow(), row),
            coordinate(area.right(), after.get().lastColumn(), column));
    return now.equals(area)
        ? reference
        : new CellReference(reference.sheets(), now, reference.extent());
  }

  private static Coordinate coordinate(Coordinate like, int target, int host) {
    return like.fixed() ? Coordinate.fixed(target) : Coordinate.relative(target, host);
  }

  /// Whether a reference of a formula on a sheet means the cells that move.
  boolean isShifted(CellReference reference, int host) {
    return switch (reference.sheets()) {
      case Sheets.Here _ -> host == sheet;
      case Sheets.One(int key) -> key == sheet;
      case Sheets.Span _, Sheets.Unknown _, Sheets.Gone _, Sheets.External _ -> false;
    };
  }

  boolean isStaleBy(Template template) {
    return circumstances.names && template.mentionsNames()
        || circumstances.tables && template.mentionsTables();
  }

  Template template(Expression expression, EvaluationMode mode) {
    return templates.of(expression, mode);
  }
}
