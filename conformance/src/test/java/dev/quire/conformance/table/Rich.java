package dev.quire.conformance.table;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import dev.quire.conformance.fixture.Ask;
import dev.quire.conformance.fixture.BookFile;
import dev.quire.conformance.fixture.Escapes;
import dev.quire.conformance.fixture.Reply;
import dev.quire.conformance.fixture.RichBook;
import dev.quire.conformance.fixture.User;
import dev.quire.conformance.fixture.WorkbookServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.apache.poi.xssf.usermodel.XSSFTable;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/// A fresh copy of [RichBook] and what is done to it.
final class Rich {
  private static final AtomicInteger COUNT = new AtomicInteger();

  private final User user;
  private final BookFile book;

  Rich(WorkbookServer server) {
    user = server.user("ann");
    book = server.book("Rich" + COUNT.incrementAndGet() + ".xlsx", RichBook.bytes());
  }

  BookFile file() {
    return book;
  }

  User user() {
    return user;
  }

  Reply get(String below) {
    return user.send(Ask.get(book.workbook() + below));
  }

  Reply post(String below, String json) {
    return user.send(Ask.post(book.workbook() + below, json.replace('`', '"')));
  }

  Reply patch(String below, String json) {
    return user.send(Ask.patch(book.workbook() + below, json.replace('`', '"')));
  }

  Reply delete(String below) {
    return user.send(Ask.of("DELETE", book.workbook() + below));
  }

  /// The values of a range on the first sheet, as JSON.
  void shows(String address, String values) {
    assertShown("values", address, values);
  }

  /// The formulas of a range on the first sheet, as JSON.
  void computes(String address, String formulas) {
    assertShown("formulas", address, formulas);
  }

  private void assertShown(String property, String address, String expected) {
    String range = "/worksheets/It%27s/range(address='" + Escapes.segment(address) + "')";
    JsonElement found = get(range + "?$select=" + property).is(200).json().get(property);
    assertEquals(
        JsonParser.parseString(expected.replace('`', '"')).toString(), found.toString(), address);
  }

  /// Asks for a property, which has this value, as JSON, both in its thing and alone.
  void tells(String below, String property, String expected) {
    JsonElement wanted = JsonParser.parseString(expected.replace('`', '"'));
    assertEquals(wanted, get(below).is(200).json().get(property), property);
    assertEquals(
        wanted, get(below + "/" + property).is(200).json().get("value"), property + " alone");
  }

  /// A property of all things in a collection, with blanks between them.
  String listed(String below, String property) {
    var values = new ArrayList<String>();
    get(below)
        .is(200)
        .json()
        .getAsJsonArray("value")
        .forEach(each -> values.add(each.getAsJsonObject().get(property).getAsString()));
    return String.join(" ", values);
  }

  /// A property of the table `Sales`, as JSON.
  JsonElement table(String property) {
    return get("/tables/Sales?$select=" + property).is(200).json().get(property);
  }

  /// The file as it can be downloaded, with every change that was acknowledged.
  private byte[] content() {
    return user.send(Ask.get(book.item() + "/content")).is(200).body();
  }

  /// A digest of the file.
  String digest() {
    return Arrays.hashCode(content()) + "";
  }

  /// Looks at the saved file with another program's eyes.
  void saved(Consumer<XSSFWorkbook> look) {
    try (var opened = new XSSFWorkbook(new ByteArrayInputStream(content()))) {
      look.accept(opened);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /// A table of the saved file.
  void savedTable(String name, Consumer<XSSFTable> look) {
    saved(opened -> look.accept(opened.getTable(name)));
  }
}
