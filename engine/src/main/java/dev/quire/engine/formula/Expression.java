package dev.quire.engine.formula;

import dev.quire.engine.value.ArrayValue;
import dev.quire.engine.value.Scalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/// A formula as a tree. Two trees are equal when their formulas are the same seen from their cells,
/// so that a formula filled down a column is one tree. Depth is bounded by the parser: operators in
/// a row lie side by side in one [Chain], not below one another.
public sealed interface Expression {
  /// A number, text, logical or error written in the formula.
  record Literal(Scalar value) implements Expression {}

  /// An argument left empty, as the second of `IF(A1,,2)`.
  record Missing() implements Expression {}

  /// `{1,2;3,4}`.
  record ArrayConstant(ArrayValue cells) implements Expression {}

  /// Cells by their position.
  record CellReference(Sheets sheets, RelativeArea area, Extent extent) implements Expression {}

  /// Cells without the blank rows and columns at their edges, `A1.:.E9`.
  ///
  /// @param range all the cells, more than one
  record Trimmed(CellReference range, TrimSide side) implements Expression {}

  /// Cells that are gone but whose sheet is not: `Sheet1!#REF!`.
  record LostReference(Sheets sheets) implements Expression {}

  /// A defined name.
  ///
  /// @param name as it was written; names are compared without case
  record Name(Sheets sheets, String name) implements Expression {}

  /// A variable of `LET` or parameter of `LAMBDA`.
  record Variable(String name) implements Expression {}

  /// A parameter of `LAMBDA` that callers may leave out, where it is declared: `[x]`.
  record OptionalParameter(String name) implements Expression {}

  /// A structured reference.
  ///
  /// @param table the table's name; empty when none was written outside every table
  /// @param parts the rows asked for; empty means the data
  /// @param columns none for all columns, one, or the first and last of several
  record TableReference(String table, Set<TablePart> parts, List<String> columns)
      implements Expression {
    /// Copies the lists.
    public TableReference {
      parts = Set.copyOf(parts);
      columns = List.copyOf(columns);
    }
  }

  /// A sign before an operand.
  record Prefix(PrefixOperator operator, Expression operand) implements Expression {}

  /// A sign behind an operand.
  record Postfix(PostfixOperator operator, Expression operand) implements Expression {}

  /// Operands joined by operators of one precedence, worked off from left to right.
  record Chain(Expression first, List<Step> steps) implements Expression {
    /// Copies the steps.
    public Chain {
      steps = List.copyOf(steps);
    }

    /// All operands from left to right.
    public List<Expression> operands() {
      return Stream.concat(Stream.of(first), steps.stream().map(Step::operand)).toList();
    }

    private Chain withOperands(List<Expression> operands) {
      var changed = new ArrayList<Step>(steps.size());
      boolean same = operands.getFirst() == first;
      for (int i = 0; i < steps.size(); i++) {
        Expression operand = operands.get(i + 1);
        same &= operand == steps.get(i).operand();
        changed.add(new Step(steps.get(i).operator(), operand));
      }
      return same ? this : new Chain(operands.getFirst(), changed);
    }
  }

  /// An operator and its right operand.
  record Step(BinaryOperator operator, Expression operand) {}

  /// An expression in parentheses.
  record Group(Expression inner) implements Expression {}

  /// A function with its arguments.
  ///
  /// @param name in upper case, without the prefix that files put before newer functions
  record Call(String name, List<Expression> arguments) implements Expression {
    /// Copies the arguments.
    public Call {
      arguments = List.copyOf(arguments);
    }
  }

  /// A function value called at once: `LAMBDA(x,x+1)(5)`.
  record Application(Expression callee, List<Expression> arguments) implements Expression {
    /// Copies the arguments.
    public Application {
      arguments = List.copyOf(arguments);
    }

    /// The callee and its arguments.
    List<Expression> parts() {
      return Stream.concat(Stream.of(callee), arguments.stream()).toList();
    }
  }

  /// A text in a file, in place of a formula, that cannot be read as one; kept as it is.
  record Unreadable(String text) implements Expression {}

  /// The whole formula with the blanks its author wrote. Only ever the root of a tree.
  record Spaced(Expression formula, List<Blank> blanks) implements Expression {
    /// Copies the blanks.
    public Spaced {
      blanks = List.copyOf(blanks);
    }
  }

  /// White space before a token.
  ///
  /// @param token zero-based number of the token, counted as [FormulaPrinter] prints them
  record Blank(int token, String text) {}

  /// The formula without the blanks its author wrote.
  default Expression bare() {
    return this instanceof Spaced spaced ? spaced.formula() : this;
  }

  /// The formula with its leaves changed: references, names, constants. The same object when
  /// nothing changes.
  default Expression withLeaves(UnaryOperator<Expression> change) {
    return switch (this) {
      case Literal _,
          Missing _,
          ArrayConstant _,
          CellReference _,
          LostReference _,
          Name _,
          Variable _,
          OptionalParameter _,
          TableReference _,
          Unreadable _ ->
          change.apply(this);
      case Trimmed trimmed -> {
        Expression range = change.apply(trimmed.range());
        yield range == trimmed.range()
            ? this
            : range instanceof CellReference moved ? new Trimmed(moved, trimmed.side()) : range;
      }
      case Prefix prefix -> {
        Expression operand = prefix.operand().withLeaves(change);
        yield operand == prefix.operand() ? this : new Prefix(prefix.operator(), operand);
      }
      case Postfix postfix -> {
        Expression operand = postfix.operand().withLeaves(change);
        yield operand == postfix.operand() ? this : new Postfix(postfix.operator(), operand);
      }
      case Chain chain -> chain.withOperands(withLeaves(chain.operands(), change));
      case Group group -> {
        Expression inner = group.inner().withLeaves(change);
        yield inner == group.inner() ? this : new Group(inner);
      }
      case Call call -> {
        List<Expression> arguments = withLeaves(call.arguments(), change);
        yield arguments == call.arguments() ? this : new Call(call.name(), arguments);
      }
      case Application application -> {
        List<Expression> parts = application.parts();
        List<Expression> changed = withLeaves(parts, change);
        yield changed == parts
            ? this
            : new Application(changed.getFirst(), changed.subList(1, changed.size()));
      }
      case Spaced spaced -> {
        Expression formula = spaced.formula().withLeaves(change);
        yield formula == spaced.formula() ? this : new Spaced(formula, spaced.blanks());
      }
    };
  }

  private static List<Expression> withLeaves(
      List<Expression> all, UnaryOperator<Expression> change) {
    var changed = new ArrayList<Expression>(all.size());
    boolean same = true;
    for (Expression each : all) {
      Expression now = each.withLeaves(change);
      same &= now == each;
      changed.add(now);
    }
    return same ? all : changed;
  }

  /// The expressions directly below, in the order written.
  default List<Expression> children() {
    return switch (this) {
      case Literal _,
          Missing _,
          ArrayConstant _,
          CellReference _,
          LostReference _,
          Name _,
          Variable _,
          OptionalParameter _,
          TableReference _,
          Unreadable _ ->
          List.of();
      case Prefix prefix -> List.of(prefix.operand());
      case Postfix postfix -> List.of(postfix.operand());
      case Chain chain -> chain.operands();
      case Group group -> List.of(group.inner());
      case Trimmed trimmed -> List.of(trimmed.range());
      case Call call -> call.arguments();
      case Application application -> application.parts();
      case Spaced spaced -> List.of(spaced.formula());
    };
  }
}
