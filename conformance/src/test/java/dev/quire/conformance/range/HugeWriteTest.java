package dev.quire.conformance.range;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.quire.conformance.fixture.Ask;
import dev.quire.conformance.fixture.OpenSession;
import dev.quire.conformance.fixture.Reply;
import dev.quire.conformance.fixture.User;
import dev.quire.conformance.fixture.WorkbookServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Small requests that ask for very much.
final class HugeWriteTest {
  @RegisterExtension static final WorkbookServer SERVER = WorkbookServer.graph();

  private final User ann = SERVER.user("ann");
  private final OpenSession session = ann.opens(SERVER.book()).nonPersistent();

  private Reply write(String address, String json) {
    String range = "/worksheets/Sheet1/range(address='%s')".formatted(address);
    return session.send(Ask.patch(session.workbook() + range, json));
  }

  @Test
  void writeWhoseAnswerIsTooLargeChangesNothing() {
    String before = session.read("A1").text();
    write("A1:CV2000", "{\"values\":\"x\"}")
        .refuses(400, "ResponsePayloadSizeLimitExceeded", "responsePayloadSizeLimitExceeded");
    assertEquals(before, session.read("A1").text());
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"values\":\"x\"}", "{\"values\":[[\"x\"]]}", "{\"formulas\":[[1]]}"})
  void oneValueForBillionsOfCellsIsRefused(String json) {
    write("A1:XFC1048575", json).refuses(400, "RangeExceedsLimit", "rangeExceedsLimit");
  }
}
