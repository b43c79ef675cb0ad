package dev.quire.app.setting;

import java.util.Arrays;

/// What a setting's text must look like.
///
/// @param label how help names the value
/// @param check complains about a text that is not of this kind
public record Kind(String label, Check check) {
  static final Kind NAME = new Kind("NAME", Amounts::filled);
  static final Kind FOLDER = new Kind("DIR", Amounts::folder);
  static final Kind PLACE = new Kind("DIR|URL", Amounts::drive);
  static final Kind URL = new Kind("URL", Amounts::url);
  static final Kind WORDS = new Kind("WORDS", Amounts::words);
  static final Kind FOLDERS = new Kind("NAME=DIR,…", Amounts::folders);
  static final Kind PAIRS = new Kind("NAME=NAME,…", Amounts::pairs);
  static final Kind COUNT = new Kind("NUMBER", Amounts::count);
  static final Kind PORT = new Kind("PORT", Amounts::port);
  static final Kind DURATION = new Kind("TIME", Amounts::duration);
  static final Kind SIZE = new Kind("SIZE", Amounts::bytes);
  static final Kind ZONE = new Kind("ZONE", Amounts::zone);
  static final Kind FLAG = oneOf("true", "false");

  /// Looks at a text.
  @FunctionalInterface
  public interface Check {
    /// @throws BadValue when the text is not of this kind
    void look(String text) throws BadValue;
  }

  static Kind oneOf(String... words) {
    return new Kind(
        String.join("|", words),
        text -> {
          if (!Arrays.asList(words).contains(text)) {
            throw new BadValue("must be one of " + String.join(", ", words));
          }
        });
  }

  /// Whether an option of this kind may stand alone.
  public boolean isFlag() {
    return equals(FLAG);
  }
}
