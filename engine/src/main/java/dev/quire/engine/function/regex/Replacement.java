package dev.quire.engine.function.regex;

import dev.quire.engine.value.TextValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/// What takes the place of a match, in PCRE2's extended language (pcre2api, Creating a new string
/// with substitutions; O): plain text; `$1`, `\1`, `${1}`, `${name}`, `$name` and `\g<name>` for
/// groups; `$0` and `$&` for the match, `` $` `` and `$'` for what is before and behind it, `$_`
/// for the whole text, `$$` for a dollar; `${1:-text}` and `${1:+text:text}` for groups that may
/// take no part; `\n`, `\x41` and the like for characters; `\L`, `\l`, `\E` and the same with U for
/// case.
public final class Replacement {
  private static final Pattern GROUP =
      Pattern.compile("(\\d+)|(NAME)".replace("NAME", PcreEscapes.NAME));
  private static final Pattern BY_NAME =
      Pattern.compile("g<(?:(\\d+)|(NAME))>".replace("NAME", PcreEscapes.NAME));
  private static final Pattern OCTAL = Pattern.compile("[0-7]{3}");
  private static final Pattern NUMBER = Pattern.compile("[1-9]\\d*");
  private static final int MOST_DIGITS = 5;

  /// The match that is replaced, and the text it is in.
  private record Place(String text, Regex.Match match) {
    Optional<String> group(int number) {
      return number == 0 ? Optional.of(match.text()) : match.groups().get(number - 1);
    }
  }

  private interface Piece {
    void appendTo(Cased result, Place place);
  }

  private final List<Piece> pieces;

  private Replacement(List<Piece> pieces) {
    this.pieces = pieces;
  }

  /// Reads a replacement; empty when it is damaged or names a group that the pattern lacks.
  public static Optional<Replacement> of(String text, Regex regex) {
    var reading = new Reading(new Scanner(text), regex);
    try {
      return Optional.of(new Replacement(reading.pieces("")));
    } catch (PatternSyntaxException | StackOverflowError e) {
      // Conditions nested thousands deep are damaged as far as we can tell.
      return Optional.empty();
    }
  }

  /// Writes the replacement of a match, or so much of it that the result is longer than a cell can
  /// hold.
  ///
  /// @param text what the match was found in
  public void appendTo(StringBuilder result, String text, Regex.Match match) {
    append(pieces, new Cased(result), new Place(text, match));
  }

  private static void append(List<Piece> pieces, Cased result, Place place) {
    for (Piece piece : pieces) {
      if (result.isTooLong()) {
        return;
      }
      piece.appendTo(result, place);
    }
  }

  private record Reading(Scanner in, Regex regex) {
    /// What comes before one of some characters, or the end.
    List<Piece> pieces(String ends) {
      var pieces = new ArrayList<Piece>();
      while (in.hasMore() && ends.indexOf(in.peek()) < 0) {
        char c = in.next();
        switch (c) {
          case '$' -> pieces.add(dollar());
          case '\\' -> pieces.add(escape());
          default -> pieces.add(plain(String.valueOf(c)));
        }
      }
      return List.copyOf(pieces);
    }

    private static Piece plain(String text) {
      return (result, _) -> result.append(text);
    }

    private static Piece group(int number) {
      return (result, place) -> place.group(number).ifPresent(result::append);
    }

    private Piece dollar() {
      Matcher group = in.matchAndSkip(GROUP);
      if (group != null && group.group().equals("_")) {
        return (result, place) -> result.append(place.text());
      }
      if (group != null) {
        return group(number(group));
      }
      // No pattern here can set a mark.
      if (in.skips("*MARK") || in.skips("{*MARK}")) {
        return plain("");
      }
      return switch (in.next()) {
        case '$' -> plain("$");
        case '&' -> group(0);
        case '`' ->
            (result, place) -> result.append(place.text().substring(0, place.match().start()));
        case '\'' -> (result, place) -> result.append(place.text().substring(place.match().end()));
        case '{' -> braces();
        default -> throw in.refused("a lone dollar");
      };
    }

    private Piece braces() {
      Matcher group = in.matchAndSkip(GROUP);
      if (group == null) {
        throw in.refused("no group");
      }
      int number = number(group);
      Piece piece = group(number);
      if (in.skips(":-")) {
        piece = choice(number, List.of(piece), pieces("}"));
      } else if (in.skips(":+")) {
        List<Piece> set = pieces(":}");
        piece = choice(number, set, in.skips(":") ? pieces("}") : List.of());
      }
      if (!in.skips("}")) {
        throw in.refused("no closing brace");
      }
      return piece;
    }

    private static Piece choice(int group, List<Piece> set, List<Piece> unset) {
      return (result, place) ->
          Replacement.append(place.group(group).isPresent() ? set : unset, result, place);
    }

    private Piece escape() {
      if (in.skips("Q")) {
        return plain(in.quoted());
      }
      Matcher named = in.matchAndSkip(BY_NAME);
      if (named != null) {
        return group(number(named));
      }
      // Three octal digits are a character, other numbers are groups.
      if (in.match(0, OCTAL) == null) {
        Matcher digits = in.matchAndSkip(NUMBER);
        if (digits != null) {
          return group(known(digits.group()));
        }
      }
      OptionalInt point = PcreEscapes.character(in);
      if (point.isPresent()) {
        return plain(Character.toString(point.getAsInt()));
      }
      char c = in.next();
      return switch (c) {
        case 'E' -> (result, _) -> result.all(UnaryOperator.identity());
        case 'U' -> (result, _) -> result.all(Reading::upper);
        case 'L' -> (result, _) -> result.all(Reading::lower);
        case 'u' -> (result, _) -> result.next(Reading::upper);
        case 'l' -> (result, _) -> result.next(Reading::lower);
        default -> plain(String.valueOf(PcreEscapes.itself(c, in)));
      };
    }

    /// Letters change one by one: `ß` has no capital of one letter.
    private static String upper(String text) {
      return text.codePoints()
          .map(Character::toUpperCase)
          .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
          .toString();
    }

    private static String lower(String text) {
      return text.codePoints()
          .map(Character::toLowerCase)
          .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
          .toString();
    }

    private int number(Matcher group) {
      if (group.group(1) != null) {
        return known(group.group(1));
      }
      return regex.group(group.group(2)).orElseThrow(() -> in.refused("no such group"));
    }

    private int known(String digits) {
      int number = digits.length() > MOST_DIGITS ? Integer.MAX_VALUE : Integer.parseInt(digits);
      if (number > regex.groups()) {
        throw in.refused("no group " + digits);
      }
      return number;
    }
  }

  /// Writes texts in the case that was asked for.
  private static final class Cased {
    private final StringBuilder out;
    private UnaryOperator<String> all = UnaryOperator.identity();
    private Optional<UnaryOperator<String>> next = Optional.empty();

    Cased(StringBuilder out) {
      this.out = out;
    }

    /// Changes everything that comes.
    void all(UnaryOperator<String> change) {
      all = change;
    }

    /// Changes only the next character.
    void next(UnaryOperator<String> change) {
      next = Optional.of(change);
    }

    boolean isTooLong() {
      return out.length() > TextValue.MAX_LENGTH;
    }

    void append(String text) {
      if (next.isEmpty() || text.isEmpty()) {
        out.append(all.apply(text));
        return;
      }
      int first = text.offsetByCodePoints(0, 1);
      out.append(next.get().apply(text.substring(0, first)));
      next = Optional.empty();
      out.append(all.apply(text.substring(first)));
    }
  }
}
