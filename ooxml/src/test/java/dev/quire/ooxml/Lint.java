package dev.quire.ooxml;

import dev.quire.engine.ref.A1;
import dev.quire.engine.ref.Area;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/// What makes Excel ask whether it should repair a file.
final class Lint {
  private static final String TYPES = "[Content_Types].xml";
  private static final List<String> WORKSHEET_CHILDREN =
      List.of(
          ("sheetPr dimension sheetViews sheetFormatPr cols sheetData sheetCalcPr sheetProtection"
                  + " protectedRanges scenarios autoFilter sortState dataConsolidate customSheetViews"
                  + " mergeCells phoneticPr conditionalFormatting dataValidations hyperlinks"
                  + " printOptions pageMargins pageSetup headerFooter rowBreaks colBreaks"
                  + " customProperties cellWatches ignoredErrors smartTags drawing legacyDrawing"
                  + " legacyDrawingHF drawingHF picture oleObjects controls webPublishItems tableParts"
                  + " extLst")
              .split(" "));
  private static final Set<String> COUNTED =
      Set.of("mergeCells", "dataValidations", "tableParts", "cols", "hyperlinks", "definedNames");

  private final Map<String, byte[]> parts;
  private final List<String> findings = new ArrayList<>();
  private final Map<String, String> overrides = new HashMap<>();
  private final Map<String, String> defaults = new HashMap<>();
  private final Set<Integer> tableIds = new HashSet<>();
  private final Set<String> tableNames = new HashSet<>();
  private int styles = Integer.MAX_VALUE;
  private int strings = Integer.MAX_VALUE;

  private Lint(byte[] file) {
    parts = Parts.of(file);
  }

  /// Everything suspicious about a file, in no particular order.
  static List<String> of(byte[] file) {
    var lint = new Lint(file);
    lint.run();
    return lint.findings;
  }

  /// What is suspicious after a change and was not before.
  static List<String> introduced(byte[] before, byte[] after) {
    var rest = new ArrayList<>(of(after));
    of(before).forEach(rest::remove);
    return rest;
  }

  private void say(String part, String finding) {
    findings.add(part + ": " + finding);
  }

  private void run() {
    contentTypes();
    parts.keySet().stream().filter(name -> name.endsWith(".rels")).forEach(this::relationships);
    byKind("spreadsheetml.styles+xml").forEach(this::styles);
    byKind("spreadsheetml.sharedStrings+xml").forEach(this::strings);
    byKind("spreadsheetml.worksheet+xml").forEach(this::worksheet);
    byKind("spreadsheetml.table+xml").forEach(this::table);
    byKind("main+xml").forEach(this::workbook);
    findings.addAll(PivotLint.of(parts));
    findings.addAll(SlicerLint.of(parts));
  }

  private List<String> byKind(String kind) {
    return overrides.entrySet().stream()
        .filter(each -> each.getValue().endsWith(kind) && parts.containsKey(each.getKey()))
        .map(Map.Entry::getKey)
        .toList();
  }

  private void contentTypes() {
    for (Element each : children(root(TYPES))) {
      String type = each.getAttribute("ContentType");
      if (each.getLocalName().equals("Default")) {
        defaults.put(each.getAttribute("Extension").toLowerCase(Locale.ROOT), type);
      } else {
        String part = each.getAttribute("PartName").substring(1);
        overrides.put(part, type);
        if (!parts.containsKey(part)) {
          say(TYPES, "no part " + part);
        }
      }
    }
    for (String part : parts.keySet()) {
      String extension = part.substring(part.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
      if (!part.equals(TYPES)
          && !part.endsWith("/")
          && !overrides.containsKey(part)
          && !defaults.containsKey(extension)) {
        say(TYPES, "no type for " + part);
      }
    }
  }

  private void relationships(String name) {
    Element root = root(name);
    var ids = new HashSet<String>();
    String folder = name.substring(0, name.indexOf("_rels/"));
    for (Element each : children(root)) {
      if (!ids.add(each.getAttribute("Id"))) {
        say(name, "id twice: " + each.getAttribute("Id"));
      }
      if (!each.getAttribute("TargetMode").equals("External")) {
        String target = resolve(folder, each.getAttribute("Target"));
        if (!target.isEmpty() && parts.keySet().stream().noneMatch(target::equalsIgnoreCase)) {
          say(name, "no part " + target);
        }
      }
    }
  }

  private static String resolve(String folder, String written) {
    String target = written.contains("#") ? written.substring(0, written.indexOf('#')) : written;
    var segments = new ArrayList<String>();
    String path = target.startsWith("/") ? target : folder + target;
    for (String segment : path.split("/")) {
      if (segment.equals("..") && !segments.isEmpty()) {
        segments.removeLast();
      } else if (!segment.isEmpty() && !segment.equals(".")) {
        segments.add(segment);
      }
    }
    return String.join("/", segments);
  }

  private void styles(String part) {
    Element root = root(part);
    for (Element list : children(root)) {
      int count = children(list).size();
      String counted = list.getAttribute("count");
      if (!counted.isEmpty() && Integer.parseInt(counted) != count) {
        say(part, list.getLocalName() + " counts wrong");
      }
      if (list.getLocalName().equals("cellXfs")) {
        styles = count;
      }
    }
  }

  private void strings(String part) {
    Element root = root(part);
    List<Element> items =
        children(root).stream().filter(e -> e.getLocalName().equals("si")).toList();
    strings = items.size();
    String unique = root.getAttribute("uniqueCount");
    if (!unique.isEmpty() && Integer.parseInt(unique) != strings) {
      say(part, "uniqueCount is wrong");
    }
    for (Element each : items) {
      if (each.getTextContent().length() > 32_767) {
        say(part, "a text is too long");
      }
    }
  }

  private void worksheet(String part) {
    Element root = root(part);
    int last = -1;
    for (Element each : children(root)) {
      String name = each.getLocalName();
      int at = WORKSHEET_CHILDREN.indexOf(name);
      if (at >= 0 && at < last) {
        say(part, name + " stands too low");
      }
      last = Math.max(last, at);
      if (COUNTED.contains(name) && children(each).isEmpty()) {
        say(part, "nothing in " + name);
      }
      switch (name) {
        case "sheetData" -> rows(part, each);
        case "cols" -> columns(part, each);
        case "mergeCells" -> merges(part, each);
        default -> {}
      }
    }
  }

  private void columns(String part, Element list) {
    int last = 0;
    for (Element each : children(list)) {
      int min = Integer.parseInt(each.getAttribute("min"));
      if (min <= last) {
        say(part, "columns overlap at " + min);
      }
      last = Integer.parseInt(each.getAttribute("max"));
    }
  }

  private void merges(String part, Element list) {
    var areas = new ArrayList<Area>();
    for (Element each : children(list)) {
      A1.parse(each.getAttribute("ref")).ifPresent(areas::add);
    }
    for (int i = 0; i < Math.min(areas.size(), 500); i++) {
      for (int j = i + 1; j < Math.min(areas.size(), 500); j++) {
        if (areas.get(i).intersects(areas.get(j))) {
          say(part, "merges overlap: %s and %s".formatted(areas.get(i), areas.get(j)));
        }
      }
    }
  }

  private void rows(String part, Element data) {
    int last = 0;
    var masters = new HashSet<String>();
    for (Element row : children(data)) {
      String written = row.getAttribute("r");
      int number = written.isEmpty() ? last + 1 : Integer.parseInt(written);
      if (number <= last) {
        say(part, "row out of order: " + number);
      }
      last = number;
      int column = -1;
      for (Element cell : children(row)) {
        if (!cell.getLocalName().equals("c")) {
          continue;
        }
        String address = cell.getAttribute("r");
        Area area = A1.parse(address).orElse(Area.cell(number - 1, column + 1));
        if (area.firstColumn() <= column || area.firstRow() != number - 1) {
          say(part, "cell out of order: " + address);
        }
        column = area.firstColumn();
        cell(part, cell, masters);
      }
    }
  }

  private void cell(String part, Element cell, Set<String> masters) {
    String address = cell.getAttribute("r");
    String style = cell.getAttribute("s");
    if (!style.isEmpty() && Integer.parseInt(style) >= styles) {
      say(part, address + " has no style " + style);
    }
    for (Element each : children(cell)) {
      String text = each.getTextContent();
      switch (each.getLocalName()) {
        case "v" -> {
          if (cell.getAttribute("t").equals("s") && Integer.parseInt(text.strip()) >= strings) {
            say(part, address + " has no text " + text);
          }
        }
        case "f" -> {
          String group = each.getAttribute("si");
          if (text.length() > 8_192) {
            say(part, address + " has too long a formula");
          }
          if (!text.isEmpty()) {
            masters.add(group);
          } else if (each.getAttribute("t").equals("shared") && !masters.contains(group)) {
            say(part, address + " shares formula " + group + ", which nobody has");
          }
        }
        default -> {}
      }
    }
  }

  private void table(String part) {
    Element root = root(part);
    if (!tableIds.add(Integer.parseInt(root.getAttribute("id")))) {
      say(part, "table id twice");
    }
    if (!tableNames.add(root.getAttribute("displayName").toLowerCase(Locale.ROOT))) {
      say(part, "table name twice");
    }
  }

  private void workbook(String part) {
    Element root = root(part);
    if (!root.getLocalName().equals("workbook")) {
      return;
    }
    List<Element> sheets = List.of();
    for (Element each : children(root)) {
      if (each.getLocalName().equals("sheets")) {
        sheets = children(each);
      }
    }
    String folder = part.substring(0, part.lastIndexOf('/') + 1);
    String relations = folder + "_rels/" + part.substring(folder.length()) + ".rels";
    var ids = new HashSet<String>();
    children(root(relations)).forEach(each -> ids.add(each.getAttribute("Id")));
    var names = new HashSet<String>();
    var numbers = new HashSet<String>();
    for (Element sheet : sheets) {
      String name = sheet.getAttribute("name");
      if (name.isEmpty()
          || name.length() > 31
          || name.chars().anyMatch(c -> "\\/?*[]:".indexOf(c) >= 0)
          || !names.add(name.toLowerCase(Locale.ROOT))) {
        say(part, "bad sheet name " + name);
      }
      if (!numbers.add(sheet.getAttribute("sheetId"))) {
        say(part, "sheet id twice: " + sheet.getAttribute("sheetId"));
      }
      String id = reference(sheet);
      if (!ids.contains(id)) {
        say(part, "no relationship " + id);
      }
    }
    int count = sheets.size();
    everywhere(root, "workbookView", each -> below(part, each, "activeTab", count));
    everywhere(root, "workbookView", each -> below(part, each, "firstSheet", count));
    everywhere(root, "definedName", each -> below(part, each, "localSheetId", count));
    var defined = new HashSet<String>();
    everywhere(
        root,
        "definedName",
        each -> {
          String scope = each.getAttribute("localSheetId");
          if (!defined.add(scope + "!" + each.getAttribute("name").toLowerCase(Locale.ROOT))) {
            say(part, "name twice: " + each.getAttribute("name"));
          }
        });
  }

  private static String reference(Element sheet) {
    for (String form :
        Arrays.asList(
            "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
            "http://purl.oclc.org/ooxml/officeDocument/relationships")) {
      if (sheet.hasAttributeNS(form, "id")) {
        return sheet.getAttributeNS(form, "id");
      }
    }
    return "";
  }

  private void below(String part, Element element, String attribute, int limit) {
    String value = element.getAttribute(attribute);
    if (!value.isEmpty() && Integer.parseInt(value) >= limit) {
      say(part, attribute + " is " + value);
    }
  }

  private static void everywhere(Element root, String name, Consumer<Element> deed) {
    for (Element list : children(root)) {
      for (Element each : children(list)) {
        if (each.getLocalName().equals(name)) {
          deed.accept(each);
        }
      }
    }
  }

  private Element root(String part) {
    byte[] bytes = parts.get(part);
    if (bytes == null) {
      say(part, "missing");
      return Parts.document("<missing/>".getBytes(StandardCharsets.UTF_8)).getDocumentElement();
    }
    try {
      Document document = Parts.document(bytes);
      return document.getDocumentElement();
    } catch (IllegalArgumentException e) {
      say(part, "not well formed");
      return Parts.document("<broken/>".getBytes(StandardCharsets.UTF_8)).getDocumentElement();
    }
  }

  private static List<Element> children(Element parent) {
    var found = new ArrayList<Element>();
    for (Node each = parent.getFirstChild(); each != null; each = each.getNextSibling()) {
      if (each instanceof Element element) {
        found.add(element);
      }
    }
    return found;
  }
}
