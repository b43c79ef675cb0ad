package dev.quire.engine.numfmt;

import dev.quire.engine.numfmt.Token.Kind;
import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Cuts a format code into sections of tokens, in one pass. Total: what cannot be read makes the
/// whole code [#isBroken].
final class CodeLexer {
  private static final String GENERAL = "General";
  private static final String BLANK = " ";

  /// Ways to write the half of the day.
  private static final List<String> MERIDIEMS = List.of("AM/PM", "A/P", "上午/下午");

  /// As many letters at least are the day of the week; fewer are a text.
  private static final String WEEKDAY = "aaa";

  private static final String DBNUM = "(?i)DBNum[1-4]";

  /// Letters that cannot stand for themselves.
  private static final String RESERVED = "eEnN";

  /// Letters that elapsed time may be counted in.
  private static final String ELAPSED = "hms";

  private final String code;
  private final List<SectionCode> sections = new ArrayList<>();
  private List<Token> tokens = new ArrayList<>();
  private Condition condition = Condition.ANY;
  private int color;
  private LocaleTag locale = LocaleTag.NONE;
  private int dbNum;
  private String system = "";
  private boolean hasPlaceholder;
  private boolean broken;
  private int at;

  CodeLexer(String code) {
    this.code = code;
    while (at < code.length() && !broken) {
      step(code.charAt(at));
    }
    endSection();
  }

  /// The sections in order, at least one; meaningless when the code [#isBroken].
  List<SectionCode> sections() {
    return sections;
  }

  /// Whether a quote or bracket is left open, or a character that announces another is the last.
  boolean isBroken() {
    return broken;
  }

  /// The locale of a section holds for those behind it as well, whatever they name (observed).
  private void endSection() {
    if (!system.isEmpty()) {
      tokens = new CodeLexer(system).sections.getFirst().tokens();
    }
    sections.add(new SectionCode(tokens, condition, color, locale, dbNum));
    tokens = new ArrayList<>();
    condition = Condition.ANY;
    color = 0;
    dbNum = 0;
    system = "";
    hasPlaceholder = false;
  }

  private void step(char c) {
    switch (c) {
      case ';' -> {
        endSection();
        at++;
      }
      case '"' -> quoted();
      case '\\' -> following(next -> add(Kind.LITERAL, next));
      case '_' -> following(next -> add(Kind.LITERAL, BLANK));
      case '*' -> following(next -> {});
      case '[' -> bracket();
      case '0', '#', '?' -> {
        hasPlaceholder = true;
        one(Kind.PLACEHOLDER);
      }
      case '1', '2', '3', '4', '5', '6', '7', '8', '9' -> one(Kind.NUMERAL);
      case '.' -> one(Kind.POINT);
      case ',' -> one(Kind.COMMA);
      case '%' -> one(Kind.PERCENT);
      case '/' -> one(Kind.SLASH);
      case ':' -> one(Kind.COLON);
      case '@' -> one(Kind.TEXT);
      default -> letter(c);
    }
  }

  private void letter(char c) {
    switch (Character.toLowerCase(c)) {
      case 'g' -> {
        if (isNext(GENERAL)) {
          add(Kind.GENERAL, GENERAL);
          at += GENERAL.length();
        } else {
          run();
        }
      }
      case 'e' -> exponentOrYear();
      case 'b' -> calendarOrYear();
      case 'y', 'm', 'd', 'h', 's' -> run();
      case 'a', '上' -> meridiemOrWeekday();
      case 'r' -> japaneseYear();
      default -> {
        broken |= isReserved(c);
        one(Kind.LITERAL);
      }
    }
  }

  /// Without quotes `n` means nothing and breaks the code, as do `n` and `e` with a mark such as an
  /// accent (O).
  private static boolean isReserved(char c) {
    return RESERVED.indexOf(Normalizer.normalize(String.valueOf(c), Form.NFD).charAt(0)) >= 0;
  }

  /// A capital that is no exponent is a year only behind the era; elsewhere it breaks the code (O).
  private void exponentOrYear() {
    char sign = at + 1 < code.length() ? code.charAt(at + 1) : ' ';
    if (hasPlaceholder && (sign == '+' || sign == '-')) {
      add(Kind.EXPONENT, code.substring(at, at + 2));
      at += 2;
    } else {
      broken |= code.charAt(at) == 'E' && !isBehindEra();
      run();
    }
  }

  private boolean isBehindEra() {
    return !tokens.isEmpty() && tokens.getLast().is(Kind.DATE) && tokens.getLast().first() == 'g';
  }

  private void calendarOrYear() {
    char digit = at + 1 < code.length() ? code.charAt(at + 1) : ' ';
    if (digit == '1' || digit == '2') {
      add(Kind.CALENDAR, String.valueOf(digit));
      at += 2;
    } else {
      run();
    }
  }

  private void run() {
    char letter = Character.toLowerCase(code.charAt(at));
    int from = at;
    while (at < code.length() && Character.toLowerCase(code.charAt(at)) == letter) {
      at++;
    }
    add(Kind.DATE, String.valueOf(letter).repeat(at - from));
  }

  private void meridiemOrWeekday() {
    for (String spelling : MERIDIEMS) {
      if (isNext(spelling)) {
        add(Kind.MERIDIEM, code.substring(at, at + spelling.length()));
        at += spelling.length();
        return;
      }
    }
    if (code.regionMatches(true, at, WEEKDAY, 0, WEEKDAY.length())) {
      run();
    } else {
      one(Kind.LITERAL);
    }
  }

  /// In Japan `r` is short for `ee`, and `rr` for `gggee` (ECMA-376 part 1, 18.8.31).
  private void japaneseYear() {
    if (!locale.isJapanese()) {
      one(Kind.LITERAL);
      return;
    }
    boolean named = isNext("rr");
    if (named) {
      add(Kind.DATE, "ggg");
    }
    add(Kind.DATE, "ee");
    at += named ? 2 : 1;
  }

  private void quoted() {
    int end = code.indexOf('"', at + 1);
    if (end < 0) {
      broken = true;
      return;
    }
    if (end > at + 1) {
      add(Kind.LITERAL, code.substring(at + 1, end));
    }
    at = end + 1;
  }

  private interface Follower {
    void take(String next);
  }

  private void following(Follower follower) {
    if (at + 1 >= code.length()) {
      broken = true;
      return;
    }
    int end = code.offsetByCodePoints(at + 1, 1);
    follower.take(code.substring(at + 1, end));
    at = end;
  }

  private void bracket() {
    int end = code.indexOf(']', at);
    if (end < 0) {
      broken = true;
      return;
    }
    insideBracket(code.substring(at + 1, end));
    at = end + 1;
  }

  /// A currency, elapsed time, digits of East Asia, a condition or a colour. Units of time that are
  /// mixed break the code (O); whatever else is passed over.
  private void insideBracket(String inside) {
    if (inside.startsWith("$")) {
      currency(inside);
    } else if (isElapsed(inside)) {
      add(Kind.ELAPSED, inside.toLowerCase(Locale.ROOT));
    } else if (inside.matches(DBNUM)) {
      dbNum = inside.charAt(inside.length() - 1) - '0';
    } else {
      broken |= inside.matches("(?i)[hms]{2,}");
      Condition.parse(inside).ifPresent(found -> condition = found);
      FormatColor.parse(inside).ifPresent(found -> color = found.index());
    }
  }

  /// `$€-407` shows the euro sign; what follows the hyphen is a language, also `-de-DE`.
  private void currency(String inside) {
    int hyphen = inside.indexOf('-');
    String symbol = inside.substring(1, hyphen < 1 ? inside.length() : hyphen);
    if (hyphen > 0) {
      String named = inside.substring(hyphen + 1);
      system = LocaleTag.systemCode(named).orElse(system);
      locale = locale.isNone() ? LocaleTag.parse(named) : locale;
    }
    if (!symbol.isEmpty()) {
      add(Kind.LITERAL, symbol);
    }
  }

  private static boolean isElapsed(String inside) {
    if (inside.isEmpty()) {
      return false;
    }
    char letter = Character.toLowerCase(inside.charAt(0));
    return ELAPSED.indexOf(letter) >= 0
        && inside.chars().allMatch(c -> Character.toLowerCase(c) == letter);
  }

  private boolean isNext(String word) {
    return code.regionMatches(true, at, word, 0, word.length());
  }

  private void one(Kind kind) {
    int end = code.offsetByCodePoints(at, 1);
    add(kind, code.substring(at, end));
    at = end;
  }

  private void add(Kind kind, String text) {
    tokens.add(new Token(kind, text));
  }
}
