package dev.quire.engine.numfmt;

import dev.quire.engine.numfmt.DateField.Unit;
import dev.quire.engine.numfmt.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Builds sections such as `d-mmm-yy h:mm AM/PM`.
final class DateCompiler {
  private static final String HIJRI = "2";

  private final List<Token> tokens;
  private final SectionCode code;
  private final List<DateField> fields = new ArrayList<>();
  private boolean hijri;
  private int at;

  private DateCompiler(SectionCode code) {
    this.tokens = code.tokens();
    this.code = code;
  }

  /// The section, empty when placeholders stand elsewhere than after a point.
  static Optional<Section> compile(SectionCode code) {
    return new DateCompiler(code).section();
  }

  private Optional<Section> section() {
    for (at = 0; at < tokens.size(); at++) {
      Token token = tokens.get(at);
      switch (token.kind()) {
        case PLACEHOLDER -> {
          return Optional.empty();
        }
        case POINT -> subsecond();
        case DATE -> fields.add(DateField.of(unit(token), token.text().length()));
        case ELAPSED -> fields.add(DateField.of(elapsed(token), token.text().length()));
        case MERIDIEM -> fields.add(new DateField(Unit.MERIDIEM, 0, token.text()));
        case SLASH -> fields.add(DateField.of(Unit.DATE_SEPARATOR, 0));
        case COLON -> fields.add(DateField.of(Unit.TIME_SEPARATOR, 0));
        case CALENDAR -> hijri = token.text().equals(HIJRI);
        case LITERAL, NUMERAL, COMMA, PERCENT, EXPONENT, GENERAL, TEXT ->
            fields.add(DateField.literal(token.text()));
      }
    }
    return Optional.of(
        DateSection.of(fields.stream().map(this::elapsed).toList(), DateSpelling.of(code, hijri)));
  }

  /// A point with zeros after it is the fraction of a second, another is shown.
  private void subsecond() {
    int decimals = 0;
    while (at + 1 < tokens.size() && tokens.get(at + 1).equals(new Token(Kind.PLACEHOLDER, "0"))) {
      decimals++;
      at++;
    }
    fields.add(decimals > 0 ? DateField.of(Unit.SUBSECOND, decimals) : DateField.literal("."));
  }

  private Unit unit(Token token) {
    return switch (token.first()) {
      case 'b' -> Unit.BUDDHIST_YEAR;
      case 'd', 'a' -> Unit.DAY;
      case 'e' -> Unit.ERA_YEAR;
      case 'g' -> Unit.ERA;
      case 'h' -> Unit.HOUR;
      case 's' -> Unit.SECOND;
      case 'm' -> isMinute(token) ? Unit.MINUTE : Unit.MONTH;
      default -> Unit.YEAR;
    };
  }

  /// One or two letters m mean minutes right after hours, right before seconds, and after seconds
  /// with a colon.
  private boolean isMinute(Token token) {
    return token.text().length() <= 2
        && (neighbour(-1) == 'h' || neighbour(1) == 's' || followsSeconds());
  }

  private boolean followsSeconds() {
    return at > 0 && tokens.get(at - 1).is(Kind.COLON) && neighbour(-1) == 's';
  }

  /// The letter of the date token before or after this one, whatever stands between.
  private char neighbour(int step) {
    for (int i = at + step; i >= 0 && i < tokens.size(); i += step) {
      if (tokens.get(i).is(Kind.DATE) || tokens.get(i).is(Kind.ELAPSED)) {
        return tokens.get(i).first();
      }
    }
    return ' ';
  }

  /// Where hours are counted in brackets, all hours of the section are, and so on (observed).
  private DateField elapsed(DateField field) {
    Unit counted =
        switch (field.unit()) {
          case HOUR -> Unit.ELAPSED_HOURS;
          case MINUTE -> Unit.ELAPSED_MINUTES;
          case SECOND -> Unit.ELAPSED_SECONDS;
          default -> field.unit();
        };
    return fields.stream().anyMatch(other -> other.unit() == counted)
        ? new DateField(counted, field.width(), field.text())
        : field;
  }

  private static Unit elapsed(Token token) {
    return switch (token.first()) {
      case 'h' -> Unit.ELAPSED_HOURS;
      case 'm' -> Unit.ELAPSED_MINUTES;
      default -> Unit.ELAPSED_SECONDS;
    };
  }
}
