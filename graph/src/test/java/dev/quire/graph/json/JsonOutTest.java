package dev.quire.graph.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class JsonOutTest {
  @Test
  void membersKeepTheOrderOfTheCaller() throws IOException {
    assertEquals(
        "{\"z\":\"1\",\"a\":2,\"m\":0.5,\"t\":true,\"n\":null,\"v\":[[1,2.5]]}",
        written(out ->
            out.beginObject()
                .text("z", "1")
                .number("a", 2)
                .number("m", 0.5)
                .flag("t", true)
                .nothing("n")
                .name("v")
                .beginArray()
                .beginArray()
                .number(1.0)
                .number(2.5)
                .endArray()
                .endArray()
                .endObject()));
  }

  @Test
  void textIsEscapedAndNotMore() throws IOException {
    assertEquals(
        "\"a\\\"b\\\\c\\n\\u0001</\u00fc\ud83d\ude00\"",
        written(out -> out.text("a\"b\\c\n\u0001</\u00fc\ud83d\ude00")));
  }

  @Test
  void halfASurrogatePairIsReplaced() throws IOException {
    assertEquals(
        "\"a\ufffdb\ufffd\ud83d\ude00\"", written(out -> out.text("a\ud83db\ude00\ud83d\ude00")));
  }

  @Test
  void whatWasReadIsWrittenAsItWas() throws IOException {
    var text = "{\"a\":[1.0,12345678901234567890,\"x\",true,null,{\"b\":[]}]}";
    var read =
        new JsonReader(JsonReader.Limits.DEFAULT)
            .read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)))
            .orElseThrow();
    assertEquals(text, written(out -> out.json(read)));
    assertEquals("[" + text + "]", written(out -> out.beginArray().embed(text).endArray()));
  }

  @Test
  void infinityIsAMistakeOfOurs() {
    assertThrows(
        IllegalArgumentException.class, () -> written(out -> out.number(Double.POSITIVE_INFINITY)));
  }

  @Test
  void bodyIsNotKeptInMemory() throws IOException {
    var largest = new int[1];
    var stream =
        new OutputStream() {
          @Override
          public void write(int b) {}

          @Override
          public void write(byte[] bytes, int offset, int length) {
            largest[0] = Math.max(largest[0], length);
          }
        };
    JsonOut.write(
        stream,
        out -> {
          out.beginArray();
          for (int i = 0; i < 100_000; i++) {
            out.text("some text");
          }
          out.endArray();
        });
    assertEquals(true, largest[0] > 0 && largest[0] < 20_000, largest[0] + " bytes at once");
  }

  @Test
  void brokenConnectionIsReportedAsItIs() {
    var broken = new IOException("reset");
    var stream =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw broken;
          }
        };
    assertSame(
        broken,
        assertThrows(
            IOException.class, () -> JsonOut.write(stream, out -> out.text("a".repeat(100_000)))));
  }

  private static String written(JsonOut.Content content) throws IOException {
    var bytes = new ByteArrayOutputStream();
    JsonOut.write(bytes, content);
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
