package dev.quire.engine.formula;

import dev.quire.engine.formula.Expression.Call;
import dev.quire.engine.formula.Expression.CellReference;
import dev.quire.engine.formula.Expression.Chain;
import dev.quire.engine.formula.Expression.Postfix;
import dev.quire.engine.formula.Expression.Prefix;
import dev.quire.engine.formula.Expression.Step;
import dev.quire.engine.formula.Expression.Variable;
import dev.quire.engine.value.ErrorValue;
import dev.quire.engine.value.NumberValue;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;

/// Turns an expression into the nodes that compute it, and notes what cannot be computed.
final class Planner {
  private final Functions functions;
  private final SequencedSet<String> unsupported = new LinkedHashSet<>();
  private final List<String> scope = new ArrayList<>();
  private int slots;
  private int folds;
  private boolean isVolatile;
  private boolean intersects;
  private boolean mentionsNames;
  private boolean chooses;

  Planner(Functions functions) {
    this.functions = functions;
  }

  SequencedSet<String> unsupported() {
    return unsupported;
  }

  int slots() {
    return slots;
  }

  boolean isVolatile() {
    return isVolatile;
  }

  /// Whether defined names are used, which may also be tables called by name.
  boolean mentionsNames() {
    return mentionsNames;
  }

  /// Whether some function passes over cells that do not meet criteria.
  boolean chooses() {
    return chooses;
  }

  /// Whether several cells may meet a place for one, of which one is then chosen.
  boolean intersects() {
    return intersects;
  }

  /// The node of the whole formula.
  Node root(Expression formula, EvaluationMode mode) {
    boolean arrays = mode == EvaluationMode.DYNAMIC;
    return formula.bare() instanceof Chain chain
        ? chain(chain, arrays, true)
        : plan(formula, arrays);
  }

  /// @param arrays whether several cells are worked on element by element where one is asked for
  private Node plan(Expression expression, boolean arrays) {
    return switch (expression) {
      case Expression.Literal literal -> new ConstantNode(literal.value());
      case Expression.Missing _ -> new MissingNode();
      case Expression.ArrayConstant array -> new ConstantNode(array.cells());
      case CellReference reference -> cells(reference);
      case Expression.Trimmed trimmed -> trimmed(trimmed, arrays);
      case Expression.LostReference _ -> new ConstantNode(ErrorValue.REF);
      case Expression.Name name -> name(name);
      case Variable variable -> variable(variable);
      case Expression.OptionalParameter _ -> new ConstantNode(ErrorValue.NAME);
      case Expression.TableReference table -> new TableNode(table);
      case Prefix prefix -> prefix(prefix, arrays);
      case Postfix postfix -> postfix(postfix, arrays);
      case Chain chain -> chain(chain, arrays, false);
      case Expression.Group group -> plan(group.inner(), arrays);
      case Call call -> call(call, arrays);
      case Expression.Application application ->
          applied(plan(application.callee(), arrays), application.arguments(), arrays);
      case Expression.Unreadable _ -> refused("text that is no formula", List.of(), arrays);
      case Expression.Spaced spaced -> plan(spaced.formula(), arrays);
    };
  }

  /// An operand where one value is asked for.
  private Node single(Expression expression, boolean arrays) {
    Node node = plan(expression, arrays);
    intersects |= !arrays && Plural.maybe(expression, functions);
    return arrays || node.isScalar() ? node : new IntersectNode(node, true);
  }

  private Node refused(String construct, List<Expression> arguments, boolean arrays) {
    List<Node> nodes = arguments.stream().map(each -> plan(each, arrays)).toList();
    unsupported.add(construct);
    return new RefusedNode(nodes);
  }

  static Node cells(CellReference reference) {
    boolean single =
        reference.extent() == Extent.CELL
            && (reference.sheets() instanceof Sheets.Here
                || reference.sheets() instanceof Sheets.One);
    return single
        ? new CellNode(reference.sheets(), reference.area())
        : new AreaNode(reference.sheets(), reference.area());
  }

  private Node name(Expression.Name name) {
    if (name.sheets() instanceof Sheets.External(String text)) {
      mentionsNames = true;
      return new ExternalNameNode(text, name.name());
    }
    Optional<Function> function =
        name.sheets() == Sheets.HERE
            ? functions.find(FileNames.meantFunction(name.name()))
            : Optional.empty();
    mentionsNames = true;
    return new NameNode(name.sheets(), name.name(), function, false);
  }

  private Node applied(Node callee, List<Expression> arguments, boolean arrays) {
    return new ApplicationNode(
        callee, arguments.stream().map(argument -> plan(argument, arrays)).toList());
  }

  /// A call of something that is none of Excel's functions: a defined name, or a macro.
  private Node named(Call call, boolean arrays) {
    mentionsNames = true;
    return applied(
        new NameNode(Sheets.HERE, call.name(), Optional.empty(), true), call.arguments(), arrays);
  }

  private Node variable(Variable variable) {
    for (int slot = scope.size() - 1; slot >= 0; slot--) {
      if (scope.get(slot).equalsIgnoreCase(variable.name())) {
        return new VariableNode(slot);
      }
    }
    return new ConstantNode(ErrorValue.NAME);
  }

  private Node prefix(Prefix prefix, boolean arrays) {
    return switch (prefix.operator()) {
      case PLUS -> new PlusNode(single(prefix.operand(), arrays));
      case MINUS -> new SignNode(single(prefix.operand(), arrays), false);
      case INTERSECT -> new IntersectNode(plan(prefix.operand(), arrays), false);
    };
  }

  private Node postfix(Postfix postfix, boolean arrays) {
    return switch (postfix.operator()) {
      case PERCENT -> new SignNode(single(postfix.operand(), arrays), true);
      case SPILL -> new SpillNode(plan(postfix.operand(), arrays));
    };
  }

  private Node chain(Chain chain, boolean arrays, boolean isWhole) {
    BinaryOperator operator = chain.steps().getFirst().operator();
    List<BinaryOperator> operators = chain.steps().stream().map(Step::operator).toList();
    boolean references = operator.joinsReferences();
    var operands = new ArrayList<Node>();
    for (Expression operand : chain.operands()) {
      operands.add(references ? plan(operand, arrays) : single(operand, arrays));
    }
    if (references) {
      return new ReferenceNode(operands, operator);
    }
    if (operator == BinaryOperator.CONCATENATE) {
      return new ConcatenationNode(operands);
    }
    List<Node> rest = operands.subList(1, operands.size());
    return operator.compares()
        ? new ComparisonNode(operands.getFirst(), operators, rest)
        : new ArithmeticNode(operands.getFirst(), operators, rest, isWhole);
  }

  private Node call(Call call, boolean arrays) {
    return switch (call.name()) {
      case "LET" -> let(call.arguments(), arrays);
      case "LAMBDA" -> lambda(call.arguments(), arrays);
      case "ISOMITTED" -> omitted(call.arguments(), arrays);
      default -> worksheetFunction(call, arrays);
    };
  }

  private Node trimmed(Expression.Trimmed trimmed, boolean arrays) {
    Expression side = new Expression.Literal(new NumberValue(trimmed.side().number()));
    return worksheetFunction(new Call("TRIMRANGE", List.of(trimmed.range(), side, side)), arrays);
  }

  private Node worksheetFunction(Call call, boolean arrays) {
    Optional<Function> found = functions.find(call.name());
    if (found.isEmpty()) {
      boolean mayBeName = !FileNames.isFunction(call.name()) && call.name().indexOf('[') < 0;
      return mayBeName ? named(call, arrays) : refused(call.name(), call.arguments(), arrays);
    }
    Function function = found.get();
    isVolatile |= function.isVolatile();
    chooses |= function.shortcut() instanceof Shortcut.Choosing;
    if (!function.accepts(call.arguments().size())) {
      return new ConstantNode(ErrorValue.VALUE);
    }
    var arguments = new ArrayList<Node>();
    for (Expression argument : call.arguments()) {
      ParameterKind kind = function.parameter(arguments.size()).kind();
      arguments.add(
          kind.lifts() && function.refusesRanges()
              ? plan(argument, arrays)
              : argument(argument, kind, arrays));
    }
    return CallNode.of(function, arguments, folds++);
  }

  private Node argument(Expression argument, ParameterKind kind, boolean arrays) {
    return switch (kind) {
      case NUMBER, PLAIN_NUMBER, TEXT, LOGICAL, SCALAR, ITEM -> single(argument, arrays);
      case ARRAY, ELEMENTS -> plan(argument, true);
      case RANGE, TABLE, ANY, LIST, PLACE, LAZY, FUNCTION -> plan(argument, arrays);
    };
  }

  private Node let(List<Expression> arguments, boolean arrays) {
    if (arguments.size() < 3 || arguments.size() % 2 == 0) {
      return new ConstantNode(ErrorValue.VALUE);
    }
    int firstSlot = scope.size();
    var values = new ArrayList<Node>();
    for (int i = 0; i + 1 < arguments.size(); i += 2) {
      // A value may use its own LETs, whose variables must not share its slot.
      String name = arguments.get(i) instanceof Variable variable ? variable.name() : "";
      scope.add("");
      values.add(plan(arguments.get(i + 1), arrays));
      scope.set(firstSlot + i / 2, name);
    }
    slots = Math.max(slots, scope.size());
    Node body = plan(arguments.getLast(), arrays);
    scope.subList(firstSlot, scope.size()).clear();
    return new LetNode(firstSlot, values, body);
  }

  /// All but the last argument are parameters, the last is what the function comes to.
  private Node lambda(List<Expression> arguments, boolean arrays) {
    if (arguments.isEmpty()) {
      return new ConstantNode(ErrorValue.VALUE);
    }
    int firstSlot = scope.size();
    List<Expression> parameters = arguments.subList(0, arguments.size() - 1);
    var optional = new boolean[parameters.size()];
    for (Expression parameter : parameters) {
      optional[scope.size() - firstSlot] = parameter instanceof Expression.OptionalParameter;
      scope.add(parameterName(parameter));
    }
    slots = Math.max(slots, scope.size());
    Node body = plan(arguments.getLast(), arrays);
    scope.subList(firstSlot, scope.size()).clear();
    return new LambdaNode(firstSlot, optional, body);
  }

  private static String parameterName(Expression parameter) {
    return switch (parameter) {
      case Variable variable -> variable.name();
      case Expression.OptionalParameter optional -> optional.name();
      case Expression _ -> "";
    };
  }

  private Node omitted(List<Expression> arguments, boolean arrays) {
    return arguments.size() == 1
        ? new OmittedNode(plan(arguments.getFirst(), arrays))
        : new ConstantNode(ErrorValue.VALUE);
  }
}
