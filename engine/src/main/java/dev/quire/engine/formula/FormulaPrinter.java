package dev.quire.engine.formula;

import dev.quire.engine.formula.Expression.Application;
import dev.quire.engine.formula.Expression.Blank;
import dev.quire.engine.formula.Expression.Call;
import dev.quire.engine.formula.Expression.CellReference;
import dev.quire.engine.formula.Expression.Chain;
import dev.quire.engine.formula.Expression.Name;
import dev.quire.engine.formula.Expression.Postfix;
import dev.quire.engine.formula.Expression.Prefix;
import dev.quire.engine.formula.Expression.Spaced;
import dev.quire.engine.formula.Expression.Step;
import dev.quire.engine.formula.Expression.Variable;
import java.util.List;

/// Writes an [Expression] as Excel does, without the leading `=`, with the blanks its author left.
public final class FormulaPrinter {
  private final ReferencePrinter references;
  private final boolean forFile;
  private final List<Blank> blanks;
  private final StringBuilder out = new StringBuilder();
  private int token;
  private int blank;

  private FormulaPrinter(ReferencePrinter references, boolean forFile, List<Blank> blanks) {
    this.references = references;
    this.forFile = forFile;
    this.blanks = blanks;
  }

  /// The formula as people see it in a cell.
  public static String print(
      Expression formula, FormulaSite site, Notation notation, Bindings bindings) {
    return print(formula, new ReferencePrinter(site, notation, bindings, false), false);
  }

  /// The formula as files hold it: A1, newer functions with their prefixes, no shorthand.
  public static String printForFile(Expression formula, FormulaSite site, Bindings bindings) {
    return print(formula, new ReferencePrinter(site, Notation.A1, bindings, true), true);
  }

  /// A sheet name as it stands before `!`, in quotes where they are needed.
  public static String quotedSheet(String name) {
    return SheetNames.quoted(name);
  }

  private static String print(Expression formula, ReferencePrinter references, boolean forFile) {
    List<Blank> blanks = formula instanceof Spaced spaced ? spaced.blanks() : List.of();
    var printer = new FormulaPrinter(references, forFile, blanks);
    printer.print(formula.bare());
    printer.emit("");
    return printer.out.toString();
  }

  private void print(Expression expression) {
    switch (expression) {
      case Expression.Literal literal -> emit(Literals.print(literal.value()));
      case Expression.Missing _ -> {}
      case Expression.ArrayConstant array -> emit(Literals.print(array.cells()));
      case Expression.CellReference reference -> emit(references.print(reference));
      case Expression.Trimmed trimmed -> trimmed(trimmed);
      case Expression.LostReference lost -> emit(references.sheets(lost.sheets()) + "#REF!");
      case Name name -> emit(references.print(name));
      case Variable variable -> emit(variable(variable));
      case Expression.OptionalParameter parameter ->
          emit(forFile ? Scope.OPTIONAL_PREFIX + parameter.name() : "[" + parameter.name() + "]");
      case Expression.TableReference table -> emit(references.print(table));
      case Prefix prefix -> prefix(prefix);
      case Postfix postfix -> postfix(postfix);
      case Chain chain -> chain(chain);
      case Expression.Group group -> {
        emit("(");
        print(group.inner());
        emit(")");
      }
      case Call call -> {
        emit((forFile ? FileNames.written(call.name()) : call.name()) + "(");
        arguments(call.arguments());
      }
      case Application application -> application(application);
      case Spaced spaced -> print(spaced.formula());
      case Expression.Unreadable unreadable -> emit(unreadable.text());
    }
  }

  private void trimmed(Expression.Trimmed trimmed) {
    CellReference reference = trimmed.range();
    if (forFile) {
      out.append("_xlfn.").append(trimmed.side().fileName()).append('(');
      emit(references.print(reference));
      out.append(')');
    } else {
      emit(references.print(reference, trimmed.side().sign()));
    }
  }

  private void prefix(Prefix prefix) {
    boolean asFunction = forFile && prefix.operator() == PrefixOperator.INTERSECT;
    emit(asFunction ? "_xlfn.SINGLE(" : prefix.operator().sign());
    print(prefix.operand());
    if (asFunction) {
      out.append(')');
    }
  }

  private void postfix(Postfix postfix) {
    if (forFile && postfix.operator() == PostfixOperator.SPILL) {
      out.append("_xlfn.ANCHORARRAY(");
      print(postfix.operand());
      emit(")");
    } else {
      print(postfix.operand());
      emit(postfix.operator().sign());
    }
  }

  private void chain(Chain chain) {
    print(chain.first());
    for (Step step : chain.steps()) {
      emit(step.operator().sign());
      print(step.operand());
    }
  }

  private void application(Application application) {
    if (application.callee() instanceof Variable variable) {
      emit(variable(variable) + "(");
    } else {
      print(application.callee());
      emit("(");
    }
    arguments(application.arguments());
  }

  private void arguments(List<Expression> arguments) {
    for (int i = 0; i < arguments.size(); i++) {
      if (i > 0) {
        emit(",");
      }
      print(arguments.get(i));
    }
    emit(")");
  }

  private String variable(Variable variable) {
    return forFile ? Scope.VARIABLE_PREFIX + variable.name() : variable.name();
  }

  private void emit(String word) {
    while (blank < blanks.size() && blanks.get(blank).token() <= token) {
      out.append(blanks.get(blank++).text());
    }
    out.append(word);
    token++;
  }
}
