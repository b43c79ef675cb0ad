package dev.quire.conformance.drive;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.quire.conformance.fixture.Ask;
import dev.quire.conformance.fixture.BookFile;
import dev.quire.conformance.fixture.Samples;
import dev.quire.conformance.fixture.User;
import dev.quire.conformance.fixture.WorkbookServer;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The root folder of a drive, and what is said about items by name.
final class RootItemTest {
  @RegisterExtension static final WorkbookServer SERVER = WorkbookServer.graph();

  private final User ann = SERVER.user("ann");

  @ParameterizedTest
  @ValueSource(strings = {"/v1.0/me/drive/root", "/v1.0/me/drive/items/root"})
  void rootCannotBeDeleted(String address) {
    BookFile book = SERVER.book();
    ann.send(Ask.of("DELETE", address)).is(405);
    assertTrue(Files.exists(SERVER.drive().resolve(book.path())));
  }

  @Test
  void errorsLeaveNamesAsTheyAre() {
    byte[] book = Samples.small();
    SERVER.book("small.d/taken.xlsx", book);
    String message = ann.send(Ask.put("/v1.0/me/drive/root:/small.d:/content", book)).message();
    assertTrue(message.contains("small.d"), message);
  }
}
