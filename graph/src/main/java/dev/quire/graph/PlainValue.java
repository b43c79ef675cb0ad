package dev.quire.graph;

import dev.quire.graph.json.Json;
import dev.quire.graph.json.JsonFlag;
import dev.quire.graph.json.JsonNumber;
import dev.quire.graph.json.JsonOut;
import dev.quire.graph.json.JsonReader;
import dev.quire.graph.json.JsonText;
import dev.quire.graph.resource.BadArgument;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/// The answer to `…/$value`: a single value alone, as text, and nothing for null (OData 4.01 part
/// 1, §11.2.4.1).
final class PlainValue {
  private PlainValue() {}

  /// @param property the name of what has the value, for messages
  /// @param content writes the value
  /// @throws BadArgument when it is an array or an object, which is found out at its first byte
  static Answer of(String property, JsonOut.Content content) throws IOException {
    var written = new Single(property);
    JsonOut.write(written, content);
    Json value =
        new JsonReader(JsonReader.Limits.DEFAULT)
            .read(new ByteArrayInputStream(written.bytes.toByteArray()))
            .orElseThrow(IllegalStateException::new);
    return switch (value) {
      case JsonText(String text) -> text(text);
      case JsonNumber number -> text(number.text());
      case JsonFlag(boolean flag) -> text(Boolean.toString(flag));
      case Json _ -> Answer.noContent();
    };
  }

  private static Answer text(String text) {
    return Answer.text(text).with("Content-Type", "text/plain;charset=utf-8");
  }

  /// Takes the bytes of a single value.
  private static final class Single extends OutputStream {
    private final String property;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    Single(String property) {
      this.property = property;
    }

    @Override
    public void write(int b) {
      write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] part, int from, int length) {
      if (bytes.size() == 0 && length > 0 && (part[from] == '[' || part[from] == '{')) {
        throw new BadArgument("'%s' is no single value, which $value shows.".formatted(property));
      }
      bytes.write(part, from, length);
    }
  }
}
