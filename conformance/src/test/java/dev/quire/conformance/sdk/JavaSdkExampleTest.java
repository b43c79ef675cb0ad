package dev.quire.conformance.sdk;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.graph.serviceclient.GraphServiceClient;
import dev.quire.app.demo.DemoDrive;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The program that the documentation shows is the one that runs here, as it stands, on the drive
/// that everybody has who starts a server without one.
final class JavaSdkExampleTest {
  private static final Path SOURCE = Path.of("..", "examples", "java-sdk", "WhatIf.java");

  @Test
  void exampleTellsThePaymentAndSavesNothing(@TempDir Path temporary) throws Exception {
    try (var server = SdkServer.start(temporary)) {
      DemoDrive.seed(server.drive());
      Path loan = server.drive().resolve("Loan.xlsx");
      byte[] before = Files.readAllBytes(loan);
      var program = Program.run(temporary, Map.of(), command(server));
      assertEquals(0, program.status(), program.output());
      assertTrue(program.output().contains("1,342.05"), program.output());
      assertArrayEquals(before, Files.readAllBytes(loan));
    }
  }

  @Test
  void exampleAsksForTheSdkThatIsTestedHere() throws Exception {
    var location = GraphServiceClient.class.getProtectionDomain().getCodeSource().getLocation();
    String jar = Path.of(location.toURI()).getFileName().toString();
    String version = jar.replace("microsoft-graph-", "").replace(".jar", "");
    String first = Files.readAllLines(SOURCE).getFirst();
    assertEquals("//DEPS com.microsoft.graph:microsoft-graph:" + version, first);
  }

  private static List<String> command(SdkServer server) {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-cp",
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
        SOURCE.toAbsolutePath().toString(),
        server.url(),
        server.token());
  }
}
