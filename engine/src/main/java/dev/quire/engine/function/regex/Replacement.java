package dev.quire.engine.function.regex;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What takes the place of a match: plain text with `$1`, `${1}`, `${name}` or `$name` for groups,
/// `$0` for the whole match and `$$` for a dollar.
public final class Replacement {
  private static final Pattern REFERENCE =
      Pattern.compile("\\$(?:(\\$)|(\\d{1,3})|\\{(\\w+)\\}|([A-Za-z_]\\w*))");
  private static final int WHOLE = 0;
  private static final int NONE = -1;

  /// Plain text, and then perhaps a group.
  private record Piece(String text, int group) {}

  private final List<Piece> pieces;

  private Replacement(List<Piece> pieces) {
    this.pieces = pieces;
  }

  /// Reads a replacement; empty when it names a group that the pattern lacks or has a lone dollar.
  public static Optional<Replacement> of(String text, Regex regex) {
    var pieces = new ArrayList<Piece>();
    Matcher matcher = REFERENCE.matcher(text);
    int from = 0;
    for (int at = text.indexOf('$'); at >= 0; at = text.indexOf('$', from)) {
      if (!matcher.region(at, text.length()).lookingAt()) {
        return Optional.empty();
      }
      String before = text.substring(from, at);
      int group = matcher.group(1) != null ? NONE : group(matcher, regex);
      if (group == Integer.MAX_VALUE) {
        return Optional.empty();
      }
      pieces.add(new Piece(group == NONE ? before + "$" : before, group));
      from = matcher.end();
    }
    pieces.add(new Piece(text.substring(from), NONE));
    return Optional.of(new Replacement(List.copyOf(pieces)));
  }

  /// The number of the group that is named; the largest integer for none.
  private static int group(Matcher matcher, Regex regex) {
    String name =
        matcher.group(2) != null
            ? matcher.group(2)
            : matcher.group(3) != null ? matcher.group(3) : matcher.group(4);
    if (Character.isDigit(name.charAt(0))) {
      int number = name.length() > 3 ? Integer.MAX_VALUE : Integer.parseInt(name);
      return number <= regex.groups() ? number : Integer.MAX_VALUE;
    }
    return regex.group(name).orElse(Integer.MAX_VALUE);
  }

  /// Writes the replacement of a match.
  public void appendTo(StringBuilder result, Regex.Match match) {
    for (Piece piece : pieces) {
      result.append(piece.text());
      if (piece.group() != NONE) {
        result.append(
            piece.group() == WHOLE ? match.text() : match.groups().get(piece.group() - 1));
      }
    }
  }
}
