package dev.quire.ooxml;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/// What of pivot tables makes Excel ask whether it should repair a file.
final class PivotLint {
  private static final Pattern TABLE = Pattern.compile("xl/pivotTables/[^/]*\\.xml");
  private static final Pattern TARGET = Pattern.compile("Target=\"([^\"]*)\"");

  private final Map<String, byte[]> parts;
  private final List<String> findings = new ArrayList<>();

  private PivotLint(Map<String, byte[]> parts) {
    this.parts = parts;
  }

  static List<String> of(Map<String, byte[]> parts) {
    var lint = new PivotLint(parts);
    parts.keySet().stream().filter(TABLE.asMatchPredicate()).forEach(lint::table);
    return lint.findings;
  }

  private void table(String part) {
    target(part, "pivotCache")
        .ifPresent(cache -> {
          Element table = root(part);
          Element definition = root(cache);
          List<Element> fields = below(table, "pivotFields");
          List<Element> cached = below(definition, "cacheFields");
          if (fields.size() != cached.size()) {
            say(part, "has %d fields, its cache %d".formatted(fields.size(), cached.size()));
            return;
          }
          counts(part, table);
          counts(cache, definition);
          for (int at = 0; at < fields.size(); at++) {
            items(part, fields.get(at), cached.get(at));
          }
          lines(part, table, fields, "rowFields", "rowItems");
          lines(part, table, fields, "colFields", "colItems");
          target(cache, "pivotCacheRecords")
              .ifPresent(records -> records(records, definition, cached));
        });
  }

  private java.util.Optional<String> target(String part, String kind) {
    int slash = part.lastIndexOf('/');
    byte[] rels = parts.get(part.substring(0, slash) + "/_rels" + part.substring(slash) + ".rels");
    if (rels == null) {
      return java.util.Optional.empty();
    }
    Matcher found = TARGET.matcher(new String(rels, java.nio.charset.StandardCharsets.UTF_8));
    while (found.find()) {
      String name = found.group(1).substring(found.group(1).lastIndexOf('/') + 1);
      if (name.startsWith(kind) && parts.containsKey("xl/pivotCache/" + name)) {
        return java.util.Optional.of("xl/pivotCache/" + name);
      }
    }
    return java.util.Optional.empty();
  }

  private void items(String part, Element field, Element cached) {
    List<Element> shared = below(cached, "sharedItems");
    List<Element> groups =
        child(cached, "fieldGroup").map(each -> below(each, "groupItems")).orElse(List.of());
    int known = groups.isEmpty() ? shared.size() : groups.size();
    for (Element item : below(field, "items")) {
      if (item.hasAttribute("x") && Integer.parseInt(item.getAttribute("x")) >= known) {
        say(part, "item %s of %d".formatted(item.getAttribute("x"), known));
      }
    }
  }

  private void lines(String part, Element table, List<Element> fields, String axis, String list) {
    List<Element> levels = below(table, axis);
    for (Element line : below(table, list)) {
      List<Element> chosen = children(line);
      int from = line.hasAttribute("r") ? Integer.parseInt(line.getAttribute("r")) : 0;
      if (line.getAttribute("t").equals("grand")) {
        continue;
      }
      for (int at = 0; at < chosen.size(); at++) {
        int field = Integer.parseInt(levels.get(from + at).getAttribute("x"));
        String item = chosen.get(at).getAttribute("v");
        int number = item.isEmpty() ? 0 : Integer.parseInt(item);
        if (field >= 0 && number >= below(fields.get(field), "items").size()) {
          say(part, "%s names item %d of field %d".formatted(list, number, field));
        }
      }
    }
  }

  private void records(String part, Element definition, List<Element> cached) {
    List<Element> records = children(root(part));
    String count = definition.getAttribute("recordCount");
    if (!count.isEmpty() && Integer.parseInt(count) != records.size()) {
      say(part, "has %d records, not %s".formatted(records.size(), count));
    }
    List<Element> columns =
        cached.stream().filter(each -> !each.getAttribute("databaseField").equals("0")).toList();
    for (Element record : records) {
      List<Element> values = children(record);
      if (values.size() != columns.size()) {
        say(part, "a record has %d values of %d".formatted(values.size(), columns.size()));
        return;
      }
      for (int at = 0; at < values.size(); at++) {
        Element value = values.get(at);
        int known = below(columns.get(at), "sharedItems").size();
        if (value.getLocalName().equals("x")
            && Integer.parseInt(value.getAttribute("v")) >= known) {
          say(part, "a record names item %s of %d".formatted(value.getAttribute("v"), known));
        }
      }
    }
  }

  private void counts(String part, Element element) {
    String count = element.getAttribute("count");
    if (!count.isEmpty() && Integer.parseInt(count) != children(element).size()) {
      say(part, element.getLocalName() + " counts wrong");
    }
    if (!element.getLocalName().equals("extLst")) {
      children(element).forEach(each -> counts(part, each));
    }
  }

  private Element root(String part) {
    return Parts.document(parts.get(part)).getDocumentElement();
  }

  private void say(String part, String finding) {
    findings.add(part + ": " + finding);
  }

  private static java.util.Optional<Element> child(Element parent, String name) {
    return children(parent).stream().filter(each -> each.getLocalName().equals(name)).findFirst();
  }

  private static List<Element> below(Element parent, String list) {
    return child(parent, list).map(PivotLint::children).orElse(List.of());
  }

  private static List<Element> children(Element parent) {
    var children = new ArrayList<Element>();
    for (Node each = parent.getFirstChild(); each != null; each = each.getNextSibling()) {
      if (each instanceof Element element) {
        children.add(element);
      }
    }
    return children;
  }
}
