package dev.quire.ooxml.patch;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// Sheets that are called otherwise now or are gone, and what that does to formulas which are kept
/// as text: in charts, conditional formats, validations and the like.
public final class SheetRenames {
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
  private static final Pattern LIKE_A_CELL =
      Pattern.compile("[A-Za-z]{1,3}[0-9]+|[Rr][0-9]*([Cc][0-9]*)?|[Cc][0-9]*|(?i:true|false)");

  private final Map<String, Optional<String>> byOldName = new HashMap<>();

  /// Says that a sheet has another name.
  void rename(String from, String to) {
    if (!from.equals(to)) {
      byOldName.put(key(from), Optional.of(to));
    }
  }

  /// Says that a sheet is gone.
  void delete(String name) {
    byOldName.put(key(name), Optional.empty());
  }

  /// Whether nothing changes.
  boolean isEmpty() {
    return byOldName.isEmpty();
  }

  /// What a sheet is called now; the same when it is not among these, empty when it is gone.
  Optional<String> name(String old) {
    return byOldName.getOrDefault(key(old), Optional.of(old));
  }

  /// A formula with the sheets as they are called now. References to a sheet that is gone become
  /// `#REF!`.
  String rewrite(String formula) {
    return isEmpty() || formula.indexOf('!') < 0 ? formula : new Rewriter(formula).rewrite();
  }

  /// A sheet name, or two with a colon between, as formulas spell it.
  static String spell(String name) {
    boolean plain = PLAIN.matcher(name).matches() && !LIKE_A_CELL.matcher(name).matches();
    return plain ? name : "'" + name.replace("'", "''") + "'";
  }

  private static String key(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  /// Goes once over a formula, copies all but sheet prefixes.
  private final class Rewriter {
    private final String text;
    private final StringBuilder out = new StringBuilder();
    private int at;

    Rewriter(String text) {
      this.text = text;
    }

    String rewrite() {
      while (at < text.length()) {
        char c = text.charAt(at);
        switch (c) {
          case '"' -> copyTo(closing('"'));
          case '[' -> bracket();
          case '\'' -> quoted();
          default -> {
            if (isNamePart(c)) {
              word();
            } else {
              copyTo(at + 1);
            }
          }
        }
      }
      return out.toString();
    }

    private void copyTo(int end) {
      out.append(text, at, end);
      at = end;
    }

    /// One past the quote that ends what begins here; doubled quotes do not.
    private int closing(char quote) {
      int end = at + 1;
      while (end < text.length()) {
        if (text.charAt(end++) == quote) {
          if (end == text.length() || text.charAt(end) != quote) {
            return end;
          }
          end++;
        }
      }
      return end;
    }

    /// Copies the columns of a table, or the number of another workbook with its sheet.
    private void bracket() {
      int depth = 0;
      int end = at;
      do {
        char c = text.charAt(end++);
        depth += c == '[' ? 1 : c == ']' ? -1 : 0;
        end += c == '\'' ? 1 : 0;
      } while (depth > 0 && end < text.length());
      end = Math.min(end, text.length());
      while (end < text.length() && isNamePart(text.charAt(end))) {
        end++;
      }
      copyTo(end);
    }

    private void quoted() {
      int end = closing('\'');
      if (end < text.length() && text.charAt(end) == '!' && text.charAt(at + 1) != '[') {
        prefix(text.substring(at + 1, end - 1).replace("''", "'"), end + 1);
      } else {
        copyTo(end);
      }
    }

    private void word() {
      boolean afterBang = at > 0 && text.charAt(at - 1) == '!';
      int end = wordEnd(at);
      int after = end;
      if (!afterBang && end + 1 < text.length() && text.charAt(end) == ':') {
        int second = wordEnd(end + 1);
        after = second < text.length() && text.charAt(second) == '!' ? second : end;
      }
      if (after < text.length() && text.charAt(after) == '!') {
        prefix(text.substring(at, after), after + 1);
      } else {
        copyTo(end);
      }
    }

    private int wordEnd(int from) {
      int end = from;
      while (end < text.length() && isNamePart(text.charAt(end))) {
        end++;
      }
      return end;
    }

    /// Writes what stands before `!`; `after` is where the reference behind it begins.
    private void prefix(String names, int after) {
      String[] sheets = names.split(":", 2);
      boolean known = false;
      boolean gone = false;
      for (int i = 0; i < sheets.length; i++) {
        known |= byOldName.containsKey(key(sheets[i]));
        Optional<String> now = name(sheets[i]);
        gone |= now.isEmpty();
        sheets[i] = now.orElse("");
      }
      if (!known) {
        copyTo(after);
      } else if (gone) {
        out.append("#REF!");
        at = referenceEnd(after);
      } else {
        out.append(spellAll(sheets)).append('!');
        at = after;
      }
    }

    private static String spellAll(String[] sheets) {
      if (sheets.length == 1) {
        return spell(sheets[0]);
      }
      boolean plain = spell(sheets[0]).charAt(0) != '\'' && spell(sheets[1]).charAt(0) != '\'';
      String both = sheets[0] + ":" + sheets[1];
      return plain ? both : "'" + both.replace("'", "''") + "'";
    }

    private int referenceEnd(int from) {
      int end = from;
      while (end < text.length()
          && (isNamePart(text.charAt(end)) || text.charAt(end) == '$' || text.charAt(end) == ':')) {
        end++;
      }
      return end;
    }

    private static boolean isNamePart(char c) {
      return Character.isLetterOrDigit(c) || c == '_' || c == '.' || c == '\\' || c == '?';
    }
  }
}
