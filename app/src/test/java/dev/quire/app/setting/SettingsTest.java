package dev.quire.app.setting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

final class SettingsTest {
  private static final Map<String, String> NONE = Map.of();

  private static Settings settings(Map<String, String> environment) throws UsageError {
    return Settings.of(Map.of(), environment, NONE);
  }

  private static String complaint(Map<String, String> environment, Map<String, String> file) {
    var error = assertThrows(UsageError.class, () -> Settings.of(Map.of(), environment, file));
    return String.valueOf(error.getMessage());
  }

  @Test
  void optionWinsThenEnvironmentThenFileThenDefault() throws UsageError {
    var option = Map.of(Setting.PORT, "1");
    var environment = Map.of("QUIRE_PORT", "2");
    var file = Map.of("port", "3");
    assertEquals("1", Settings.of(option, environment, file).text(Setting.PORT));
    assertEquals("2", Settings.of(Map.of(), environment, file).text(Setting.PORT));
    assertEquals("3", Settings.of(Map.of(), NONE, file).text(Setting.PORT));
    assertEquals("8080", Settings.of(Map.of(), NONE, NONE).text(Setting.PORT));
  }

  @ParameterizedTest
  @EnumSource(Setting.class)
  void defaultsAreOfTheirKind(Setting setting) throws Exception {
    for (var profile : new boolean[] {false, true}) {
      var usual = setting.usual(profile);
      if (usual.isPresent()) {
        setting.kind().check().look(usual.get());
      }
    }
    assertTrue(setting.help().length() < 110, setting.help());
  }

  @Test
  void namesFollowFromOneAnother() {
    assertEquals("--body-limit", Setting.BODY_LIMIT.option());
    assertEquals("QUIRE_BODY_LIMIT", Setting.BODY_LIMIT.variable());
    assertEquals("body-limit", Setting.BODY_LIMIT.key());
  }

  @Test
  void profileChangesDefaultsButNotWhatIsGiven() throws UsageError {
    var server = settings(Map.of("QUIRE_PROFILE", "server"));
    assertEquals("64mb", server.text(Setting.BODY_LIMIT));
    assertEquals("0", server.text(Setting.SESSIONS_PER_WORKBOOK));
    var given = settings(Map.of("QUIRE_PROFILE", "server", "QUIRE_BODY_LIMIT", "1mb"));
    assertEquals("1mb", given.text(Setting.BODY_LIMIT));
    assertEquals("5mb", settings(NONE).text(Setting.BODY_LIMIT));
  }

  @Test
  void unknownVariableIsNamedWithTheNearest() {
    assertEquals(
        "Unknown environment variable: QUIRE_PROT. Did you mean QUIRE_PORT?",
        complaint(Map.of("QUIRE_PROT", "1"), NONE));
    assertEquals(
        "Unknown environment variable: QUIRE_XYZZY_PLUGH.",
        complaint(Map.of("QUIRE_XYZZY_PLUGH", "1"), NONE));
  }

  @Test
  void unknownKeyIsNamedWithTheNearest() {
    assertEquals(
        "Unknown key in the configuration file: bodylimit. Did you mean body-limit?",
        complaint(NONE, Map.of("bodylimit", "1")));
  }

  @Test
  void variablesOfTheLauncherAndOfOthersAreLeftAlone() throws UsageError {
    var environment =
        Map.of(
            "QUIRE_JAVA_HOME", "/x", "QUIRE_JAVA_OPTS", "-Xmx1g", "QUIRE_CONFIG", "f", "PATH", "p");
    assertEquals("8080", settings(environment).text(Setting.PORT));
  }

  @Test
  void emptyVariableIsNoneAtAll() throws UsageError {
    var settings = settings(Map.of("QUIRE_PORT", "", "QUIRE_DRIVE", ""));
    assertEquals("8080", settings.text(Setting.PORT));
    assertEquals(Optional.empty(), settings.find(Setting.DRIVE));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "QUIRE_PORT|70000|port from 0 to 65535",
        "QUIRE_PORT|-1|port from 0 to 65535",
        "QUIRE_PROFILE|big|one of graph, server",
        "QUIRE_TLS|yes|one of true, false",
        "QUIRE_ISSUER|http://issuer.example|https",
        "QUIRE_ISSUER|nonsense|https",
        "QUIRE_DRAIN|5 parsecs|90s",
        "QUIRE_BODY_LIMIT|5 pages|512kb",
        "QUIRE_SESSIONS_PER_WORKBOOK|many|whole number",
        "QUIRE_GRANT_NAMES|write|write=Files.ReadWrite",
        "QUIRE_AUDIENCE|,|at least one word",
        "QUIRE_HOST|' '|blank",
      })
  void badTextsAreNamedWithWhatTheyMustBe(String variable, String text, String word) {
    var complaint = complaint(Map.of(variable, text), NONE);
    assertTrue(complaint.startsWith(variable + " must"), complaint);
    assertTrue(complaint.contains(word), complaint);
  }
}
