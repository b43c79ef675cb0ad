package dev.quire.engine.formula;

import dev.quire.engine.formula.Expression.Application;
import dev.quire.engine.formula.Expression.Call;
import dev.quire.engine.formula.Expression.Chain;
import dev.quire.engine.formula.Expression.Group;
import dev.quire.engine.formula.Expression.Missing;
import dev.quire.engine.formula.Expression.Postfix;
import dev.quire.engine.formula.Expression.Prefix;
import dev.quire.engine.formula.Expression.Step;
import dev.quire.engine.formula.Expression.Variable;
import dev.quire.engine.value.ErrorValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Recursive descent over operators, parentheses and calls. Operators of one precedence are read in
/// a loop, so the stack grows only with nesting, which is limited.
final class Grammar {
  private static final List<BinaryOperator> OPERATORS = List.of(BinaryOperator.values());

  /// Excel nests functions 64 deep; parentheses and signs come on top of that.
  private static final int MAX_FUNCTION_DEPTH = 64;

  private static final int MAX_DEPTH = 256;

  private final Cursor cursor;
  private final OperandSyntax operands;
  private final Scope scope = new Scope();
  private int depth;
  private int functionDepth;

  Grammar(Cursor cursor, OperandSyntax operands) {
    this.cursor = cursor;
    this.operands = operands;
  }

  Expression formula() throws FormulaSyntaxException {
    Expression formula = operation(BinaryOperator.EQUAL.precedence(), true);
    cursor.blanks();
    if (!cursor.atEnd()) {
      throw cursor.fault("unexpected " + cursor.peek());
    }
    return formula;
  }

  /// Operands joined by operators that bind at least as tightly as `weakest`.
  ///
  /// @param unions whether a comma joins references here, not arguments
  private Expression operation(int weakest, boolean unions) throws FormulaSyntaxException {
    Expression left = operand(weakest, unions);
    while (true) {
      Optional<BinaryOperator> next = operator(left, weakest, unions);
      if (next.isEmpty()) {
        return left;
      }
      left = chain(left, next.get(), unions);
    }
  }

  private Expression chain(Expression first, BinaryOperator operator, boolean unions)
      throws FormulaSyntaxException {
    int precedence = operator.precedence();
    var steps = new ArrayList<Step>();
    Optional<BinaryOperator> next = Optional.of(operator);
    Expression last = first;
    while (next.isPresent() && next.get().precedence() == precedence) {
      takeOperator(next.get());
      last = operation(precedence + 1, unions);
      steps.add(new Step(next.get(), last));
      next = operator(last, precedence, unions);
    }
    return new Chain(first, steps);
  }

  /// What stands between operators of this precedence: signs belong above `^`, reference operators
  /// above signs.
  private Expression operand(int weakest, boolean unions) throws FormulaSyntaxException {
    return weakest >= BinaryOperator.UNION.precedence() ? postfixed(primary()) : signed(unions);
  }

  private Expression signed(boolean unions) throws FormulaSyntaxException {
    cursor.blanks();
    for (PrefixOperator operator : PrefixOperator.values()) {
      if (cursor.looksAt(operator.sign())) {
        cursor.token(cursor.at() + 1);
        enter();
        Expression operand = signed(unions);
        depth--;
        return new Prefix(operator, operand);
      }
    }
    Expression reference = operation(BinaryOperator.UNION.precedence(), unions);
    return percented(reference);
  }

  private Expression percented(Expression operand) throws FormulaSyntaxException {
    Expression result = operand;
    int signs = 0;
    cursor.blanks();
    while (cursor.peek() == '%') {
      if (++signs > MAX_FUNCTION_DEPTH) {
        throw cursor.fault("too many %");
      }
      cursor.token(cursor.at() + 1);
      result = new Postfix(PostfixOperator.PERCENT, result);
      cursor.blanks();
    }
    return result;
  }

  private Expression postfixed(Expression operand) throws FormulaSyntaxException {
    Expression result = operand;
    int steps = 0;
    while (cursor.peek() == '#' || cursor.peek() == '(' && isCallable(result)) {
      if (++steps > MAX_FUNCTION_DEPTH) {
        throw cursor.fault("too many # or calls of results");
      }
      enter();
      if (cursor.peek() == '(') {
        cursor.token(cursor.at() + 1);
        result = new Application(result, arguments(""));
      } else {
        cursor.token(cursor.at() + 1);
        result = new Postfix(PostfixOperator.SPILL, result);
      }
      depth--;
    }
    return result;
  }

  private static boolean isCallable(Expression expression) {
    return expression instanceof Call
        || expression instanceof Application
        || expression instanceof Variable
        || expression instanceof Group
        || expression instanceof Expression.Name name && name.sheets() != Sheets.HERE;
  }

  private Optional<BinaryOperator> operator(Expression left, int weakest, boolean unions) {
    int before = cursor.at();
    cursor.blanks();
    boolean hadBlanks = cursor.at() > before;
    for (BinaryOperator operator : OPERATORS) {
      boolean here =
          operator == BinaryOperator.INTERSECTION
              ? hadBlanks && isReference(left) && operands.startsReference()
              : cursor.looksAt(operator.sign())
                  && (operator != BinaryOperator.UNION || unions && isReference(left));
      if (here) {
        return operator.precedence() >= weakest ? Optional.of(operator) : restore(before);
      }
    }
    return Optional.empty();
  }

  /// Goes back before blanks that only a weaker operator may take as its sign.
  private Optional<BinaryOperator> restore(int before) {
    if (cursor.at() > before) {
      cursor.dropLastBlanks();
      cursor.moveTo(before);
    }
    return Optional.empty();
  }

  private void takeOperator(BinaryOperator operator) {
    if (operator == BinaryOperator.INTERSECTION) {
      cursor.dropLastBlanks();
      cursor.token(cursor.at());
    } else {
      cursor.token(cursor.at() + operator.sign().length());
    }
  }

  private static boolean isReference(Expression expression) {
    return switch (expression) {
      case Expression.CellReference _,
          Expression.LostReference _,
          Expression.Name _,
          Expression.TableReference _,
          Expression.Trimmed _,
          Expression.Call _,
          Expression.Application _,
          Expression.Variable _ ->
          true;
      case Expression.Literal literal -> literal.value() == ErrorValue.REF;
      case Expression.Group group -> isReference(group.inner());
      case Expression.Postfix postfix -> postfix.operator() == PostfixOperator.SPILL;
      case Expression.Chain chain -> chain.steps().getFirst().operator().joinsReferences();
      case Expression.Missing _,
          Expression.ArrayConstant _,
          Expression.OptionalParameter _,
          Expression.Prefix _,
          Expression.Spaced _,
          Expression.Unreadable _ ->
          false;
    };
  }

  private Expression primary() throws FormulaSyntaxException {
    cursor.blanks();
    if (cursor.peek() == '(') {
      return group();
    }
    OperandSyntax.Operand operand = operands.read();
    return switch (operand) {
      case OperandSyntax.Whole whole -> scope.resolve(whole.expression());
      case OperandSyntax.Opened opened -> call(opened.function());
    };
  }

  private Expression group() throws FormulaSyntaxException {
    cursor.take('(');
    enter();
    Expression inner = operation(BinaryOperator.EQUAL.precedence(), true);
    depth--;
    cursor.take(')');
    return new Group(inner);
  }

  private Expression call(String name) throws FormulaSyntaxException {
    if (++functionDepth > MAX_FUNCTION_DEPTH) {
      throw cursor.fault("functions nested deeper than " + MAX_FUNCTION_DEPTH);
    }
    Optional<Variable> variable = scope.variable(name);
    Optional<TrimSide> trim = TrimSide.ofFileName(name);
    Expression call =
        switch (name) {
          case String _ when variable.isPresent() -> new Application(variable.get(), arguments(""));
          case String _ when trim.isPresent() -> trimmed(trim.get());
          case "SINGLE" -> single();
          case "ANCHORARRAY" -> anchorArray();
          default -> new Call(name, arguments(name));
        };
    functionDepth--;
    return call;
  }

  /// `_xlfn.SINGLE(A1:A9)`, printed as `@A1:A9`: the closing parenthesis is no token.
  private Expression single() throws FormulaSyntaxException {
    Expression operand = only(arguments(""));
    cursor.uncount();
    return new Prefix(PrefixOperator.INTERSECT, operand);
  }

  /// `_xlfn.ANCHORARRAY(A1)`, printed as `A1#`: the opening is no token.
  private Expression anchorArray() throws FormulaSyntaxException {
    cursor.uncount();
    return new Postfix(PostfixOperator.SPILL, only(arguments("")));
  }

  /// `_xlfn._TRO_ALL(A1:E9)`, printed as `A1.:.E9`: neither parenthesis is a token.
  private Expression trimmed(TrimSide side) throws FormulaSyntaxException {
    cursor.uncount();
    Expression range = only(arguments(""));
    cursor.uncount();
    if (range instanceof Expression.CellReference reference && reference.extent() != Extent.CELL) {
      return new Expression.Trimmed(reference, side);
    }
    throw cursor.fault("expected a range");
  }

  private Expression only(List<Expression> arguments) throws FormulaSyntaxException {
    if (arguments.size() != 1) {
      throw cursor.fault("expected one argument");
    }
    return arguments.getFirst();
  }

  /// What follows an opening parenthesis, up to and with the closing one.
  private List<Expression> arguments(String function) throws FormulaSyntaxException {
    enter();
    var arguments = new ArrayList<Expression>();
    int mark = scope.mark();
    cursor.blanks();
    if (cursor.peek() != ')') {
      arguments.add(argument());
      while (cursor.peek() == ',') {
        cursor.token(cursor.at() + 1);
        declare(function, arguments);
        arguments.add(argument());
      }
    }
    cursor.take(')');
    scope.release(mark);
    depth--;
    return arguments;
  }

  private Expression argument() throws FormulaSyntaxException {
    cursor.blanks();
    Expression argument =
        cursor.peek() == ',' || cursor.peek() == ')'
            ? new Missing()
            : operation(BinaryOperator.EQUAL.precedence(), false);
    cursor.blanks();
    return argument;
  }

  /// Makes the argument just read a variable when its place in `LET` or `LAMBDA` says so.
  private void declare(String function, List<Expression> arguments) {
    boolean lambda = function.equals("LAMBDA");
    if (lambda || function.equals("LET") && arguments.size() % 2 == 1) {
      arguments.add(scope.declared(arguments.removeLast(), lambda));
    }
  }

  private void enter() throws FormulaSyntaxException {
    if (++depth > MAX_DEPTH) {
      throw cursor.fault("nested deeper than " + MAX_DEPTH);
    }
  }
}
