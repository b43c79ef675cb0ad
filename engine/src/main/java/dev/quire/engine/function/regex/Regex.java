package dev.quire.engine.function.regex;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/// A regular expression in the language of PCRE2, which Excel uses. It is matched by the platform's
/// own engine, which goes back and tries again as PCRE2 does, so that look-around, back references
/// and the first of several alternatives mean the same; [PcreSyntax] turns one spelling into the
/// other. An engine that takes linear time would lack the first two. The work is bounded instead.
public final class Regex {
  /// How many characters one search may look at; PCRE2 gives up after ten million steps.
  private static final int MOST_STEPS = 10_000_000;

  /// Letters in either case and classes such as `\d` go by Unicode (O).
  private static final int FLAGS = Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS;

  private final Pattern pattern;
  private final PcreSyntax.Translation translation;

  private Regex(PcreSyntax.Translation translation, int flags) {
    this.pattern = Pattern.compile(translation.pattern(), flags);
    this.translation = translation;
  }

  /// Reads a pattern; empty when it is damaged or asks for what is not done here: recursion, verbs
  /// other than `(*FAIL)`, and callouts.
  public static Optional<Regex> of(String text, boolean ignoresCase) {
    try {
      PcreSyntax.Translation translation = PcreSyntax.translate(text);
      int flags = FLAGS | (ignoresCase ? Pattern.CASE_INSENSITIVE : 0);
      return Optional.of(new Regex(translation, flags));
    } catch (PatternSyntaxException | StackOverflowError e) {
      // A pattern nested thousands deep is damaged as far as we can tell.
      return Optional.empty();
    }
  }

  /// Number of capturing groups.
  public int groups() {
    return translation.groups().size();
  }

  /// The number of a named group; empty when no group has the name.
  Optional<Integer> group(String name) {
    return Optional.ofNullable(translation.names().get(name));
  }

  /// A place where the pattern fits.
  ///
  /// @param start index of the first character
  /// @param end index behind the last character
  /// @param groups what the capturing groups hold; empty for those that took no part
  public record Match(int start, int end, String text, List<Optional<String>> groups) {
    private boolean isEmpty() {
      return start == end;
    }
  }

  /// Places where the pattern fits, from left to right, without overlap. Where nothing was found,
  /// something is looked for once more before the search goes on behind the next character (O).
  ///
  /// @param most how many are wanted
  /// @param work is told how many characters were looked at, also when there is an exception
  /// @throws RegexTooCostly when the search takes too many steps
  public List<Match> matches(String text, int most, LongConsumer work) {
    var matches = new ArrayList<Match>();
    var left = new int[] {MOST_STEPS};
    var counted = new CountedText(text, left);
    Matcher anywhere = pattern.matcher(counted);
    Optional<Matcher> longer = Optional.empty();
    int from = 0;
    try {
      while (matches.size() < most && anywhere.find(from)) {
        matches.add(match(anywhere, text));
        from = anywhere.end();
        while (matches.size() < most && matches.getLast().isEmpty()) {
          Matcher here = longer.isPresent() ? longer.get() : longer(counted);
          longer = Optional.of(here);
          if (!here.region(from, text.length()).lookingAt()) {
            break;
          }
          matches.add(match(here, text));
          from = here.end();
        }
        if (matches.getLast().isEmpty()) {
          if (from == text.length()) {
            break;
          }
          from = text.offsetByCodePoints(from, 1);
        }
      }
    } catch (StackOverflowError e) {
      // The platform's engine goes one call deeper for each turn of some loops.
      throw new RegexTooCostly();
    } finally {
      work.accept(MOST_STEPS - left[0]);
    }
    return matches;
  }

  /// Finds where the pattern fits with more than nothing at the start of a region, which is `\G`.
  private Matcher longer(CharSequence text) {
    return Pattern.compile("(?:" + pattern.pattern() + ")(?!\\G)", pattern.flags())
        .matcher(text)
        .useTransparentBounds(true)
        .useAnchoringBounds(false);
  }

  /// Whether the pattern fits anywhere.
  ///
  /// @throws RegexTooCostly when the search takes too many steps
  public boolean fits(String text, LongConsumer work) {
    return !matches(text, 1, work).isEmpty();
  }

  private Match match(Matcher matcher, String text) {
    // `\K` moves the start of what counts as found.
    int keep = translation.keep();
    boolean moved = keep > 0 && matcher.start(keep) >= 0;
    int start = moved ? matcher.start(keep) : matcher.start();
    List<Optional<String>> groups =
        translation.groups().stream().map(numbers -> group(numbers, matcher, text)).toList();
    return new Match(start, matcher.end(), text.substring(start, matcher.end()), groups);
  }

  /// What the one of some groups holds that took part.
  private static Optional<String> group(List<Integer> numbers, Matcher matcher, String text) {
    for (int number : numbers) {
      if (matcher.start(number) >= 0) {
        return Optional.of(text.substring(matcher.start(number), matcher.end(number)));
      }
    }
    return Optional.empty();
  }

  /// A text that counts how often it is looked at.
  private record CountedText(String text, int[] left) implements CharSequence {
    @Override
    public char charAt(int index) {
      if (--left[0] < 0) {
        throw new RegexTooCostly();
      }
      return text.charAt(index);
    }

    @Override
    public int length() {
      return text.length();
    }

    @Override
    public CharSequence subSequence(int start, int end) {
      return text.substring(start, end);
    }

    @Override
    public String toString() {
      return text;
    }
  }
}
