package dev.quire.graph.json;

import java.io.IOException;
import java.io.OutputStream;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.json.JsonFactory;

/// Writes one JSON value to a stream as it is told, in UTF-8, without keeping more than a buffer of
/// it. The order of members is the caller's. Calls that do not make JSON (a name outside an object)
/// are mistakes of ours, and throw unchecked.
public final class JsonOut {
  private static final TokenStreamFactory FACTORY =
      JsonFactory.builder()
          .disable(StreamWriteFeature.AUTO_CLOSE_TARGET, StreamWriteFeature.FLUSH_PASSED_TO_STREAM)
          .disable(StreamWriteFeature.AUTO_CLOSE_CONTENT)
          .build();

  private static final String ABOUT = "@odata.";

  private final JsonGenerator generator;
  private final Detail detail;
  private final char[] digits = new char[NumberText.LONGEST];

  /// Something that knows how to write itself.
  @FunctionalInterface
  public interface Content {
    /// Writes exactly one value.
    void writeTo(JsonOut out);
  }

  private JsonOut(JsonGenerator generator, Detail detail) {
    this.generator = generator;
    this.detail = detail;
  }

  /// Writes a value to a stream, which is neither flushed nor closed.
  ///
  /// @throws IOException when the stream does not take it
  public static void write(OutputStream stream, Content content) throws IOException {
    write(stream, Detail.MINIMAL, content);
  }

  /// Writes a value to a stream without what the reader does not want to know.
  ///
  /// @throws IOException when the stream does not take it
  public static void write(OutputStream stream, Detail detail, Content content) throws IOException {
    try (var generator = FACTORY.createGenerator(ObjectWriteContext.empty(), stream)) {
      content.writeTo(new JsonOut(generator, detail));
    } catch (JacksonIOException e) {
      throw e.getCause() instanceof IOException cause ? cause : new IOException(e);
    }
  }

  /// Begins an object.
  public JsonOut beginObject() {
    generator.writeStartObject();
    return this;
  }

  /// Ends an object.
  public JsonOut endObject() {
    generator.writeEndObject();
    return this;
  }

  /// Begins an array.
  public JsonOut beginArray() {
    generator.writeStartArray();
    return this;
  }

  /// Ends an array.
  public JsonOut endArray() {
    generator.writeEndArray();
    return this;
  }

  /// The name of a member; its value comes next.
  public JsonOut name(String name) {
    generator.writeName(name);
    return this;
  }

  /// Text. Halves of surrogate pairs, which UTF-8 cannot carry, become U+FFFD.
  public JsonOut text(String text) {
    generator.writeString(wellFormed(text));
    return this;
  }

  /// A whole number.
  public JsonOut number(long number) {
    generator.writeNumber(number);
    return this;
  }

  /// A number: whole ones without a fraction, others in the shortest form that reads back the same.
  ///
  /// @throws IllegalArgumentException when it is infinite or NaN
  public JsonOut number(double number) {
    if (NumberText.isWhole(number)) {
      generator.writeNumber((long) number);
    } else {
      generator.writeNumber(digits, 0, NumberText.write(number, digits));
    }
    return this;
  }

  /// True or false.
  public JsonOut flag(boolean flag) {
    generator.writeBoolean(flag);
    return this;
  }

  /// The word `null`.
  public JsonOut nothing() {
    generator.writeNull();
    return this;
  }

  /// A member with text. What an answer says about itself (`@odata.…`) is left out where the reader
  /// does not want it.
  public JsonOut text(String name, String text) {
    return detail == Detail.NONE && name.startsWith(ABOUT) ? this : name(name).text(text);
  }

  /// A member with a whole number.
  public JsonOut number(String name, long number) {
    return name(name).number(number);
  }

  /// A member with a number.
  public JsonOut number(String name, double number) {
    return name(name).number(number);
  }

  /// A member that is true or false.
  public JsonOut flag(String name, boolean flag) {
    return name(name).flag(flag);
  }

  /// A member that is null.
  public JsonOut nothing(String name) {
    return name(name).nothing();
  }

  /// A value that was read, numbers as the client wrote them.
  public JsonOut json(Json value) {
    switch (value) {
      case JsonObject object -> object(object);
      case JsonArray array -> array(array);
      case JsonText text -> text(text.text());
      case JsonNumber number -> generator.writeNumber(number.text());
      case JsonFlag flag -> flag(flag.flag());
      case JsonNull _ -> nothing();
    }
    return this;
  }

  /// A value that is JSON text already, such as an answer inside a batch. It is not checked.
  public JsonOut embed(String json) {
    generator.writeRawValue(json);
    return this;
  }

  private void object(JsonObject object) {
    beginObject();
    for (var member : object.members()) {
      name(wellFormed(member.name())).json(member.value());
    }
    endObject();
  }

  private void array(JsonArray array) {
    beginArray();
    array.items().forEach(this::json);
    endArray();
  }

  private static String wellFormed(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isSurrogate(text.charAt(i))) {
        return Surrogates.paired(text);
      }
    }
    return text;
  }
}
