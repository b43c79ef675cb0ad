package dev.quire.graph.edm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ElementScannerTest {
  private static final List<String> ATTRIBUTES =
      List.of("Name", "Type", "BaseType", "Nullable", "ContainsTarget", "EntityType", "Namespace");

  @Test
  void seesTheSameAsTheParserOfTheJdk() throws Exception {
    assertEquals(elementsByJdk(), elementsByScanner(document()));
  }

  @Test
  void escapesInAttributesAreUndone() {
    assertEquals(List.of("a&lt;<>\"'"), names("<x Name='a&amp;lt;&lt;&gt;&quot;&apos;'/>"));
  }

  @Test
  void blanksAndCommentsMayStandAnywhere() {
    assertEquals(
        List.of("a", ""), names("<?xml version='1.0'?> <x\n Name = \"a\" ><!-- <y> --><y /></x >"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "<",
        "<x",
        "<x ",
        "<x a",
        "<x a=",
        "<x a=b>",
        "<x a='b>",
        "<x>",
        "</x>",
        "<x></y>",
        "<x/></x>",
        "<>",
        "<!-- ",
        "<?xml ",
        "<!DOCTYPE x><x/>",
        "<![CDATA[ ]]><x/>",
        "<x a='&e;'/>",
        "<x a='&'/>"
      })
  void brokenDocumentsAreRefused(String text) {
    assertThrows(IllegalArgumentException.class, () -> elementsByScanner(text));
  }

  private static List<String> names(String text) {
    var names = new ArrayList<String>();
    var scanner = new ElementScanner(text);
    while (scanner.nextInside(0)) {
      names.add(scanner.attribute("Name", ""));
    }
    return names;
  }

  private static List<String> elementsByScanner(String text) {
    var elements = new ArrayList<String>();
    var scanner = new ElementScanner(text);
    while (scanner.nextInside(0)) {
      var element = new StringBuilder(scanner.depth() + " " + scanner.name());
      ATTRIBUTES.forEach(name -> element.append(' ').append(scanner.attribute(name, "-")));
      elements.add(element.toString());
    }
    return elements;
  }

  private static List<String> elementsByJdk() throws Exception {
    var elements = new ArrayList<String>();
    var xml = XMLInputFactory.newDefaultFactory().createXMLStreamReader(EdmModel.document());
    int depth = 0;
    while (xml.hasNext()) {
      int event = xml.next();
      if (event == XMLStreamConstants.START_ELEMENT) {
        depth++;
        var element = new StringBuilder(depth + " " + xml.getLocalName());
        for (var name : ATTRIBUTES) {
          var value = xml.getAttributeValue(null, name);
          element.append(' ').append(value == null ? "-" : value);
        }
        elements.add(element.toString());
      } else if (event == XMLStreamConstants.END_ELEMENT) {
        depth--;
      }
    }
    return elements;
  }

  private static String document() throws Exception {
    try (var in = EdmModel.document()) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
