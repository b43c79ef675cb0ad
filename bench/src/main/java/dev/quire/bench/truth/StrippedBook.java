package dev.quire.bench.truth;

import dev.quire.engine.ref.A1;
import dev.quire.engine.ref.Area;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import javax.xml.namespace.QName;
import javax.xml.stream.XMLEventFactory;
import javax.xml.stream.XMLEventReader;
import javax.xml.stream.XMLEventWriter;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.events.Attribute;
import javax.xml.stream.events.StartElement;
import javax.xml.stream.events.XMLEvent;

/// Takes the stored result of every formula out of a workbook, spilled ones included, so that a
/// server that hands stored values back scores nothing.
final class StrippedBook {
  private static final Set<String> RESULTS = Set.of("v", "is");
  private final XMLInputFactory in = XMLInputFactory.newFactory();
  private final XMLOutputFactory out = XMLOutputFactory.newFactory();
  private final XMLEventFactory events = XMLEventFactory.newFactory();

  StrippedBook() {
    in.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    in.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    in.setProperty(XMLInputFactory.IS_COALESCING, true);
  }

  /// The workbook without results.
  byte[] of(Path file) throws IOException, XMLStreamException {
    var bytes = new ByteArrayOutputStream();
    try (var archive = new ZipFile(file.toFile());
        var zip = new ZipOutputStream(bytes)) {
      for (ZipEntry entry : archive.stream().map(ZipEntry.class::cast).toList()) {
        byte[] content = archive.getInputStream(entry).readAllBytes();
        zip.putNextEntry(new ZipEntry(entry.getName()));
        zip.write(isSheet(entry.getName()) ? sheet(content) : content);
        zip.closeEntry();
      }
    }
    return bytes.toByteArray();
  }

  private static boolean isSheet(String name) {
    return name.matches("(?i)/?xl/worksheets/[^/]*\\.xml");
  }

  private byte[] sheet(byte[] xml) throws XMLStreamException {
    List<Area> arrays = arrays(xml);
    var bytes = new ByteArrayOutputStream(xml.length);
    XMLEventWriter writer = out.createXMLEventWriter(bytes, "UTF-8");
    XMLEventReader reader = in.createXMLEventReader(new ByteArrayInputStream(xml));
    while (reader.hasNext()) {
      XMLEvent event = reader.nextEvent();
      if (isStart(event, "c")) {
        for (XMLEvent kept : cell(event.asStartElement(), reader, arrays)) {
          writer.add(kept);
        }
      } else {
        writer.add(event);
      }
    }
    writer.close();
    return bytes.toByteArray();
  }

  private List<XMLEvent> cell(StartElement start, XMLEventReader reader, List<Area> arrays)
      throws XMLStreamException {
    var content = new ArrayList<XMLEvent>();
    boolean computed = isFilled(start, arrays);
    for (XMLEvent event = reader.nextEvent(); !isEnd(event, "c"); event = reader.nextEvent()) {
      computed |= isStart(event, "f");
      content.add(event);
    }
    var kept = new ArrayList<XMLEvent>();
    kept.add(computed ? withoutType(start) : start);
    kept.addAll(computed ? withoutResult(content) : content);
    kept.add(events.createEndElement(start.getName(), start.getNamespaces()));
    return kept;
  }

  private static boolean isFilled(StartElement start, List<Area> arrays) {
    Attribute position = start.getAttributeByName(new QName("r"));
    return position != null
        && A1.parse(position.getValue())
            .filter(at -> arrays.stream().anyMatch(array -> array.intersects(at)))
            .isPresent();
  }

  private StartElement withoutType(StartElement start) {
    var attributes = new ArrayList<Attribute>();
    start
        .getAttributes()
        .forEachRemaining(each -> {
          if (!each.getName().getLocalPart().equals("t")) {
            attributes.add(each);
          }
        });
    return events.createStartElement(start.getName(), attributes.iterator(), start.getNamespaces());
  }

  private static List<XMLEvent> withoutResult(List<XMLEvent> content) {
    var kept = new ArrayList<XMLEvent>();
    int inside = 0;
    for (XMLEvent event : content) {
      inside += isStart(event, RESULTS) ? 1 : 0;
      if (inside == 0) {
        kept.add(event);
      }
      inside -=
          event.isEndElement() && RESULTS.contains(event.asEndElement().getName().getLocalPart())
              ? 1
              : 0;
    }
    return kept;
  }

  private List<Area> arrays(byte[] xml) throws XMLStreamException {
    var arrays = new ArrayList<Area>();
    XMLEventReader reader = in.createXMLEventReader(new ByteArrayInputStream(xml));
    while (reader.hasNext()) {
      XMLEvent event = reader.nextEvent();
      if (isStart(event, "f")) {
        Attribute kind = event.asStartElement().getAttributeByName(new QName("t"));
        Attribute area = event.asStartElement().getAttributeByName(new QName("ref"));
        if (kind != null && area != null && kind.getValue().equals("array")) {
          A1.parse(area.getValue()).ifPresent(arrays::add);
        }
      }
    }
    return arrays;
  }

  private static boolean isStart(XMLEvent event, String name) {
    return isStart(event, Set.of(name));
  }

  private static boolean isStart(XMLEvent event, Set<String> names) {
    return event.isStartElement()
        && names.contains(event.asStartElement().getName().getLocalPart());
  }

  private static boolean isEnd(XMLEvent event, String name) {
    return event.isEndElement() && event.asEndElement().getName().getLocalPart().equals(name);
  }
}
