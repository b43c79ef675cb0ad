package dev.quire.graph;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.quire.graph.Notifier.Patience;
import dev.quire.graph.gate.Courier;
import dev.quire.store.MemoryDrive;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What becomes of notifications that nobody takes.
final class NotifierTest {
  private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
  private static final String CHANGES = "https://hooks.example.com/changes";
  private static final String LIFE = "https://hooks.example.com/life";
  private static final int TRIES = 3;

  private final MemoryDrive drive = new MemoryDrive(() -> NOW);
  private final List<String> sent = new ArrayList<>();
  private final Courier courier =
      new Courier() {
        @Override
        public Optional<String> refusal(String address) {
          return Optional.empty();
        }

        @Override
        public Receipt post(String address, String mediaType, byte[] body) throws IOException {
          sent.add(address + " " + new String(body, UTF_8));
          if (address.equals(CHANGES)) {
            throw new IOException("nobody is there");
          }
          return new Receipt(202, "");
        }
      };
  private final Notifier notifier =
      new Notifier(
          courier,
          () -> NOW,
          Runnable::run,
          new Patience(TRIES, Duration.ofMillis(1), Duration.ofMillis(2)));

  private void subscribes(String lifecycleUrl) {
    new Subscription(
            "5f8b9d27-ed4f-317d-81c9-8a81a53cc4b4",
            new Term(NOW, NOW.plusSeconds(3600)),
            "ann",
            "me/drive/root",
            "",
            CHANGES,
            lifecycleUrl,
            "")
        .keep(drive);
  }

  private void somethingChanges() {
    String item =
        drive.create(drive.root().id(), "Book.xlsx", new ByteArrayInputStream(new byte[] {1})).id();
    notifier.changed("b!drive", drive, item);
  }

  @Test
  void changeThatWasGivenUpIsToldToBeMissed() {
    subscribes(LIFE);
    somethingChanges();
    assertEquals(TRIES + 1, sent.size());
    assertTrue(sent.getLast().startsWith(LIFE), sent.getLast());
    assertTrue(sent.getLast().contains("\"lifecycleEvent\":\"missed\""), sent.getLast());
  }

  @Test
  void nobodyIsToldWhoDoesNotWantToKnow() {
    subscribes("");
    somethingChanges();
    assertEquals(TRIES, sent.size());
  }
}
