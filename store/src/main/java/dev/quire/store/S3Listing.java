package dev.quire.store;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/// One page of a listing (`ListObjectsV2`, keys encoded as in URLs).
///
/// @param objects the objects on it
/// @param prefixes what stands for objects further down, each with a delimiter at its end
/// @param next the token of the next page
record S3Listing(List<S3Object> objects, List<String> prefixes, Optional<String> next) {
  /// Reads a page.
  ///
  /// @throws IOException when it is none
  static S3Listing parse(byte[] xml) throws IOException {
    try {
      XMLStreamReader reader = Xml.reader(new ByteArrayInputStream(xml));
      var parser = new Parser();
      while (reader.hasNext()) {
        switch (reader.next()) {
          case XMLStreamConstants.START_ELEMENT -> parser.start(reader.getLocalName());
          case XMLStreamConstants.CHARACTERS -> parser.text.append(reader.getText());
          case XMLStreamConstants.END_ELEMENT -> parser.end(reader.getLocalName());
          default -> {}
        }
      }
      return new S3Listing(
          List.copyOf(parser.objects),
          List.copyOf(parser.prefixes),
          Optional.of(parser.token).filter(token -> parser.truncated && !token.isEmpty()));
    } catch (XMLStreamException | RuntimeException e) {
      throw new IOException("the server's listing is garbled: " + e.getMessage(), e);
    }
  }

  private static final class Parser {
    final List<S3Object> objects = new ArrayList<>();
    final List<String> prefixes = new ArrayList<>();
    final StringBuilder text = new StringBuilder();
    String token = "";
    boolean truncated;
    private boolean inPrefixes;
    private String key = "";
    private String tag = "";
    private long size;
    private Instant modified = Instant.EPOCH;

    void start(String element) {
      text.setLength(0);
      inPrefixes |= element.equals("CommonPrefixes");
    }

    void end(String element) {
      String value = text.toString();
      text.setLength(0);
      switch (element) {
        case "Key" -> key = decoded(value);
        case "ETag" -> tag = value;
        case "Size" -> size = Long.parseLong(value.strip());
        case "LastModified" -> modified = Instant.parse(value.strip());
        case "Contents" -> objects.add(new S3Object(key, size, modified, tag));
        case "Prefix" -> {
          if (inPrefixes) {
            prefixes.add(decoded(value));
          }
        }
        case "CommonPrefixes" -> inPrefixes = false;
        case "IsTruncated" -> truncated = Boolean.parseBoolean(value.strip());
        case "NextContinuationToken" -> token = value;
        default -> {}
      }
    }

    private static String decoded(String key) {
      return URLDecoder.decode(key, StandardCharsets.UTF_8);
    }
  }
}
