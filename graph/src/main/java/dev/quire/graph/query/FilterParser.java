package dev.quire.graph.query;

import java.util.Locale;

/// Reads `$filter`: comparisons, `startswith` and the like, joined by `and`, `or`, `not` and
/// parentheses, in the precedence of OData (`not` binds closest, then `and`, then `or`).
final class FilterParser {
  private static final int MAX_DEPTH = 32;

  private final Tokens tokens;
  private int depth;

  FilterParser(String text) {
    tokens = new Tokens(text);
  }

  Filter filter() {
    var filter = disjunction();
    tokens.expectEnd();
    return filter;
  }

  private Filter disjunction() {
    var filter = conjunction();
    while (tokens.acceptWord("or")) {
      filter = new Filter.Or(filter, conjunction());
    }
    return filter;
  }

  private Filter conjunction() {
    var filter = condition();
    while (tokens.acceptWord("and")) {
      filter = new Filter.And(filter, condition());
    }
    return filter;
  }

  private Filter condition() {
    if (++depth > MAX_DEPTH) {
      throw new QueryFault.TooDeep(MAX_DEPTH);
    }
    var condition = nested();
    depth--;
    return condition;
  }

  private Filter nested() {
    if (tokens.acceptWord("not")) {
      return new Filter.Not(condition());
    }
    if (tokens.accept('(')) {
      var inside = disjunction();
      tokens.expect(')');
      return inside;
    }
    return test();
  }

  private Filter test() {
    for (var test : Filter.TextTest.values()) {
      if (tokens.acceptWord(test.name())) {
        return textMatch(test);
      }
    }
    var left = operand();
    for (var relation : Filter.Relation.values()) {
      if (tokens.acceptWord(relation.name())) {
        return new Filter.Comparison(left, relation, operand());
      }
    }
    return new Filter.Truth(left);
  }

  private Filter textMatch(Filter.TextTest test) {
    tokens.expect('(');
    var text = operand();
    tokens.expect(',');
    var part = operand();
    tokens.expect(')');
    return new Filter.TextMatch(test, text, part);
  }

  private Operand operand() {
    char c = tokens.peek();
    if (c == '\'') {
      return new Operand.Literal(new Scalar.Text(tokens.quoted()));
    }
    if (c == '-' || (c >= '0' && c <= '9')) {
      return new Operand.Literal(new Scalar.Number(tokens.number()));
    }
    var name = tokens.name();
    return switch (name.toLowerCase(Locale.ROOT)) {
      case "true" -> new Operand.Literal(new Scalar.Flag(true));
      case "false" -> new Operand.Literal(new Scalar.Flag(false));
      case "null" -> new Operand.Literal(new Scalar.Nothing());
      default -> new Operand.Member(name);
    };
  }
}
