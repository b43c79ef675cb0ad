package dev.quire.engine.numfmt;

import dev.quire.engine.numfmt.Token.Kind;
import dev.quire.engine.value.BlankValue;
import dev.quire.engine.value.ErrorValue;
import dev.quire.engine.value.LogicalValue;
import dev.quire.engine.value.NumberValue;
import dev.quire.engine.value.Scalar;
import dev.quire.engine.value.TextValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A compiled number format: up to four sections, for numbers and text. Immutable; compile once for
/// each code and keep it ([NumberFormats] does).
///
/// ```
/// NumberFormat.compile("#,##0.00;[Red](0)").format(new NumberValue(-3), FormatContext.EN_US)
/// ```
///
/// Codes are always in en-US spelling; what they produce follows the [FormatContext].
public final class NumberFormat {
  /// The format of cells that were never given one.
  public static final NumberFormat GENERAL =
      new NumberFormat(
          "General",
          List.of(new Choice(Condition.ANY, true, PlainSection.GENERAL, 0)),
          new TextSection(PlainSection.GENERAL, 0),
          false);

  /// Longest code that can be set (Excel's limit).
  public static final int MAX_CODE_LENGTH = 255;

  /// Longest code that is read from a file; a longer one counts as damaged.
  private static final int MOST_FILE_CODE_LENGTH = 2_048;

  /// Shown for a number that has no text, such as a negative date. Its length is our choice: Excel
  /// fills the cell, whatever its width.
  private static final String UNSHOWABLE = "########";

  private final String code;
  private final List<Choice> choices;
  private final TextSection text;
  private final boolean damaged;

  /// A section for numbers and when to take it.
  ///
  /// @param marksNegative whether it puts a minus sign before negative numbers
  private record Choice(Condition condition, boolean marksNegative, Section section, int color) {}

  private record TextSection(PlainSection section, int color) {}

  private NumberFormat(String code, List<Choice> choices, TextSection text, boolean damaged) {
    this.code = code;
    this.choices = List.copyOf(choices);
    this.text = text;
    this.damaged = damaged;
  }

  /// Reads a code as found in a file: never fails, a damaged code formats as General (and still
  /// answers its own text as [#code]).
  public static NumberFormat compile(String code) {
    return (code.length() > MOST_FILE_CODE_LENGTH ? Optional.<NumberFormat>empty() : read(code))
        .orElseGet(() -> new NumberFormat(code, GENERAL.choices, GENERAL.text, true));
  }

  /// Reads a code that somebody wants to set; empty when it is damaged or longer than
  /// [#MAX_CODE_LENGTH]. The empty code is General.
  public static Optional<NumberFormat> tryCompile(String code) {
    return code.length() > MAX_CODE_LENGTH ? Optional.empty() : read(code);
  }

  private static Optional<NumberFormat> read(String code) {
    if (code.isEmpty()) {
      return Optional.of(new NumberFormat(code, GENERAL.choices, GENERAL.text, false));
    }
    var lexer = new CodeLexer(code);
    var sections = lexer.sections();
    if (lexer.isBroken() || sections.size() > 4) {
      return Optional.empty();
    }
    var last = sections.getLast();
    boolean hasText = sections.size() == 4 || last.has(Kind.TEXT);
    // Only the last section is one for texts (O).
    if (sections.subList(0, sections.size() - 1).stream().anyMatch(one -> one.has(Kind.TEXT))) {
      return Optional.empty();
    }
    var numeric =
        hasText && sections.size() > 1 ? sections.subList(0, sections.size() - 1) : sections;
    var compiled = new ArrayList<Section>();
    for (SectionCode section : numeric) {
      var one = SectionCompiler.compile(section);
      if (one.isEmpty()) {
        return Optional.empty();
      }
      compiled.add(one.get());
    }
    return Optional.of(
        new NumberFormat(
            code, choices(numeric, compiled), hasText ? textOf(last) : GENERAL.text, false));
  }

  private static TextSection textOf(SectionCode code) {
    return new TextSection(new PlainSection(code.tokens(), code.numerals()), code.color());
  }

  private static List<Choice> choices(List<SectionCode> codes, List<Section> sections) {
    var conditions = SectionConditions.of(codes);
    var choices = new ArrayList<Choice>();
    for (int i = 0; i < sections.size(); i++) {
      boolean marksNegative = SectionConditions.marksNegative(codes, i, conditions.get(i));
      choices.add(
          new Choice(conditions.get(i), marksNegative, sections.get(i), codes.get(i).color()));
    }
    if (choices.size() == 1 && codes.getFirst().isConditional()) {
      boolean marksNegative = SectionConditions.marksNegative(codes, 1, Condition.ANY);
      choices.add(new Choice(Condition.ANY, marksNegative, PlainSection.GENERAL, 0));
    }
    return choices;
  }

  /// The code as it was given.
  public String code() {
    return code;
  }

  /// The text a cell shows for a value. Blank gives the empty text, a logical value or an error its
  /// word, whatever the format. A number without a text, such as a date before 1900, gives
  /// `########`.
  public String format(Scalar value, FormatContext context) {
    return tryFormat(value, context).orElse(UNSHOWABLE);
  }

  /// The same, but empty for a number that has no text in this format (`TEXT()` answers `#VALUE!`
  /// then), and for a text that would outgrow a cell.
  public Optional<String> tryFormat(Scalar value, FormatContext context) {
    return switch (value) {
      case NumberValue(double number) -> formatNumber(number, context);
      case TextValue(String string) -> formatText(string);
      case LogicalValue logical -> Optional.of(logical.truth() ? "TRUE" : "FALSE");
      case ErrorValue error -> Optional.of(error.word());
      case BlankValue blank -> Optional.of("");
    };
  }

  /// The number that is shown for a number: rounded to the places of the format (Excel's "precision
  /// as displayed"). Whatever the conditions say, a number below 0 takes the second section when
  /// there is one and any other the first; an empty section leaves it to the next (O).
  public double asDisplayed(double number) {
    if (number == 0) {
      return 0;
    }
    int first = number < 0 && choices.size() > 1 ? 1 : 0;
    double shown =
        choices.subList(first, choices.size()).stream()
            .map(Choice::section)
            .filter(section -> !(section instanceof PlainSection plain && plain.isEmpty()))
            .findFirst()
            .orElse(PlainSection.GENERAL)
            .asDisplayed(number);
    return shown == 0 ? 0 : shown;
  }

  private Optional<String> formatNumber(double number, FormatContext context) {
    for (Choice choice : choices) {
      if (choice.condition().holds(number)) {
        var out = new StringBuilder(24);
        boolean negative = number < 0 && choice.marksNegative();
        return choice.section().write(number, negative, context, out)
            ? Optional.of(out.toString())
            : Optional.empty();
      }
    }
    return Optional.empty();
  }

  private Optional<String> formatText(String string) {
    if (text.section() == PlainSection.GENERAL) {
      return Optional.of(string);
    }
    if (string.isEmpty()) {
      return Optional.of("");
    }
    var out = new StringBuilder(string.length() + 16);
    return text.section().write(string, out) ? Optional.of(out.toString()) : Optional.empty();
  }

  /// The colour that the section of this value asks for.
  public Optional<FormatColor> color(Scalar value) {
    return switch (value) {
      case NumberValue(double number) ->
          choices.stream()
              .filter(choice -> choice.condition().holds(number))
              .findFirst()
              .flatMap(choice -> paletteColor(choice.color()));
      case TextValue string -> paletteColor(text.color());
      case LogicalValue logical -> Optional.empty();
      case ErrorValue error -> Optional.empty();
      case BlankValue blank -> Optional.empty();
    };
  }

  private static Optional<FormatColor> paletteColor(int index) {
    return index == 0 ? Optional.empty() : Optional.of(new FormatColor(index));
  }

  /// Whether the code could not be read, so that this formats as General.
  public boolean isDamaged() {
    return damaged;
  }

  /// Whether numbers show as dates or times: what decides is the first section.
  public boolean isDate() {
    return choices.getFirst().section() instanceof DateSection;
  }

  /// Whether numbers show as days of the calendar, not only as times of day: what decides is the
  /// first section.
  public boolean showsDays() {
    return choices.getFirst().section() instanceof DateSection section && section.dated();
  }

  /// Whether the code is text, `@`: what is typed into such a cell stays text.
  public boolean isText() {
    return choices.size() == 1
        && choices.getFirst().section() instanceof PlainSection plain
        && plain.has(Kind.TEXT);
  }

  /// Whether the code is General, with nothing added.
  public boolean isGeneral() {
    return choices.getFirst().section().equals(PlainSection.GENERAL) && choices.size() == 1;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof NumberFormat that && code.equals(that.code);
  }

  @Override
  public int hashCode() {
    return code.hashCode();
  }

  @Override
  public String toString() {
    return code;
  }
}
