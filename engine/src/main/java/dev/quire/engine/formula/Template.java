package dev.quire.engine.formula;

import dev.quire.engine.value.BlankValue;
import dev.quire.engine.value.ErrorValue;
import dev.quire.engine.value.NumberValue;
import dev.quire.engine.value.Scalar;
import dev.quire.engine.value.Value;
import java.util.Collections;
import java.util.HashSet;
import java.util.SequencedSet;
import java.util.Set;
import java.util.function.Predicate;

/// A formula planned for evaluation, shared by all cells it was filled to. Immutable.
public final class Template {
  private static final Set<String> SUBTOTALS = Set.of("SUBTOTAL", "AGGREGATE");

  /// Functions that look at where a cell lies, or at its formula, rather than at what it holds.
  private static final Set<String> PLACES =
      Set.of("ROW", "COLUMN", "CELL", "FORMULATEXT", "ISFORMULA", "AREAS", "INFO");

  /// Functions that give something else each time they are called.
  private static final Set<String> DRAWS = Set.of("RAND", "RANDBETWEEN", "RANDARRAY");

  private final Expression expression;
  private final NumberText numbers;
  private final Node root;
  private final int height;
  private final int variables;
  private final boolean isVolatile;
  private final SequencedSet<String> unsupported;
  private final EvaluationMode mode;
  private final boolean mentionsNames;
  private final boolean mentionsSpan;
  private final boolean mentionsTables;
  private final boolean isSubtotal;
  private final boolean chooses;
  private final boolean vectorizes;
  private final boolean mayDraw;
  private final boolean dependsOnMode;
  private final boolean dependsOnPlace;

  private Template(
      Expression expression,
      NumberText numbers,
      Node root,
      Planner planner,
      EvaluationMode mode,
      boolean dependsOnMode,
      boolean dependsOnPlace) {
    this.dependsOnMode = dependsOnMode;
    this.dependsOnPlace = dependsOnPlace;
    this.expression = expression;
    this.mentionsNames = planner.mentionsNames();
    this.mentionsSpan = mentions(expression, part -> sheetsOf(part) instanceof Sheets.Span);
    this.mentionsTables = mentions(expression, Expression.TableReference.class::isInstance);
    this.isSubtotal = mentions(expression, Template::isSubtotal);
    this.chooses = planner.chooses();
    this.mayDraw = mentionsNames || mentions(expression, Template::draws);
    this.mode = mode;
    this.numbers = numbers;
    this.root = root;
    this.vectorizes = root.vectorizes();
    this.height = root.height();
    this.variables = planner.slots();
    this.isVolatile = planner.isVolatile();
    this.unsupported = Collections.unmodifiableSequencedSet(planner.unsupported());
  }

  /// Plans a formula.
  public static Template of(Expression expression, Functions functions, EvaluationMode mode) {
    var planner = new Planner(functions);
    Node root = planner.root(expression, mode);
    boolean dependsOnMode = mode == EvaluationMode.DYNAMIC && dependsOnMode(expression, functions);
    boolean dependsOnPlace =
        planner.intersects()
            || mode == EvaluationMode.LEGACY && Plural.maybe(expression, functions)
            || mentions(expression, Template::tellsPlace);
    return new Template(
        expression, functions.numberText(), root, planner, mode, dependsOnMode, dependsOnPlace);
  }

  private static boolean tellsPlace(Expression part) {
    return switch (part) {
      case Expression.Call call -> PLACES.contains(call.name());
      case Expression.Prefix prefix -> prefix.operator() == PrefixOperator.INTERSECT;
      case Expression.TableReference table -> table.parts().contains(TablePart.THIS_ROW);
      case Expression _ -> false;
    };
  }

  /// Whether it may give something else merely because its cell, or a cell it names, lies somewhere
  /// else: by `ROW` and the like, or by picking the cell in its own row.
  public boolean dependsOnPlace() {
    return dependsOnPlace;
  }

  private static boolean dependsOnMode(Expression expression, Functions functions) {
    var legacy = new Planner(functions);
    legacy.root(expression, EvaluationMode.LEGACY);
    return legacy.intersects() || Plural.maybe(expression, functions);
  }

  /// Whether this is a formula of [EvaluationMode#DYNAMIC] that may give something else as a
  /// [EvaluationMode#LEGACY] one, so that a file has to say which one is meant.
  public boolean dependsOnMode() {
    return dependsOnMode;
  }

  /// The formula that was planned.
  public Expression expression() {
    return expression;
  }

  /// What happens where several cells meet a place for one.
  public EvaluationMode mode() {
    return mode;
  }

  /// Whether the formula is nothing but a value written out.
  public boolean isConstant() {
    return expression.bare() instanceof Expression.Literal;
  }

  /// Whether a function in it may change its result although nothing it reads did. Names it uses
  /// have templates of their own.
  public boolean isVolatile() {
    return isVolatile;
  }

  /// What cannot be computed: names of functions, `external reference`, `LAMBDA`. While this is not
  /// empty, results are not to be trusted: keep the value that came with the file.
  public SequencedSet<String> unsupported() {
    return unsupported;
  }

  /// What the formula comes to with names, tables and sheets as they are.
  ///
  /// @param definitions where names, tables and sheets are looked up
  /// @param sheet the sheet of the formula
  public Reach reach(Workspace definitions, int sheet) {
    var collector = new ReadCollector(definitions, sheet);
    collector.collect(this);
    return collector.reach();
  }

  /// Whether the formula names this sheet, also as an end of a 3-D reference.
  public boolean mentionsSheet(int key) {
    return mentions(part -> sheetsOf(part).equals(new Sheets.One(key)) || isEnd(part, key));
  }

  /// Keys of the sheets that the formula names, without those between the ends of a 3-D reference
  /// and without its own.
  public Set<Integer> mentionedSheets() {
    var keys = new HashSet<Integer>();
    mentions(part -> {
      if (sheetsOf(part) instanceof Sheets.One(int key)) {
        keys.add(key);
      }
      return false;
    });
    return keys;
  }

  private static boolean isEnd(Expression part, int key) {
    return sheetsOf(part) instanceof Sheets.Span(int first, int last)
        && (first == key || last == key);
  }

  private static Sheets sheetsOf(Expression part) {
    return switch (part) {
      case Expression.CellReference reference -> reference.sheets();
      case Expression.LostReference lost -> lost.sheets();
      case Expression.Name name -> name.sheets();
      case Expression _ -> Sheets.HERE;
    };
  }

  /// Whether the formula has a 3-D reference, whose meaning depends on the order of tabs.
  public boolean mentionsSpan() {
    return mentionsSpan;
  }

  /// Whether the formula uses or calls defined names, which may also be tables called by name.
  public boolean mentionsNames() {
    return mentionsNames;
  }

  /// Whether the formula calls `SUBTOTAL` or `AGGREGATE`. Such calls in other cells pass over it,
  /// so that nothing counts twice.
  public boolean isSubtotal() {
    return isSubtotal;
  }

  /// Whether two evaluations one after the other may differ, by `RAND` and the like in the formula
  /// or in a name.
  public boolean mayDraw() {
    return mayDraw;
  }

  /// Whether it is made of simple steps only, which are quicker when each is done for many cells at
  /// once; it then reads nothing but cells and areas that are written out.
  public boolean vectorizes() {
    return vectorizes;
  }

  /// Whether it may pass over cells that it reads, so that [Calculator#follows] is worth asking.
  public boolean chooses() {
    return chooses;
  }

  /// Whether the formula uses structured references.
  public boolean mentionsTables() {
    return mentionsTables;
  }

  private static boolean draws(Expression part) {
    return part instanceof Expression.Call call && DRAWS.contains(call.name());
  }

  private static boolean isSubtotal(Expression part) {
    return part instanceof Expression.Call call && SUBTOTALS.contains(call.name());
  }

  private boolean mentions(Predicate<Expression> wanted) {
    return mentions(expression, wanted);
  }

  private static boolean mentions(Expression part, Predicate<Expression> wanted) {
    if (wanted.test(part)) {
      return true;
    }
    for (Expression child : part.children()) {
      if (mentions(child, wanted)) {
        return true;
      }
    }
    return false;
  }

  /// Whether the result may fill several cells.
  public boolean mayFillSeveral() {
    return mode == EvaluationMode.DYNAMIC && !root.isScalar();
  }

  /// The value as it is: a scalar, an array, or a reference.
  public Value evaluate(Workspace workspace, int sheet, int row, int column) {
    return root.evaluate(frame(workspace, sheet, row, column));
  }

  /// The value as an ordinary cell shows it: of a reference its cell, of an array its first
  /// element, and 0 for a blank.
  ///
  /// @param implicitIntersection whether a reference to several cells means the one in the
  ///   formula's row or column, as in legacy formulas, rather than the first
  public Scalar evaluateScalar(
      Workspace workspace, int sheet, int row, int column, boolean implicitIntersection) {
    return scalar(frame(workspace, sheet, row, column), implicitIntersection);
  }

  private Scalar scalar(Frame frame, boolean implicitIntersection) {
    Value value = root.operand(frame);
    Scalar scalar =
        value instanceof Scalar already
            ? already
            : implicitIntersection
                ? Lifting.intersect(value, frame)
                : Lifting.topLeft(value, frame);
    return shown(scalar);
  }

  /// Starts calculating this formula in many cells of a sheet.
  public Calculator calculator(Workspace workspace, int sheet) {
    return new Calculator(this, frame(workspace, sheet, 0, 0));
  }

  /// A scalar, or as a formula of [EvaluationMode#DYNAMIC] whatever it yields.
  Value whole(Frame frame) {
    return mode == EvaluationMode.LEGACY ? scalar(frame, true) : root.evaluate(frame);
  }

  /// What a cell with a formula holds: a formula's result is never blank, but 0.
  public static Scalar shown(Scalar scalar) {
    return scalar == BlankValue.BLANK ? NumberValue.ZERO : scalar;
  }

  /// The value as part of another formula in the same cell.
  Value evaluateInside(Frame outer) {
    Frame inside = outer.entered(this, numbers, variables);
    return outer.evaluation.enter(0, height, ErrorValue.NUM, () -> root.evaluate(inside));
  }

  /// What it was compiled from.
  @Override
  public String toString() {
    return "Template[" + expression + "]";
  }

  Node root() {
    return root;
  }

  private Frame frame(Workspace workspace, int sheet, int row, int column) {
    return Frame.of(workspace, new FormulaSite(sheet, row, column), numbers, variables);
  }
}
