package dev.quire.workbook;

import java.util.List;

/// How a text is pronounced, as a file notes it beside the text (furigana; ECMA-376 part 1, §18.4.3
/// and §18.4.6).
///
/// @param runs in the order of the text
/// @param form the letters it is shown in
/// @param font number of the font in the file
/// @param alignment how it is spread over the text, in the words of the file; empty for the usual
public record Pronunciation(List<Run> runs, KanaForm form, int font, String alignment) {
  /// How some letters are pronounced.
  ///
  /// @param from index of the first letter, in UTF-16 units
  /// @param to index behind the last
  /// @param kana the sounds
  public record Run(int from, int to, String kana) {}

  /// Copies the runs.
  public Pronunciation {
    runs = List.copyOf(runs);
  }

  /// The text with the letters that are noted in place of those they are about; others stay (O).
  /// Runs that do not fit the text are taken as far as they do.
  String reading(String text) {
    var reading = new StringBuilder(text.length());
    int at = 0;
    for (Run run : runs) {
      int from = Math.clamp(run.from(), at, text.length());
      reading.append(text, at, from).append(form.of(run.kana()));
      at = Math.clamp(run.to(), from, text.length());
    }
    return reading.append(text, at, text.length()).toString();
  }
}
