package dev.quire.app.demo;

import java.util.LinkedHashMap;
import java.util.Map;

/// The texts of all sheets, each once, numbered as they come.
final class SharedStrings {
  private final Map<String, Integer> numbers = new LinkedHashMap<>();
  private int uses;

  int number(String text) {
    uses++;
    return numbers.computeIfAbsent(text, added -> numbers.size());
  }

  void write(Xml xml) {
    xml.raw("<sst xmlns=\"").raw(Namespaces.MAIN).raw("\" count=\"").raw(uses);
    xml.raw("\" uniqueCount=\"").raw(numbers.size()).raw("\">");
    for (var text : numbers.keySet()) {
      xml.raw("<si><t>").text(text).raw("</t></si>");
    }
    xml.raw("</sst>");
  }
}
