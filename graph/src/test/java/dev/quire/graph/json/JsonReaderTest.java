package dev.quire.graph.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonReaderTest {
  private static final JsonReader READER = new JsonReader(JsonReader.Limits.DEFAULT);

  @Test
  void treeHasEveryKindOfValue() throws IOException {
    var expected =
        new JsonObject(
            List.of(
                member("values", array(number(1), number(-2.5), new JsonText("x\n\u00fc"))),
                member("flag", new JsonFlag(true)),
                member("none", new JsonNull()),
                member("empty", new JsonObject(List.of()))));
    assertEquals(
        expected,
        read("{\"values\":[1,-2.5,\"x\\n\u00fc\"],\"flag\":true,\"none\":null,\"empty\":{}}"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\r\n\t "})
  void emptyBodyIsNotAValue(String body) throws IOException {
    assertEquals(Optional.empty(), READER.read(stream(body)));
  }

  @Test
  void memberIsFoundInAnyCaseAndTheLastWins() throws IOException {
    var object = (JsonObject) read("{\"content-type\":1,\"x\":2,\"Content-Type\":3}");
    assertEquals(number(3), object.find("CONTENT-TYPE").orElseThrow());
    assertEquals(2, object.members().size());
    assertEquals(Optional.empty(), object.find("y"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "1.0", "1e2", "-0", "12345678901234567890123", "0.10"})
  void numberKeepsItsSpelling(String text) throws IOException {
    assertEquals(text, ((JsonNumber) read(text)).text());
  }

  @Test
  void wholeNumbersAreRecognisedByValue() throws IOException {
    assertTrue(((JsonNumber) read("1e2")).isWhole());
    assertEquals(false, ((JsonNumber) read("1.5")).isWhole());
    assertEquals(false, ((JsonNumber) read("2147483648")).isWhole());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "{ | 1",
        "[1,] | 1",
        "{'a':1} | 1",
        "[1] x | 1",
        "{} {} | 1",
        "NaN | 1",
        "Infinity | 1",
        "1e999 | 1",
        "01 | 1",
        "[1 2] | 1",
        "nul | 1",
        "]| 1"
      })
  void brokenJsonIsRefused(String body, int line) {
    var fault = assertThrows(JsonFault.Malformed.class, () -> read(body));
    assertEquals(line, fault.line());
  }

  @ParameterizedTest
  @ValueSource(strings = {"{", "[NaN]", "[1 /* one */]", "[x]", "{'a':1}"})
  void faultDoesNotTalkOfTheLibrary(String body) {
    var message = assertThrows(JsonFault.Malformed.class, () -> read(body)).getMessage();
    assertFalse(message.matches("(?s).*(`|Feature|Source|Java|REDACTED).*"), message);
    assertTrue(message.length() > "The body is not valid JSON at line 1, column 1: ".length());
  }

  @Test
  void faultNamesLineAndColumn() {
    var fault = assertThrows(JsonFault.Malformed.class, () -> read("{\n \"a\": 1,\n \"b\": x\n}"));
    assertEquals(3, fault.line());
    assertEquals(7, fault.column());
    assertTrue(
        fault.getMessage().startsWith("The body is not valid JSON at line 3, column 7: "),
        fault.getMessage());
  }

  @Test
  void sizeDepthAndNumberOfValuesAreLimited() {
    var reader = new JsonReader(new JsonReader.Limits(100, 10, 3));
    assertThrows(JsonFault.TooLarge.class, () -> reader.read(stream("\"" + "a".repeat(99) + "\"")));
    assertThrows(JsonFault.TooMany.class, () -> reader.read(stream("[1,1,1,1,1,1,1,1,1,1]")));
    assertThrows(JsonFault.TooDeep.class, () -> reader.read(stream("[[[[")));
  }

  @Test
  void limitsThemselvesAreAllowed() throws IOException {
    var reader = new JsonReader(new JsonReader.Limits(100, 10, 3));
    assertTrue(reader.read(stream("\"" + "a".repeat(98) + "\"")).isPresent());
    assertTrue(reader.read(stream("[1,1,1,1,1,1,1,1,1]")).isPresent());
    assertTrue(reader.read(stream("[[{}]]")).isPresent());
  }

  @Test
  void brokenConnectionIsNotTheClientsMistake() {
    var broken = new IOException("reset");
    var body =
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw broken;
          }
        };
    assertSame(broken, assertThrows(IOException.class, () -> READER.read(body)));
  }

  @Test
  void anyBytesAreReadOrRefused() throws IOException {
    var random = new Random(20260804);
    var alphabet = "{}[]\",:0123456789.eE+-truefalsn \\u\u00fc".getBytes(StandardCharsets.UTF_8);
    int read = 0;
    for (int i = 0; i < 20_000; i++) {
      var bytes = new byte[random.nextInt(12)];
      for (int j = 0; j < bytes.length; j++) {
        bytes[j] = alphabet[random.nextInt(alphabet.length)];
      }
      try {
        read += READER.read(new ByteArrayInputStream(bytes)).isPresent() ? 1 : 0;
      } catch (JsonFault fault) {
        assertTrue(fault.getMessage().startsWith("The body "), fault.getMessage());
      }
    }
    assertTrue(read > 100, read + " of them were JSON");
  }

  private static Json read(String body) throws IOException {
    return READER.read(stream(body)).orElseThrow();
  }

  private static InputStream stream(String body) {
    return new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8));
  }

  private static JsonObject.Member member(String name, Json value) {
    return new JsonObject.Member(name, value);
  }

  private static JsonArray array(Json... items) {
    return new JsonArray(List.of(items));
  }

  private static JsonNumber number(double value) {
    return new JsonNumber(value);
  }
}
