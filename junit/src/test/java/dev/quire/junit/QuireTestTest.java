package dev.quire.junit;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.graph.serviceclient.GraphServiceClient;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/// The extension as its users see it.
@QuireTest(drive = "/books", clock = "2026-03-02T09:00:00Z")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class QuireTestTest {
  @Test
  @Order(1)
  void methodChangesItsOwnDrive(Quire quire) {
    quire.put("Folder/New.xlsx", quire.content("Empty.xlsx"));
    assertTrue(Files.exists(quire.drive().resolve("Folder/New.xlsx")));
    quire.put("Empty.xlsx", new byte[1]);
  }

  @Test
  @Order(2)
  void nextMethodFindsTheDriveAsItWas(Quire quire) {
    assertFalse(Files.exists(quire.drive().resolve("Folder")));
    assertTrue(quire.content("Empty.xlsx").length > 1);
  }

  @Test
  void clockStandsStillUntilItIsMoved(Quire quire) {
    assertEquals(Instant.parse("2026-03-02T09:00:00Z"), quire.now());
    quire.advance(Duration.ofMinutes(6));
    assertEquals(Instant.parse("2026-03-02T09:06:00Z"), quire.now());
  }

  @Test
  void everyRunDrawsTheSameNumbers(Quire quire) throws Exception {
    try (Quire again = Quire.start(QuireTestTest.class.getAnnotation(QuireTest.class))) {
      assertEquals(drawn(quire), drawn(again));
    }
  }

  private static String drawn(Quire quire) throws Exception {
    try (HttpClient client = HttpClient.newHttpClient()) {
      URI rand = quire.url().resolve("/v1.0/me/drive/root:/Empty.xlsx:/workbook/functions/rand");
      String answer =
          client
              .send(
                  HttpRequest.newBuilder(rand)
                      .header("Authorization", "Bearer " + quire.token())
                      .POST(BodyPublishers.noBody())
                      .build(),
                  BodyHandlers.ofString())
              .body();
      String value = answer.substring(answer.indexOf("\"value\":"));
      assertTrue(value.startsWith("\"value\":0."), answer);
      return value;
    }
  }

  @Test
  void sdkIsSignedIn(GraphServiceClient graph) {
    var drive = requireNonNull(graph.me().drive().get());
    assertEquals("business", drive.getDriveType());
  }

  @Test
  void everybodyHasATokenOfTheirOwn(Quire quire) {
    var tokens =
        Set.of(
            quire.token(),
            quire.token("ann", "Files.Read"),
            quire.personalToken("ann"),
            quire.applicationToken("robot"));
    assertEquals(4, new HashSet<>(tokens).size());
  }

  @Test
  void fileOutsideTheDriveIsRefused(Quire quire) {
    assertThrows(IllegalArgumentException.class, () -> quire.put("../Out.xlsx", new byte[0]));
  }

  @Test
  void faultThatDoesNotExistIsRefused(Quire quire) {
    assertThrows(IllegalArgumentException.class, () -> quire.fault("418", 1, ""));
    quire.fault("503", 1, "/content");
    assertThrows(IllegalStateException.class, () -> quire.content("Empty.xlsx"));
    assertTrue(quire.content("Empty.xlsx").length > 0);
    quire.fault("503", 1, "/content");
    quire.clearFaults();
    assertTrue(quire.content("Empty.xlsx").length > 0);
  }

  @Nested
  final class ANestedClass {
    @Test
    void hasTheServerOfItsOuterClass(Quire quire) {
      assertTrue(quire.content("Empty.xlsx").length > 0);
    }
  }
}
