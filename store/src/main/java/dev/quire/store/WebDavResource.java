package dev.quire.store;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/// What a server says about one resource (`response` of a `multistatus`, RFC 4918 §14.16).
///
/// @param path below the folder that was asked, decoded, without slash at its end
/// @param tag its entity tag without the mark of a weak one; empty when it has none
record WebDavResource(String path, boolean isFolder, long size, Instant modified, String tag) {
  /// Reads an answer.
  ///
  /// @param base raw path of the drive on the server, with a slash at its end
  /// @throws IOException when it is no such answer
  static List<WebDavResource> parse(String base, byte[] xml) throws IOException {
    try {
      XMLStreamReader reader = Xml.reader(new ByteArrayInputStream(xml));
      var parser = new Parser(base);
      while (reader.hasNext()) {
        switch (reader.next()) {
          case XMLStreamConstants.START_ELEMENT -> parser.start(reader.getLocalName());
          case XMLStreamConstants.CHARACTERS -> parser.text.append(reader.getText());
          case XMLStreamConstants.END_ELEMENT -> parser.end(reader.getLocalName());
          default -> {}
        }
      }
      return List.copyOf(parser.found);
    } catch (XMLStreamException | RuntimeException e) {
      throw new IOException("the server's answer is garbled: " + e.getMessage(), e);
    }
  }

  private static final class Parser {
    final List<WebDavResource> found = new ArrayList<>();
    final StringBuilder text = new StringBuilder();
    private final String base;
    private String path = "";
    private boolean isFolder;
    private long size;
    private Instant modified = Instant.EPOCH;
    private String tag = "";

    Parser(String base) {
      this.base = base;
    }

    void start(String element) {
      text.setLength(0);
      if (element.equals("response")) {
        isFolder = false;
        size = 0;
        modified = Instant.EPOCH;
        tag = "";
      }
      isFolder |= element.equals("collection");
    }

    void end(String element) {
      String value = text.toString().strip();
      text.setLength(0);
      switch (element) {
        case "href" -> path = below(value);
        case "getcontentlength" -> size = value.isEmpty() ? 0 : Long.parseLong(value);
        case "getlastmodified" -> modified = date(value);
        case "getetag" -> tag = strong(value);
        case "response" -> found.add(new WebDavResource(path, isFolder, size, modified, tag));
        default -> {}
      }
    }

    private String below(String href) {
      String raw = URI.create(href).getRawPath();
      String rest = raw.startsWith(base) ? raw.substring(base.length()) : "";
      String whole = rest.endsWith("/") ? rest.substring(0, rest.length() - 1) : rest;
      return URLDecoder.decode(whole.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
  }

  /// The time of an HTTP date; the epoch when there is none.
  static Instant date(String text) {
    return text.isEmpty()
        ? Instant.EPOCH
        : ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
  }

  /// A tag without the mark of a weak one: a file that was written a moment ago has one that
  /// becomes strong by itself.
  static String strong(String tag) {
    return tag.startsWith("W/") ? tag.substring(2) : tag;
  }
}
