package dev.quire.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.quire.app.setting.Setting;
import dev.quire.app.setting.Settings;
import dev.quire.app.setting.Use;
import dev.quire.engine.recalc.CalculationEnvironment;
import dev.quire.engine.ref.Area;
import dev.quire.engine.value.NumberValue;
import dev.quire.graph.gate.Caller;
import dev.quire.graph.gate.Caller.Account;
import dev.quire.graph.gate.TokenVerifier.TokenRefused;
import dev.quire.ooxml.XlsxFile;
import dev.quire.ooxml.guard.XlsxLimits;
import dev.quire.server.QuireServer;
import dev.quire.server.data.DataFolder;
import dev.quire.server.token.DevelopmentIssuer;
import dev.quire.workbook.CellGrid;
import dev.quire.workbook.Edit;
import dev.quire.workbook.Entry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Commands as somebody types them, in surroundings of their own.
final class CommandLinesTest {
  private static final InstantSource CLOCK = InstantSource.system();

  @TempDir private Path home;
  private final Map<String, String> environment = new HashMap<>();
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  private int run(String... arguments) {
    out.reset();
    err.reset();
    var shell = new Shell(environment, home, print(out), print(err), CLOCK);
    return new CommandLines(shell).run(arguments);
  }

  private static PrintStream print(ByteArrayOutputStream bytes) {
    return new PrintStream(bytes, true, StandardCharsets.UTF_8);
  }

  private String said() {
    return out.toString(StandardCharsets.UTF_8);
  }

  private String complained() {
    return err.toString(StandardCharsets.UTF_8);
  }

  private Path usualData() {
    return home.resolve(".local/share/quire");
  }

  private Caller caller(Path data, InstantSource clock) throws IOException, TokenRefused {
    var issuer = DevelopmentIssuer.open(new DataFolder(data), clock);
    return issuer.verifier().verify(said().strip());
  }

  private QuireServer serve(Path data) throws Exception {
    var options = Map.of(Setting.DATA, data.toString(), Setting.PORT, "0");
    var shell = new Shell(environment, home, print(out), print(err), CLOCK);
    var config = Config.of(Settings.of(options, environment, Map.of()), shell);
    return ServeCommand.start(config, ServeCommand.drive(config));
  }

  @Test
  void tokenPrintsATokenAndNothingElse() throws Exception {
    assertEquals(0, run("token"));
    assertTrue(said().matches("[\\w-]+\\.[\\w-]+\\.[\\w-]+\\R"), said());
    assertEquals("", complained());
    var caller = caller(usualData(), CLOCK);
    assertEquals("developer", caller.userName());
    assertEquals(Set.of("Files.ReadWrite"), caller.grants());
  }

  @Test
  void tokenIsAsOrdered() throws Exception {
    var data = home.resolve("my data");
    var scopes = "Files.Read Sites.Read.All";
    assertEquals(
        0, run("token", "--user", "ann", "--scopes", scopes, "--personal", "--data", "" + data));
    var caller = caller(data, CLOCK);
    assertEquals("ann", caller.userName());
    assertEquals(Account.PERSONAL, caller.account());
    assertEquals(Set.of("Files.Read", "Sites.Read.All"), caller.grants());
    assertEquals(0, run("token", "--app", "--data", "" + data));
    assertEquals(Account.APPLICATION, caller(data, CLOCK).account());
  }

  @Test
  void tokenFollowsTheClockOfTheRunningServer() throws Exception {
    try (var server = serve(usualData())) {
      assertEquals(0, run("clock", "+2d"));
      assertEquals(0, run("token", "--ttl", "5m"));
      var then = InstantSource.fixed(Instant.now().plus(Duration.ofDays(2)));
      assertEquals("developer", caller(usualData(), then).userName());
      assertTrue(server.port() > 0);
    }
  }

  @Test
  void senselessTokensAreRefused() {
    assertEquals(2, run("token", "--app", "--personal"));
    assertEquals(2, run("token", "--ttl", "0s"));
    assertTrue(complained().contains("must live"), complained());
  }

  @Test
  void clockFindsTheServerByItsDataOrByItsPort() throws Exception {
    try (var server = serve(usualData())) {
      assertEquals(0, run("clock", "now"));
      assertTrue(said().contains("PT0S ahead"), said());
      assertEquals(0, run("clock", "+6m", "--port", "" + server.port()));
      assertTrue(said().contains("PT6M ahead"), said());
      assertEquals(0, run("clock", "reset"));
      assertTrue(said().contains("PT0S ahead"), said());
    }
  }

  @Test
  void clockWithoutAServerSaysSo() {
    assertEquals(2, run("clock", "+6m"));
    assertTrue(complained().contains("No server runs on the data folder"), complained());
    assertEquals(1, run("clock", "+6m", "--port", "1"));
    assertTrue(complained().contains("No server answers at http://127.0.0.1:1"), complained());
  }

  @Test
  void clockNeedsAChangeThatMakesSense() {
    assertEquals(2, run("clock"));
    assertEquals(2, run("clock", "6m"));
    assertEquals(2, run("clock", "+6x"));
    assertTrue(complained().contains("90s"), complained());
  }

  @Test
  void dataOfOthersCannotControlTheServer() throws Exception {
    try (var server = serve(usualData())) {
      var port = "" + server.port();
      assertEquals(1, run("clock", "+6m", "--port", port, "--data", "" + home.resolve("other")));
      assertTrue(complained().contains("refused"), complained());
    }
  }

  @Test
  void settingsComeFromTheEnvironmentAndTheFile() throws Exception {
    environment.put("QUIRE_USER", "eve");
    assertEquals(0, run("token"));
    assertEquals("eve", caller(usualData(), CLOCK).userName());
    Files.createDirectories(home.resolve(".config/quire"));
    Files.writeString(home.resolve(".config/quire/quire.properties"), "scopes = Files.Read\n");
    assertEquals(0, run("token", "--user", "ann"));
    assertEquals("ann", caller(usualData(), CLOCK).userName());
    assertEquals(Set.of("Files.Read"), caller(usualData(), CLOCK).grants());
    environment.put("XDG_CONFIG_HOME", "" + home.resolve("nowhere"));
    assertEquals(0, run("token"));
    assertEquals(Set.of("Files.ReadWrite"), caller(usualData(), CLOCK).grants());
  }

  @Test
  void fileThatIsNamedMustExist() {
    assertEquals(2, run("token", "--config", "" + home.resolve("missing.properties")));
    assertTrue(complained().contains("missing.properties"), complained());
    environment.put("QUIRE_CONFIG", "" + home.resolve("absent.properties"));
    assertEquals(2, run("token"));
    assertTrue(complained().contains("absent.properties"), complained());
  }

  @Test
  void unknownOptionsAndCommandsAreNamedWithTheNearest() {
    assertEquals(2, run("serve", "--prot=3"));
    assertTrue(complained().contains("--prot. Did you mean --port?"), complained());
    assertEquals(2, run("tokn"));
    assertTrue(complained().contains("tokn. Did you mean token?"), complained());
    assertEquals(2, run());
    assertTrue(complained().contains("Usage: quire"), complained());
  }

  @Test
  void helpListsEverySettingOfACommand() {
    assertEquals(0, run("serve", "--help"));
    for (var setting : Setting.values()) {
      var listed = said().matches("(?s).*" + setting.option() + "(=|\\[=).*");
      assertEquals(setting.isFor(Use.SERVE), listed, setting.option());
    }
    assertEquals(0, run("--help"));
    assertTrue(said().contains("serve") && !said().contains("warm-up"), said());
    assertEquals(0, run("token", "-h"));
    assertTrue(said().contains("--ttl"), said());
  }

  @Test
  void versionIsTheOneThatWasBuilt() {
    assertEquals(0, run("--version"));
    assertTrue(said().matches("quire \\d+\\.\\d+.*\\R"), said());
  }

  @Test
  void serveRefusesSettingsThatContradictOneAnother() {
    assertEquals(2, run("serve", "--issuer", "https://issuer.example"));
    assertTrue(complained().contains("--audience"), complained());
    assertEquals(
        2, run("serve", "--auth", "none", "--issuer", "https://issuer.example", "--audience", "a"));
    assertEquals(1, run("serve", "--host", "0.0.0.0", "--auth", "none"));
    assertTrue(complained().contains("only while listening on loopback"), complained());
  }

  @Test
  void serveRefusesADriveThatIsNotThere() {
    assertEquals(2, run("serve", "--drive", "" + home.resolve("nowhere")));
    assertTrue(complained().contains("no folder"), complained());
  }

  @Test
  void filesAreComparedPartByPartAndCellByCell() throws IOException {
    var file = Files.write(home.resolve("One.xlsx"), XlsxFile.blank()).toString();
    var other = Files.write(home.resolve("Other.xlsx"), changed(XlsxFile.blank())).toString();
    assertEquals(0, run("diff", file, file));
    assertEquals(1, run("diff", file, other));
    assertTrue(said().contains("1 cells of Sheet1"), said());
    assertEquals(2, run("diff", file, home.resolve("None.xlsx").toString()));
    assertTrue(complained().contains("None.xlsx"), complained());
    assertEquals(2, run("diff", file));
  }

  private static byte[] changed(byte[] bytes) {
    var environment = CalculationEnvironment.TIMELESS;
    var file = XlsxFile.open(bytes, XlsxLimits.DEFAULT, environment);
    CellGrid<Entry> five = CellGrid.filled(new Entry.Constant(new NumberValue(5)));
    var edit = new Edit.WriteCells(0, Area.cell(0, 0), Optional.empty(), Optional.of(five));
    var book = file.workbook().apply(edit, environment).workbook();
    return file.save(book, Instant.EPOCH).bytes();
  }
}
