package dev.quire.workbook;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;

/// The pronunciations that a file notes, known by the objects of its texts: they go where a text
/// goes, and another text of the same letters has none (until the file is opened again, if that
/// text took the place of one with notes: saving finds nothing changed). Grows while the file is
/// read; for several threads.
public final class Pronunciations {
  private final Map<String, Pronunciation> byText =
      Collections.synchronizedMap(new IdentityHashMap<>());

  /// A workbook without any.
  Pronunciations() {}

  /// The text as an object of its own, with its pronunciation.
  public String noted(String text, Pronunciation pronunciation) {
    String own = String.valueOf(text.toCharArray());
    byText.put(own, pronunciation);
    return own;
  }

  Optional<Pronunciation> of(String text) {
    return Optional.ofNullable(byText.get(text));
  }
}
