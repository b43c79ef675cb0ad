package dev.quire.engine.function.regex;

import dev.quire.engine.function.regex.Branch.Kind;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Turns patterns of PCRE2 into those of [Pattern]. Lines end with CR, LF or both, and `^` in many
/// lines also stands behind the last line end (O).
final class PcreSyntax {
  /// @param pattern as [Pattern] spells it
  /// @param groups for each capturing group of the original the numbers it has there; the
  ///   alternatives of `(?|` share groups
  /// @param names the one-based numbers, in the original, of groups with names
  /// @param keep the number of the group at `\K`; 0 for none
  record Translation(
      String pattern, List<List<Integer>> groups, Map<String, Integer> names, int keep) {}

  /// Most repetitions that a brace can ask for (pcre2pattern, Repetition).
  private static final int MOST_REPEATS = 65_535;

  /// Most characters that a look behind goes back (pcre2pattern, Lookbehind assertions; O).
  private static final int MOST_BEHIND = 255;

  /// Most characters that are written more than once: tests, which every condition around them
  /// writes again, and the groups that share a number.
  private static final int MOST_REPEATED = 65_536;

  private static final Pattern REPEAT =
      Pattern.compile("\\{ *(?:0*(\\d+) *(, *(?:0*(\\d+) *)?)?|, *0*(\\d+) *)\\}");
  private static final Pattern NAMED =
      Pattern.compile("\\?P?(?:<(NAME)>|'(NAME)')".replace("NAME", PcreEscapes.NAME));
  private static final Pattern NAMED_REFERENCE =
      Pattern.compile("\\?P=(" + PcreEscapes.NAME + ")\\)");
  private static final Pattern PLAIN_GROUP = Pattern.compile("\\?(:|\\||>|=|!|<=|<!)");
  private static final Pattern CONDITION =
      Pattern.compile(
          "\\?\\((?:(\\d+)|<(NAME)>|'(NAME)'|(NAME))\\)".replace("NAME", PcreEscapes.NAME));
  private static final Pattern LOOK = Pattern.compile("\\?(?=\\(\\?<?[=!])");

  final Scanner in;
  private final StringBuilder out = new StringBuilder();
  private final List<List<Integer>> groups = new ArrayList<>();
  private final Map<String, Integer> names = new HashMap<>();
  private final Deque<Branch> open = new ArrayDeque<>();
  private final Deque<Integer> resets = new ArrayDeque<>();
  private final Deque<String> tests = new ArrayDeque<>();

  /// For each group the numbers of its marks.
  private final List<List<Integer>> marks = new ArrayList<>();

  /// Whether groups are followed by an empty one, by which a condition sees that they took part.
  private final boolean marked;

  private Options options = Options.NONE;
  private int opened;
  private int written;
  private int keep;
  private int repeated;

  private PcreSyntax(String pattern) {
    in = new Scanner(pattern);
    marked = pattern.contains("(?(");
    open.push(new Branch(Kind.PLAIN, options, 0));
  }

  /// @throws PatternSyntaxException for what is no pattern or not done here
  static Translation translate(String pattern) {
    var syntax = new PcreSyntax(pattern);
    while (syntax.in.hasMore()) {
      syntax.step();
    }
    if (syntax.open.size() > 1) {
      throw syntax.in.refused("a group that is not closed");
    }
    return new Translation(
        syntax.out.toString(), List.copyOf(syntax.groups), Map.copyOf(syntax.names), syntax.keep);
  }

  private void step() {
    char c = in.next();
    switch (c) {
      case '\\' -> escape();
      case '[' -> atom(new PcreClass(in, options).translated(), 1);
      case '(' -> bracket();
      case ')' -> close();
      case '|' -> alternative();
      case '*', '+', '?' -> quantifier(String.valueOf(c), c == '?' ? 1 : Branch.UNBOUNDED);
      case '{' -> brace();
      case '.' -> atom(options.dotAll() ? "(?s:.)" : PcreEscapes.IN_LINE, 1);
      case '^' -> anchor(options.multiline() ? "(?<![^\\n\\r])" : "\\A");
      case '$' -> anchor(options.multiline() ? "(?![^\\n\\r])" : PcreEscapes.LAST_LINE_END);
      case '#' -> {
        if (options.spaced()) {
          in.skipLine();
        } else {
          atom("#", 1);
        }
      }
      default -> {
        if (!options.spaced() || !Character.isWhitespace(c)) {
          literal(c);
        }
      }
    }
  }

  private void literal(char c) {
    // The second half of a character belongs to the first.
    atom(PcreEscapes.literal(c), Character.isLowSurrogate(c) ? 0 : 1);
  }

  private void atom(String translated, int most) {
    out.append(translated);
    open.element().add(most);
  }

  private void anchor(String translated) {
    out.append(translated);
    open.element().anchor();
  }

  /// A brace is a repetition only when it looks like one; without the first number that is 0.
  private void brace() {
    Matcher repeat = in.match(-1, REPEAT);
    if (repeat == null) {
      literal('{');
      return;
    }
    in.skip(repeat.group().length() - 1);
    int least = repeat.group(1) == null ? 0 : repeats(repeat.group(1));
    String upTo = repeat.group(1) == null ? repeat.group(4) : repeat.group(3);
    int most = upTo != null ? repeats(upTo) : repeat.group(2) == null ? least : Branch.UNBOUNDED;
    String end = most == Branch.UNBOUNDED ? "" : String.valueOf(most);
    quantifier("{" + least + "," + end + "}", most);
  }

  /// @param digits without zeros before them
  private int repeats(String digits) {
    if (digits.length() > 5 || Integer.parseInt(digits) > MOST_REPEATS) {
      throw in.refused("more repetitions than can be asked for");
    }
    return Integer.parseInt(digits);
  }

  private void quantifier(String translated, int most) {
    if (!open.element().isRepeatable()) {
      throw in.refused("nothing to repeat");
    }
    out.append(translated);
    open.element().repeat(most);
    if (in.isAt('?') || in.isAt('+')) {
      out.append(in.next());
    }
  }

  private void alternative() {
    Branch branch = open.element();
    branch.alternative();
    out.append('|');
    if (branch.kind == Kind.RESET) {
      opened = resets.element();
    } else if (branch.kind == Kind.CONDITION) {
      out.append(otherwise());
    }
  }

  /// Stands before what is for a condition that does not hold.
  private String otherwise() {
    String test = tests.pop();
    if (test.isEmpty()) {
      throw in.refused("a third alternative of a condition");
    }
    tests.push("");
    return "(?!" + test + ")";
  }

  private void bracket() {
    if (in.skips("?#")) {
      in.skipTo(')');
      return;
    }
    if (in.skips("*UTF)") || in.skips("*UCP)")) {
      return;
    }
    if (in.skips("*FAIL)") || in.skips("*F)")) {
      anchor("(?!)");
      return;
    }
    Matcher reference = in.matchAndSkip(NAMED_REFERENCE);
    if (reference != null) {
      reference(number(reference.group(1)));
      return;
    }
    Matcher flags = in.matchAndSkip(Options.SYNTAX);
    if (flags != null) {
      options(flags);
      return;
    }
    group();
  }

  private void options(Matcher asked) {
    Options wanted = options.with(asked);
    out.append("(?").append(Options.forPlatform(asked)).append(asked.group(3));
    if (asked.group(3).equals(":")) {
      open.push(new Branch(Kind.PLAIN, options, 0));
    } else {
      open.element().anchor();
    }
    options = wanted;
  }

  private void group() {
    Matcher named = in.matchAndSkip(NAMED);
    if (named != null) {
      capture(PcreEscapes.firstOf(named));
      return;
    }
    Matcher plain = in.matchAndSkip(PLAIN_GROUP);
    if (plain != null) {
      plain(plain.group(1));
      return;
    }
    Matcher condition = in.matchAndSkip(CONDITION);
    if (condition != null) {
      condition(took(condition));
    } else if (in.matchAndSkip(LOOK) != null) {
      condition(look());
    } else if (in.isAt('?') || in.isAt('*')) {
      throw in.refused("a kind of group that is not done here");
    } else if (options.plain()) {
      plain(":");
    } else {
      capture("");
    }
  }

  private void plain(String kind) {
    Kind wanted =
        switch (kind) {
          case "=", "!" -> Kind.LOOKAHEAD;
          case "<=", "<!" -> Kind.LOOKBEHIND;
          case "|" -> Kind.RESET;
          default -> Kind.PLAIN;
        };
    if (wanted == Kind.RESET) {
      resets.push(opened);
    }
    out.append("(?").append(wanted == Kind.RESET ? ":" : kind);
    open.push(new Branch(wanted, options, 0));
  }

  private void capture(String name) {
    opened++;
    if (opened > groups.size()) {
      groups.add(new ArrayList<>());
      marks.add(new ArrayList<>());
    }
    groups.get(opened - 1).add(++written);
    if (!name.isEmpty() && names.put(name, opened) != null) {
      throw in.refused("a second group " + name);
    }
    out.append(marked ? "(?:(" : "(");
    open.push(new Branch(Kind.CAPTURE, options, opened));
  }

  private void close() {
    if (open.size() < 2) {
      throw in.refused("a bracket that closes nothing");
    }
    Branch branch = open.pop();
    if (branch.kind == Kind.LOOKBEHIND && branch.most() > MOST_BEHIND) {
      throw in.refused("a look too far behind");
    }
    if (branch.kind == Kind.RESET) {
      resets.pop();
      opened = groups.size();
    }
    if (branch.kind == Kind.CONDITION && !tests.element().isEmpty()) {
      out.append('|').append(otherwise());
    }
    if (branch.kind == Kind.CONDITION) {
      tests.pop();
    }
    boolean hasMark = marked && branch.kind == Kind.CAPTURE;
    if (hasMark) {
      marks.get(branch.group - 1).add(++written);
    }
    options = branch.outside;
    atom(hasMark ? ")())" : ")", branch.looksAround() ? 0 : branch.most());
  }

  private void condition(String test) {
    repeat(test.length());
    tests.push(test);
    out.append("(?:").append(test);
    open.push(new Branch(Kind.CONDITION, options, 0));
  }

  /// Fits where a group took part.
  private String took(Matcher condition) {
    String name = PcreEscapes.firstOf(condition);
    int number = condition.group(1) == null ? number(name) : Integer.parseInt(name);
    if (number < 1 || number > groups.size() || marks.get(number - 1).isEmpty()) {
      throw in.refused("no group " + name);
    }
    return eachOf(marks.get(number - 1));
  }

  /// A look around that is a condition; it is written twice, so it cannot capture.
  private String look() {
    int start = out.length();
    int depth = open.size();
    int before = written;
    step();
    while (open.size() > depth) {
      step();
    }
    if (written != before) {
      throw in.refused("a group in a condition");
    }
    String test = out.substring(start);
    out.setLength(start);
    return test;
  }

  private void escape() {
    if (!in.hasMore()) {
      throw in.refused("a backslash at the end");
    }
    if (in.skips("Q")) {
      in.quoted().chars().forEach(c -> literal((char) c));
    } else if (in.skips("K")) {
      keep();
    } else if (!in.skips("E")) {
      int reference = PcreEscapes.reference(in, groups.size(), this::number);
      if (reference > 0) {
        reference(reference);
      } else if ("AbBGzZ".indexOf(in.peek()) >= 0) {
        anchor(PcreEscapes.anchor(in.next()));
      } else {
        atom(PcreEscapes.translated(in), 1);
      }
    }
  }

  private void keep() {
    if (keep > 0 || open.stream().anyMatch(Branch::looksAround)) {
      throw in.refused("a \\K where there can be none");
    }
    keep = ++written;
    anchor("()");
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
    atom(eachOf(groups.get(number - 1)), 0);
  }

  /// What fits where one of some groups fits; a group that took no part fits nowhere.
  private String eachOf(List<Integer> numbers) {
    var text = new StringBuilder("(?:\\").append(numbers.getFirst());
    int one = text.length();
    for (int number : numbers.subList(1, numbers.size())) {
      text.append("|\\").append(number);
    }
    repeat(text.length() - one);
    return text.append(')').toString();
  }

  /// Notes that so many characters are written once more than the pattern has them.
  private void repeat(int characters) {
    repeated += characters;
    if (repeated > MOST_REPEATED) {
      throw in.refused("too much that repeats itself");
    }
  }
}
