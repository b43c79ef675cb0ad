package dev.quire.ooxml;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.xml.sax.SAXException;

/// The parts of a package as the JDK reads them: a second opinion.
final class Parts {
  private Parts() {}

  static Map<String, byte[]> of(byte[] file) {
    var parts = new LinkedHashMap<String, byte[]>();
    try (var zip = new ZipInputStream(new ByteArrayInputStream(file))) {
      for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        parts.put(entry.getName().replace('\\', '/'), zip.readAllBytes());
      }
    } catch (IOException e) {
      throw new AssertionError("not readable as a zip archive", e);
    }
    return parts;
  }

  static String text(byte[] file, String part) {
    return new String(of(file).get(part), StandardCharsets.UTF_8);
  }

  static Document document(byte[] xml) {
    try {
      var factory = DocumentBuilderFactory.newInstance();
      factory.setNamespaceAware(true);
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      var builder = factory.newDocumentBuilder();
      builder.setErrorHandler(null);
      return builder.parse(new ByteArrayInputStream(xml));
    } catch (SAXException | IOException | ParserConfigurationException e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
  }
}
