package dev.quire.conformance.sdk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Runs the suites of `conformance/js`, the published JavaScript clients against a server in this
/// process. That client keeps its token to itself unless the connection is encrypted, so there is a
/// server that asks for no token and one with TLS.
final class JavaScriptSdkTest {
  private static final Path SOURCES = Path.of("js").toAbsolutePath();
  private static final Path WORK = Path.of("target", "js").toAbsolutePath();

  /// npm writes this file when all packages are there.
  private static final Path INSTALLED = WORK.resolve("node_modules").resolve(".package-lock.json");

  private static final String HINT =
      "The JavaScript client was NOT tested, since there is no node or no npm on the PATH."
          + " Install Node.js 18 or newer, then: ./quire test -pl conformance -am"
          + " -Dtest=JavaScriptSdkTest -Dsurefire.failIfNoSpecifiedTests=false";

  private static final Pattern PASSED = Pattern.compile("(?m)^# pass (\\d+)$");

  @BeforeAll
  static void install() throws Exception {
    Optional<Path> npm = onPath("npm");
    announce(npm.isPresent() && onPath("node").isPresent());
    Files.createDirectories(WORK);
    Path lock = SOURCES.resolve("package-lock.json");
    Path locked = WORK.resolve("package-lock.json");
    boolean installed =
        Files.exists(INSTALLED) && Files.exists(locked) && Files.mismatch(lock, locked) < 0;
    for (String name :
        List.of("package.json", "package-lock.json", "sdk.test.mjs", "msgraph.test.mjs")) {
      Files.copy(SOURCES.resolve(name), WORK.resolve(name), StandardCopyOption.REPLACE_EXISTING);
    }
    if (!installed) {
      var command = List.of(npm.orElseThrow().toString(), "ci", "--no-audit", "--no-fund");
      var installing = Program.run(WORK, Map.of(), command);
      assertEquals(0, installing.status(), installing.output());
    }
  }

  @Test
  void clientWorksOverHttpWithoutAToken(@TempDir Path folder) throws Exception {
    try (var server = SdkServer.startWithoutTokens(folder)) {
      runSuite(server, Map.of());
    }
  }

  @Test
  void clientWorksOverTlsWithAToken(@TempDir Path folder) throws Exception {
    try (var server = SdkServer.startWithTls(folder)) {
      String authority = server.authorityFile().orElseThrow().toString();
      runSuite(server, Map.of("QUIRE_TOKEN", server.token(), "NODE_EXTRA_CA_CERTS", authority));
    }
  }

  private static void runSuite(SdkServer server, Map<String, String> more) throws Exception {
    for (String file : List.of("sdk.test.mjs", "msgraph.test.mjs")) {
      server.put("folder a/Book.xlsx", SdkBooks.book());
      run(file, server, more);
    }
  }

  private static void run(String file, SdkServer server, Map<String, String> more)
      throws Exception {
    Map<String, String> environment = new HashMap<>(more);
    environment.put("QUIRE_URL", server.url());
    var suite =
        Program.run(
            WORK,
            environment,
            List.of(
                onPath("node").orElseThrow().toString(), "--test", "--test-reporter=tap", file));
    assertEquals(0, suite.status(), suite.output());
    var passed = PASSED.matcher(suite.output());
    assertTrue(passed.find() && Integer.parseInt(passed.group(1)) > 0, suite.output());
  }

  /// A test that is left out is easily overlooked, so this is said where everybody looks.
  @SuppressWarnings("SystemOut")
  private static void announce(boolean runs) {
    if (!runs) {
      System.out.println(HINT);
    }
    assumeTrue(runs, HINT);
  }

  private static Optional<Path> onPath(String program) {
    var folders = System.getenv().getOrDefault("PATH", "").split(File.pathSeparator);
    return Arrays.stream(folders)
        .flatMap(folder -> Stream.of("", ".exe", ".cmd").map(end -> Path.of(folder, program + end)))
        .filter(Files::isExecutable)
        .findFirst();
  }
}
