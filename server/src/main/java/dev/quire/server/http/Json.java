package dev.quire.server.http;

import com.nimbusds.jose.util.JSONObjectUtils;
import java.text.ParseException;
import java.util.Map;
import java.util.Optional;

/// The few small JSON objects of the server itself. Workbook data never comes through here.
public final class Json {
  private static final int LONGEST_CHARS = 256 * 1024;

  private Json() {}

  /// An object as JSON text.
  public static String write(Map<String, ?> object) {
    return JSONObjectUtils.toJSONString(object);
  }

  /// The object that a text holds; empty when it holds anything else, or is longer than 256 K.
  public static Optional<Map<String, Object>> read(String text) {
    try {
      return Optional.ofNullable(JSONObjectUtils.parse(text, LONGEST_CHARS));
    } catch (ParseException garbled) {
      return Optional.empty();
    }
  }

  /// The text that stands under `name`; empty when there is none, or something else.
  public static Optional<String> text(Map<String, Object> object, String name) {
    return object.get(name) instanceof String text ? Optional.of(text) : Optional.empty();
  }
}
