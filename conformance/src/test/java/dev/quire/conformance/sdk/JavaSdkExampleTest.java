package dev.quire.conformance.sdk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.graph.serviceclient.GraphServiceClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The program that the documentation shows is the one that runs here, as it stands.
final class JavaSdkExampleTest extends SdkCase {
  private static final Path SOURCE = Path.of("..", "examples", "java-sdk", "WhatIf.java");

  @Test
  void exampleTellsThePaymentAndSavesNothing(@TempDir Path temporary) throws Exception {
    server.put("Loan.xlsx", SdkBooks.loan());
    var program =
        Program.run(
            temporary,
            Map.of(),
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty(
                    "surefire.test.class.path", System.getProperty("java.class.path")),
                SOURCE.toAbsolutePath().toString(),
                server.url(),
                server.token()));
    assertEquals(0, program.status(), program.output());
    assertTrue(program.output().contains("1342.05"), program.output());
    var rate =
        sdk.book("Loan.xlsx").worksheets().byWorkbookWorksheetId("Loan").rangeWithAddress("B5");
    assertEquals(List.of(List.of(0.0425)), Grids.rows(rate.get().getValues()));
  }

  @Test
  void exampleAsksForTheSdkThatIsTestedHere() throws Exception {
    var location = GraphServiceClient.class.getProtectionDomain().getCodeSource().getLocation();
    String jar = Path.of(location.toURI()).getFileName().toString();
    String version = jar.replace("microsoft-graph-", "").replace(".jar", "");
    String first = Files.readAllLines(SOURCE).getFirst();
    assertEquals("//DEPS com.microsoft.graph:microsoft-graph:" + version, first);
  }
}
