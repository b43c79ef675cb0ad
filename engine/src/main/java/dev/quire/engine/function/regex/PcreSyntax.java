package dev.quire.engine.function.regex;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Turns patterns of PCRE2 into those of [Pattern].
final class PcreSyntax {
  /// @param pattern as [Pattern] spells it
  /// @param groups the numbers that the capturing groups have there, in the order of the original
  /// @param names the one-based numbers, in the original, of groups with names
  /// @param keep the number of the group at `\K`; 0 for none
  record Translation(String pattern, List<Integer> groups, Map<String, Integer> names, int keep) {}

  /// Most repetitions that a brace can ask for (pcre2pattern, Repetition).
  private static final int MOST_REPEATS = 65_535;

  private static final Pattern REPEAT = Pattern.compile("\\{\\d+(,\\d*)?\\}");

  /// What stands around the numbers of a repetition.
  private static final Pattern AROUND_NUMBERS = Pattern.compile("[{,}]0*");

  private static final Pattern NAMED = Pattern.compile("\\?P?[<'](\\w+)[>']");
  private static final Pattern NAMED_REFERENCE = Pattern.compile("\\?P=(\\w+)\\)");
  private static final Pattern FLAGS = Pattern.compile("\\?([imsxJ]*)(-[imsx]+)?([:)])");
  private static final Pattern PLAIN_GROUP = Pattern.compile("\\?(:|=|!|>|<=|<!)");

  final Scanner in;
  private final StringBuilder out = new StringBuilder();
  private final List<Integer> groups = new ArrayList<>();
  private final Map<String, Integer> names = new HashMap<>();
  private final Deque<Boolean> outerExtended = new ArrayDeque<>();
  private boolean extended;
  private int written;
  private int keep;

  private PcreSyntax(String pattern) {
    in = new Scanner(pattern);
  }

  /// @throws PatternSyntaxException for what is no pattern or not done here
  static Translation translate(String pattern) {
    var syntax = new PcreSyntax(pattern);
    while (syntax.in.hasMore()) {
      syntax.step();
    }
    return new Translation(
        syntax.out.toString(), List.copyOf(syntax.groups), Map.copyOf(syntax.names), syntax.keep);
  }

  private void step() {
    char c = in.next();
    switch (c) {
      case '\\' -> escape();
      case '[' -> out.append(new PcreClass(in).translated());
      case '(' -> open();
      case ')' -> {
        extended = !outerExtended.isEmpty() && outerExtended.pop();
        out.append(c);
      }
      case '{' -> repeat();
      case ']', '}' -> out.append('\\').append(c);
      case '#' -> {
        if (extended) {
          in.skipLine();
        } else {
          out.append(c);
        }
      }
      default -> out.append(extended && Character.isWhitespace(c) ? "" : String.valueOf(c));
    }
  }

  /// A brace is a repetition only when it looks like one.
  private void repeat() {
    Matcher repeat = in.match(-1, REPEAT);
    if (repeat == null) {
      out.append("\\{");
    } else {
      if (AROUND_NUMBERS.splitAsStream(repeat.group()).anyMatch(PcreSyntax::isTooMany)) {
        throw in.refused("more repetitions than can be asked for");
      }
      out.append(repeat.group());
      in.skip(repeat.group().length() - 1);
    }
  }

  /// @param digits without zeros before them
  private static boolean isTooMany(String digits) {
    return digits.length() > 5 || !digits.isEmpty() && Integer.parseInt(digits) > MOST_REPEATS;
  }

  private void open() {
    if (in.skips("?#")) {
      in.skipTo(')');
      return;
    }
    if (in.skips("*UTF)") || in.skips("*UCP)")) {
      return;
    }
    Matcher reference = in.matchAndSkip(NAMED_REFERENCE);
    if (reference != null) {
      reference(number(reference.group(1)));
      return;
    }
    Matcher flags = in.matchAndSkip(FLAGS);
    if (flags != null) {
      flags(flags);
      return;
    }
    outerExtended.push(extended);
    Matcher named = in.matchAndSkip(NAMED);
    Matcher plain = named == null ? in.matchAndSkip(PLAIN_GROUP) : null;
    if (plain != null) {
      out.append('(').append(plain.group());
    } else if (named == null && (in.isAt('?') || in.isAt('*'))) {
      throw in.refused("a kind of group that is not done here");
    } else {
      capture(named == null ? "" : named.group(1));
    }
  }

  private void capture(String name) {
    groups.add(++written);
    if (!name.isEmpty()) {
      names.put(name, groups.size());
    }
    out.append('(');
  }

  /// `(?i)` and `(?i:`; free spacing is done here, so that comments cannot confuse us.
  private void flags(Matcher flags) {
    String off = flags.group(2) == null ? "" : flags.group(2);
    boolean opens = flags.group(3).equals(":");
    if (opens) {
      outerExtended.push(extended);
    }
    extended = (extended || flags.group(1).contains("x")) && !off.contains("x");
    String on = flags.group(1).replaceAll("[xJ]", "");
    String rest = off.replace("x", "");
    out.append("(?").append(on).append(rest.equals("-") ? "" : rest).append(flags.group(3));
  }

  private void escape() {
    if (!in.hasMore()) {
      throw in.refused("a backslash at the end");
    }
    if (in.skips("Q")) {
      in.quoted().chars().forEach(c -> out.append(PcreEscapes.literal((char) c)));
    } else if (in.skips("K")) {
      keep();
    } else if (in.skips("N")) {
      out.append("[^\\n]");
    } else if (!in.skips("E")) {
      int reference = PcreEscapes.reference(in, groups.size(), this::number);
      if (reference > 0) {
        reference(reference);
      } else {
        out.append(PcreEscapes.translated(in));
      }
    }
  }

  private void keep() {
    if (keep > 0) {
      throw in.refused("a second \\K");
    }
    keep = ++written;
    out.append("()");
  }

  private int number(String name) {
    Integer number = names.get(name);
    if (number == null) {
      throw in.refused("no group " + name);
    }
    return number;
  }

  private void reference(int number) {
    if (number > groups.size()) {
      throw in.refused("no group " + number);
    }
    out.append("(?:\\").append(groups.get(number - 1)).append(')');
  }
}
