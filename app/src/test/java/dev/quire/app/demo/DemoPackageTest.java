package dev.quire.app.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/// What makes Excel offer a repair when it does not hold.
class DemoPackageTest {
  /// ECMA-376 part 1, CT_Worksheet: as far as the demo books use it.
  private static final List<String> WORKSHEET_ORDER =
      List.of(
          "dimension",
          "sheetViews",
          "sheetFormatPr",
          "cols",
          "sheetData",
          "dataValidations",
          "pageMargins",
          "drawing",
          "tableParts");

  private static final Pattern IDENTITY = Pattern.compile(":uid=\"(\\{[0-9A-F-]{36}})\"");

  static Stream<Map<String, byte[]>> packages() throws IOException {
    return Stream.of(
        Books.parts(LoanBook.book()),
        Books.parts(PricesBook.book()),
        Books.parts(SalesBook.book()));
  }

  @ParameterizedTest
  @MethodSource("packages")
  void everyPartIsDeclaredAndReached(Map<String, byte[]> parts) throws Exception {
    var reached = new TreeSet<String>();
    var declared = new TreeSet<String>();
    for (var part : parts.entrySet()) {
      if (part.getKey().endsWith(".rels")) {
        var folder = part.getKey().replaceFirst("_rels/[^/]*$", "");
        for (var relation : elements(parse(part.getValue()), "Relationship")) {
          reached.add(resolved(folder, relation.getAttribute("Target")));
        }
      }
    }
    for (var override : elements(parse(part(parts, "[Content_Types].xml")), "Override")) {
      declared.add(override.getAttribute("PartName").substring(1));
    }
    var content = new TreeSet<>(parts.keySet());
    content.removeIf(path -> path.endsWith(".rels") || path.equals("[Content_Types].xml"));
    assertEquals(content, reached);
    assertEquals(content, declared);
  }

  /// Names of the root's children; sheets are too long for a document in memory.
  private static List<String> children(byte[] sheet) throws XMLStreamException {
    var xml =
        XMLInputFactory.newDefaultFactory().createXMLStreamReader(new ByteArrayInputStream(sheet));
    var children = new ArrayList<String>();
    var depth = 0;
    while (xml.hasNext()) {
      switch (xml.next()) {
        case XMLStreamConstants.START_ELEMENT -> {
          if (++depth == 2) {
            children.add(xml.getLocalName());
          }
        }
        case XMLStreamConstants.END_ELEMENT -> depth--;
        default -> {}
      }
    }
    return children;
  }

  private static String resolved(String folder, String target) {
    return Path.of(folder).resolve(target).normalize().toString().replace('\\', '/');
  }

  @ParameterizedTest
  @MethodSource("packages")
  void everyRelationUsedExists(Map<String, byte[]> parts) {
    for (var part : parts.entrySet()) {
      var slash = part.getKey().lastIndexOf('/') + 1;
      var path = part.getKey().substring(0, slash) + "_rels/" + part.getKey().substring(slash);
      var relations = text(parts.getOrDefault(path + ".rels", new byte[0]));
      var used = Pattern.compile("r:id=\"(rId\\d+)\"").matcher(text(part.getValue()));
      while (used.find()) {
        assertTrue(relations.contains("Id=\"" + used.group(1) + "\""), part.getKey());
      }
    }
  }

  @ParameterizedTest
  @MethodSource("packages")
  void sheetsKeepTheSchemasOrder(Map<String, byte[]> parts) throws Exception {
    for (var sheet : of(parts, "xl/worksheets/")) {
      var children = children(sheet);
      assertEquals(WORKSHEET_ORDER.stream().filter(children::contains).toList(), children);
    }
  }

  @ParameterizedTest
  @MethodSource("packages")
  void identitiesAreUnique(Map<String, byte[]> parts) {
    var seen = new HashSet<String>();
    for (var part : parts.entrySet()) {
      var identity = IDENTITY.matcher(text(part.getValue()));
      while (identity.find()) {
        assertTrue(seen.add(identity.group(1)), identity.group());
      }
    }
    assertFalse(seen.isEmpty());
  }

  @ParameterizedTest
  @MethodSource("packages")
  void tableNumbersAreUnique(Map<String, byte[]> parts) throws Exception {
    var seen = new HashSet<String>();
    for (var table : of(parts, "xl/tables/")) {
      assertTrue(seen.add(parse(table).getDocumentElement().getAttribute("id")));
    }
  }

  @ParameterizedTest
  @MethodSource("packages")
  void countsAreTrue(Map<String, byte[]> parts) throws Exception {
    for (var path : List.of("xl/styles.xml", "xl/sharedStrings.xml")) {
      for (var element : elements(parse(part(parts, path)), "*")) {
        var unique = element.getAttribute("uniqueCount");
        var count = unique.isEmpty() ? element.getAttribute("count") : unique;
        if (!count.isEmpty()) {
          assertEquals(count, Integer.toString(element.getChildNodes().getLength()), path);
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("packages")
  void everyCellsStyleAndTextExist(Map<String, byte[]> parts) throws Exception {
    var texts = elements(parse(part(parts, "xl/sharedStrings.xml")), "si").size();
    var uses = 0;
    for (var sheet : of(parts, "xl/worksheets/")) {
      var cell = Pattern.compile("<c r=\"\\w+\"(?: s=\"(\\d+)\")?(?: t=\"s\"><v>(\\d+))?");
      for (var found = cell.matcher(text(sheet)); found.find(); ) {
        if (found.group(1) != null) {
          assertTrue(Integer.parseInt(found.group(1)) < Style.values().length);
        }
        if (found.group(2) != null) {
          assertTrue(Integer.parseInt(found.group(2)) < texts);
          uses++;
        }
      }
    }
    var strings = parse(part(parts, "xl/sharedStrings.xml")).getDocumentElement();
    assertEquals(Integer.toString(uses), strings.getAttribute("count"));
  }

  private static byte[] part(Map<String, byte[]> parts, String path) {
    return Objects.requireNonNull(parts.get(path), path);
  }

  private static List<byte[]> of(Map<String, byte[]> parts, String folder) {
    return parts.entrySet().stream()
        .filter(part -> part.getKey().startsWith(folder) && part.getKey().endsWith(".xml"))
        .map(Map.Entry::getValue)
        .toList();
  }

  private static List<Element> elements(Document xml, String name) {
    var nodes = xml.getElementsByTagNameNS("*", name);
    var elements = new ArrayList<Element>();
    for (var i = 0; i < nodes.getLength(); i++) {
      elements.add((Element) nodes.item(i));
    }
    return elements;
  }

  private static Document parse(byte[] xml)
      throws ParserConfigurationException, SAXException, IOException {
    var factory = DocumentBuilderFactory.newDefaultNSInstance();
    return factory.newDocumentBuilder().parse(new ByteArrayInputStream(xml));
  }

  private static String text(byte[] part) {
    return new String(part, StandardCharsets.UTF_8);
  }
}
