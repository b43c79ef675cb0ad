package dev.quire.conformance.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.quire.conformance.fixture.Ask;
import dev.quire.conformance.fixture.BookFile;
import dev.quire.conformance.fixture.User;
import dev.quire.conformance.fixture.WorkbookServer;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// From a seed, RAND and new ids are the same in every run; session ids never are.
final class SeedTest {
  @RegisterExtension
  static final WorkbookServer SERVER =
      WorkbookServer.with(usual -> usual.with(usual.calculation().repeatable(7)));

  private final User ann = SERVER.user("ann");
  private final BookFile book = SERVER.book();

  @BeforeEach
  void needsASnapshot() {
    SERVER.needsToBeAlone();
  }

  private static void orders(String what) {
    SERVER.orders("snapshot", Map.of(what, true));
  }

  private void draw(String cell) {
    ann.send(Ask.patch(book.cell(cell), "{\"formulas\":[[\"=RAND()\"]]}")).is(200);
  }

  /// What is drawn and made, request by request.
  private String story() {
    draw("B1");
    String drawn = ann.reads(book, "B1").getAsString();
    String sheet =
        ann.send(Ask.post(book.workbook() + "/worksheets/add", "{\"name\":\"New\"}"))
            .is(201)
            .member("id");
    return drawn + " " + sheet;
  }

  @Test
  void sameRequestsAreAnsweredTheSameAfterARestore() {
    orders("save");
    orders("restore");
    String first = story();
    orders("restore");
    assertEquals(first, story());
  }

  @Test
  void numbersAndIdsDifferAmongThemselves() {
    String first = story();
    draw("B2");
    assertNotEquals(
        ann.reads(book, "B1").getAsDouble(), ann.reads(book, "B2").getAsDouble(), first);
  }

  @Test
  void sessionIdsAreNotForeseen() {
    orders("save");
    orders("restore");
    String first = ann.opens(book).persistent().id();
    orders("restore");
    assertNotEquals(first, ann.opens(book).persistent().id());
  }
}
