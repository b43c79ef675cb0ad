package dev.quire.engine.function.web;

import static dev.quire.engine.function.FunctionSpec.function;
import static dev.quire.engine.function.Parameters.item;
import static dev.quire.engine.function.Parameters.text;

import dev.quire.engine.formula.Arguments;
import dev.quire.engine.function.FunctionSpec;
import dev.quire.engine.value.ErrorValue;
import dev.quire.engine.value.TextValue;
import dev.quire.engine.value.Value;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// Functions about links and XML that need nobody else.
public final class WebFunctions {
  private static final String UNRESERVED = "-_.";

  /// All functions of this family.
  public static final List<FunctionSpec> ALL =
      List.of(
          function("HYPERLINK", a -> a.count() > 1 ? a.scalar(1) : new TextValue(a.text(0)))
              .takes(text("link_location"), item("friendly_name").optional()),
          function("ENCODEURL", WebFunctions::encoded).since(2013).takes(text("text")),
          function("FILTERXML", XmlFilter::filter)
              .yieldsArray()
              .since(2013)
              .takes(text("xml"), text("xpath")));

  private WebFunctions() {}

  /// Percent signs and the bytes of UTF-8 for all but letters and digits of ASCII and `-_.`. One
  /// character fewer than a cell holds is the most (O).
  private static Value encoded(Arguments a) {
    var text = new StringBuilder();
    for (byte b : a.text(0).getBytes(StandardCharsets.UTF_8)) {
      boolean plain =
          b >= 'a' && b <= 'z'
              || b >= 'A' && b <= 'Z'
              || b >= '0' && b <= '9'
              || UNRESERVED.indexOf(b) >= 0;
      text.append(plain ? String.valueOf((char) b) : "%%%02X".formatted(b & 0xFF));
    }
    return text.length() < TextValue.MAX_LENGTH ? new TextValue(text.toString()) : ErrorValue.VALUE;
  }
}
