package dev.quire.conformance.surface;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import dev.quire.conformance.fixture.Ask;
import dev.quire.conformance.fixture.BookFile;
import dev.quire.conformance.fixture.Reply;
import dev.quire.conformance.fixture.RichBook;
import dev.quire.conformance.fixture.User;
import dev.quire.conformance.fixture.WorkbookServer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Does what each row of `effects.tsv` says to a fresh workbook and looks what has become of it: at
/// once, and again in the saved file when it is opened as a new workbook.
final class EffectTest {
  @RegisterExtension static final WorkbookServer SERVER = WorkbookServer.graph();
  private static final JsonElement ANY_TEXT = new JsonPrimitive("…");
  private static final byte[] BYTES = RichBook.bytes();
  private static final byte[] FULL = RichBook.full();
  private static final String BETA = "/beta";
  private final User ann = SERVER.user("ann");

  @TestFactory
  Stream<DynamicTest> everyRowHolds() {
    return Effect.all().stream()
        .map(effect ->
            DynamicTest.dynamicTest(
                effect.line() + ": " + effect.covers().getFirst(), () -> check(effect)));
  }

  private void check(Effect effect) {
    BookFile book =
        SERVER.book("Effect" + effect.line() + ".xlsx", effect.onFullBook() ? FULL : BYTES);
    for (Effect.Step step : effect.steps()) {
      Ask ask = Ask.of(step.method(), path(book, step.path()));
      Reply reply = ann.send(step.body().isEmpty() ? ask : ask.json(step.body()));
      boolean isDone = reply.status() >= 200 && reply.status() < 300;
      assertTrue(
          step.status() == 0 ? isDone : reply.status() == step.status(),
          () -> step + " answered " + reply.status() + " " + reply.text());
      assertTrue(reply.status() != 405 || reply.header("allow").isPresent(), step::toString);
    }
    assertReads(effect, book);
    if (effect.changes()) {
      byte[] saved = ann.send(Ask.get(book.item() + "/content")).is(200).body();
      assertReads(effect, SERVER.book("Saved" + effect.line() + ".xlsx", saved));
    }
  }

  private static String path(BookFile book, String below) {
    return below.startsWith(BETA)
        ? book.workbook().replace("/v1.0", BETA) + below.substring(BETA.length())
        : book.workbook() + below;
  }

  private void assertReads(Effect effect, BookFile book) {
    Reply reply = ann.send(Ask.get(path(book, effect.read()))).is(200);
    if (effect.expected().isJsonObject()) {
      assertHas(effect.expected().getAsJsonObject(), reply.json(), reply);
    } else {
      assertEquals(effect.expected(), JsonParser.parseString(reply.text()), reply::text);
    }
  }

  /// The answer may have more members than were expected, its arrays not more elements.
  private static void assertHas(JsonObject expected, JsonObject found, Reply reply) {
    expected
        .entrySet()
        .forEach(entry -> {
          JsonElement member = found.get(entry.getKey());
          assertNotNull(member, () -> entry.getKey() + " is missing in " + reply.text());
          if (!entry.getValue().equals(ANY_TEXT) || !isText(member)) {
            assertSame(entry.getValue(), member, reply);
          }
        });
  }

  private static boolean isText(JsonElement found) {
    return found.isJsonPrimitive() && found.getAsJsonPrimitive().isString();
  }

  private static void assertSame(JsonElement expected, JsonElement found, Reply reply) {
    if (expected.isJsonObject() && found.isJsonObject()) {
      assertHas(expected.getAsJsonObject(), found.getAsJsonObject(), reply);
    } else if (expected.isJsonArray()
        && found.isJsonArray()
        && expected.getAsJsonArray().size() == found.getAsJsonArray().size()) {
      for (int i = 0; i < expected.getAsJsonArray().size(); i++) {
        assertSame(expected.getAsJsonArray().get(i), found.getAsJsonArray().get(i), reply);
      }
    } else {
      assertEquals(expected, found, reply::text);
    }
  }
}
