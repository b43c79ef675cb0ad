package dev.quire.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The launcher at the root of the repository, between a JDK and a build that only pretend.
final class LauncherTest {
  private static final Path LAUNCHER = Path.of("../quire");

  @TempDir private Path folder;
  private Path home;
  private Path jdk;
  private final Map<String, String> environment = new HashMap<>();

  private record Reply(int exitCode, String out, String err) {}

  @BeforeEach
  void layOut() throws IOException {
    home = Files.createDirectories(folder.resolve("a home"));
    Files.copy(LAUNCHER, home.resolve("quire"));
    Files.createDirectories(home.resolve("app/src/main"));
    Files.writeString(home.resolve("app/pom.xml"), "");
    Files.writeString(home.resolve("pom.xml"), "");
    script(
        home.resolve("mvnw"),
        "echo \"mvnw $*\" >>calls",
        "mkdir -p app/target/quire/lib",
        "echo jar >app/target/quire/lib/x.jar");
    jdk = jdk("a jdk", "JAVA_VERSION=\"25.0.3\"");
    environment.put("QUIRE_JAVA_HOME", jdk.toString());
  }

  private Path jdk(String name, String release) throws IOException {
    var jdk = folder.resolve(name);
    Files.createDirectories(jdk.resolve("bin"));
    Files.writeString(jdk.resolve("release"), "IMPLEMENTOR=\"X\"\n" + release + "\n");
    script(
        jdk.resolve("bin/java"),
        "for word in \"$@\"; do",
        "  case $word in -XX:AOTCacheOutput=*) echo cache >\"${word#*=}\" ;; esac",
        "done",
        "printf '%s\\n' \"$@\"");
    script(jdk.resolve("bin/javac"), "exit 1");
    return jdk;
  }

  private static void script(Path file, String... lines) throws IOException {
    Files.writeString(file, "#!/bin/sh\n" + String.join("\n", lines) + "\n");
    assertTrue(file.toFile().setExecutable(true));
  }

  private Reply run(String... arguments) throws IOException, InterruptedException {
    return runAs(home.resolve("quire"), arguments);
  }

  private Reply runAs(Path launcher, String... arguments) throws IOException, InterruptedException {
    var words = new ArrayList<>(List.of("sh", launcher.toString()));
    words.addAll(List.of(arguments));
    var out = folder.resolve("out");
    var err = folder.resolve("err");
    var process =
        new ProcessBuilder(words)
            .directory(folder.toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile());
    process.environment().keySet().removeIf(name -> name.startsWith("QUIRE_"));
    process.environment().putAll(environment);
    var running = process.start();
    assertTrue(running.waitFor(60, TimeUnit.SECONDS));
    return new Reply(running.exitValue(), Files.readString(out), Files.readString(err));
  }

  private List<String> builds() throws IOException {
    var calls = home.resolve("calls");
    return Files.exists(calls) ? Files.readAllLines(calls, StandardCharsets.UTF_8) : List.of();
  }

  @Test
  void firstRunBuildsOthersDoNot() throws Exception {
    var first = run("token", "--user", "a b");
    assertEquals(0, first.exitCode(), first.err());
    assertTrue(first.err().contains("building"), first.err());
    assertTrue(first.out().endsWith("token\n--user\na b\n"), first.out());
    assertTrue(first.out().contains("-XX:AOTCache=" + home), first.out());
    var second = run("token");
    assertEquals("", second.err());
    assertEquals(1, builds().size());
  }

  @Test
  void newerSourceIsBuilt() throws Exception {
    run("token");
    var source = home.resolve("app/src/main/New.java");
    Files.writeString(source, "");
    Files.setLastModifiedTime(source, FileTime.from(Instant.now().plusSeconds(5)));
    run("token");
    assertEquals(2, builds().size());
  }

  @Test
  void failedBuildStopsAndIsTriedAgain() throws Exception {
    script(home.resolve("mvnw"), "echo broken >&2", "exit 1");
    for (var round = 0; round < 2; round++) {
      var reply = run("token");
      assertEquals(1, reply.exitCode());
      assertTrue(reply.err().contains("broken"), reply.err());
      assertTrue(reply.err().contains("the build failed"), reply.err());
    }
    assertFalse(Files.exists(home.resolve(".quire-build")), "the lock is left");
  }

  @Test
  void otherJdkGetsACacheOfItsOwn() throws Exception {
    run("token");
    environment.put("QUIRE_JAVA_HOME", jdk("another jdk", "JAVA_VERSION=\"26\"").toString());
    var reply = run("token");
    assertTrue(reply.err().contains("preparing"), reply.err());
    assertEquals(1, builds().size());
  }

  @Test
  void runsWithoutACacheWhenNoneCanBeMade() throws Exception {
    script(
        jdk.resolve("bin/java"), "printf '%s\\n' \"$@\"", "case $* in *warm-up*) exit 1 ;; esac");
    var first = run("token");
    assertEquals(0, first.exitCode(), first.err());
    assertTrue(first.err().contains("starts will be slower"), first.err());
    assertFalse(first.out().contains("AOTCache"), first.out());
    assertEquals("", run("token").err());
  }

  @Test
  void runsThroughASymbolicLink() throws Exception {
    var links = Files.createDirectories(folder.resolve("bin"));
    Files.createSymbolicLink(links.resolve("q1"), Path.of("../a home/quire"));
    var link = Files.createSymbolicLink(links.resolve("q2"), Path.of("q1"));
    var reply = runAs(link, "--version");
    assertEquals(0, reply.exitCode(), reply.err());
    assertTrue(reply.out().contains(home + "/app/target/quire/lib"), reply.out());
  }

  @Test
  void testRunsTheWholeSuiteWithTheJdkThatWasFound() throws Exception {
    script(home.resolve("mvnw"), "echo \"$JAVA_HOME $PWD $*\"");
    assertEquals(jdk + " " + home + " -B verify\n", run("test", "-B").out());
  }

  @Test
  void moreOptionsReachTheVirtualMachine() throws Exception {
    environment.put("QUIRE_JAVA_OPTS", "-Xmx1g -Da=b");
    assertTrue(run("token").out().contains("\n-Xmx1g\n-Da=b\n"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"JAVA_VERSION=\"24.0.2\"", "JAVA_VERSION=\"1.8.0_401\"", "X=\"25\""})
  void olderJdkIsRefused(String release) throws Exception {
    environment.put("QUIRE_JAVA_HOME", jdk("old", release).toString());
    var reply = run("token");
    assertEquals(3, reply.exitCode());
    assertTrue(reply.err().contains("QUIRE_JAVA_HOME is no JDK 25"), reply.err());
  }

  @ParameterizedTest
  @ValueSource(strings = {"JAVA_VERSION=\"25\"", "JAVA_VERSION=\"25-ea\"", "JAVA_VERSION=26.0.1"})
  void newerJdkIsTaken(String release) throws Exception {
    environment.put("QUIRE_JAVA_HOME", jdk("new", release).toString());
    assertEquals(0, run("token").exitCode());
  }

  @Test
  void runtimeWithoutCompilerIsRefused() throws Exception {
    Files.delete(jdk.resolve("bin/javac"));
    assertEquals(3, run("token").exitCode());
  }

  @Test
  void javaHomeCountsWhenItIsNewEnough() throws Exception {
    environment.remove("QUIRE_JAVA_HOME");
    environment.put("JAVA_HOME", jdk.toString());
    var reply = run("token");
    assertEquals(0, reply.exitCode(), reply.err());
    assertTrue(reply.out().endsWith("token\n"), reply.out());
  }
}
