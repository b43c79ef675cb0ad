package dev.quire.conformance.range;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import dev.quire.conformance.fixture.Ask;
import dev.quire.conformance.fixture.BookFile;
import dev.quire.conformance.fixture.OpenSession;
import dev.quire.conformance.fixture.Reply;
import dev.quire.conformance.fixture.WorkbookServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Consumer;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/// The sheet `Sheet1` of a workbook in a session that is saved when it is closed. Bodies and
/// expected values may have `` ` `` for `"`.
final class SheetOne {
  private final BookFile book;
  private final OpenSession session;

  SheetOne(WorkbookServer server) {
    this.book = server.book();
    this.session = server.user("ann").opens(book).persistent();
  }

  private String sheet(String below) {
    return session.workbook() + "/worksheets/Sheet1" + below;
  }

  private static String range(String address, String below) {
    return "/range(address='%s')%s".formatted(address, below);
  }

  Reply get(String below) {
    return session.send(Ask.get(sheet(below)));
  }

  Reply post(String below, String json) {
    return session.send(Ask.post(sheet(below), json.replace('`', '"')));
  }

  Reply patch(String below, String json) {
    return session.send(Ask.patch(sheet(below), json.replace('`', '"')));
  }

  Reply delete(String below) {
    return session.send(Ask.of("DELETE", sheet(below)));
  }

  Reply getAt(String address, String below) {
    return get(range(address, below));
  }

  Reply postAt(String address, String below, String json) {
    return post(range(address, below), json);
  }

  Reply patchAt(String address, String below, String json) {
    return patch(range(address, below), json);
  }

  /// Sets what cells hold.
  void holds(String address, String values) {
    patchAt(address, "", "{`values`:" + values + "}").is(200);
  }

  /// Asserts a property of an entity, as JSON.
  void shows(String below, String property, String expected) {
    JsonElement found = get(below).is(200).json().get(property);
    assertEquals(
        JsonParser.parseString(expected.replace('`', '"')).toString(),
        String.valueOf(found),
        below + " " + property);
  }

  /// Asserts a property of a range, as JSON.
  void showsAt(String address, String property, String expected) {
    shows(range(address, ""), property, expected);
  }

  /// Closes the session and looks at the file with another program's eyes.
  void saved(Consumer<XSSFSheet> look) {
    session.close().is(204);
    try (var file = new XSSFWorkbook(new ByteArrayInputStream(book.content().get()))) {
      look.accept(file.getSheet("Sheet1"));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /// Closes the session, so that the file is saved, and opens the file anew.
  SheetOne reopened(WorkbookServer server) {
    session.close().is(204);
    return new SheetOne(server, book);
  }

  private SheetOne(WorkbookServer server, BookFile book) {
    this.book = book;
    this.session = server.user("ann").opens(book).persistent();
  }
}
