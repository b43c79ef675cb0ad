package dev.quire.ooxml.part;

import dev.quire.ooxml.guard.FileKind;
import dev.quire.ooxml.guard.XlsxFault;
import dev.quire.ooxml.xml.XmlElement;
import dev.quire.ooxml.xml.XmlTree;
import dev.quire.ooxml.zip.ZipEntry;
import dev.quire.workbook.Visibility;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Which parts a package has and what they are for.
///
/// @param parts all of them
/// @param contentTypes what kind each is
/// @param root what the package refers to
/// @param workbook the workbook part
/// @param relationships what the workbook part refers to
/// @param sheets the tabs in their order
public record WorkbookLayout(
    PackageParts parts,
    ContentTypes contentTypes,
    Relationships root,
    XmlTree workbook,
    Relationships relationships,
    List<SheetEntry> sheets) {

  /// Names of folders and parts by which other kinds of package are known.
  private static final Map<String, FileKind> STRANGERS =
      Map.of(
          "word/document.xml", FileKind.WORD,
          "ppt/presentation.xml", FileKind.POWERPOINT,
          "xl/workbook.bin", FileKind.XLSB);

  /// Looks through a package. Throws [XlsxFault.NotWorkbook] and [XlsxFault.Damaged].
  public static WorkbookLayout read(PackageParts parts) {
    refuseStrangers(parts);
    var contentTypes = new ContentTypes(parts.tree(ContentTypes.PART));
    Relationships root = parts.relationships("");
    String name =
        root.first("officeDocument")
            .orElseThrow(() -> new XlsxFault.Damaged("_rels/.rels", -1, "it names no workbook"))
            .target();
    refuseOtherKinds(contentTypes.of(name).orElse(""));
    XmlTree workbook = parts.tree(name);
    if (!workbook.root().name().equals("workbook")
        || !Namespaces.isMain(workbook.root().namespace())) {
      throw new XlsxFault.Damaged(name, 0, "the root element is not that of a workbook");
    }
    Relationships relationships = parts.relationships(name);
    return new WorkbookLayout(
        parts, contentTypes, root, workbook, relationships, sheets(parts, workbook, relationships));
  }

  /// Whether the workbook is written in the strict form of the format.
  public boolean isStrict() {
    return workbook.root().namespace().equals(Namespaces.STRICT_MAIN);
  }

  /// Whether the workbook may have macros: a file of a kind that has them may keep them in its
  /// defined names alone.
  public boolean hasMacros() {
    return contentTypes
            .of(workbook.part())
            .filter(type -> type.contains("macroEnabled"))
            .isPresent()
        || !relationships.of("vbaProject").isEmpty()
        || !relationships.of("xlMacrosheet").isEmpty();
  }

  /// Name of the part of this kind that the workbook refers to, if it is there.
  public Optional<String> part(String kind) {
    return relationships.of(kind).stream().map(Relationship::target).filter(parts::has).findFirst();
  }

  /// Reads the theme, if there is one, and gives its root.
  public Optional<XmlElement> theme() {
    return part("theme").map(part -> parts.tree(part).root());
  }

  /// What the worksheets say that they are together when unpacked, in bytes.
  public long sheetBytes() {
    return sheets.stream()
        .filter(SheetEntry::isWorksheet)
        .flatMap(sheet -> parts.archive().find(sheet.part()).stream())
        .mapToLong(ZipEntry::bytes)
        .sum();
  }

  /// Name of the part that an element of the workbook refers to.
  public Optional<String> target(XmlElement element) {
    return relationships.find(relationshipId(element)).map(Relationship::target);
  }

  private static void refuseStrangers(PackageParts parts) {
    if (parts.has("mimetype")) {
      String type = new String(parts.start("mimetype", 100), StandardCharsets.US_ASCII);
      boolean sheet = type.startsWith("application/vnd.oasis.opendocument.spreadsheet");
      boolean open = type.startsWith("application/vnd.oasis.opendocument");
      throw new XlsxFault.NotWorkbook(
          sheet ? FileKind.ODS : open ? FileKind.OPEN_DOCUMENT : FileKind.ZIP);
    }
    STRANGERS.forEach((part, kind) -> {
      if (parts.has(part)) {
        throw new XlsxFault.NotWorkbook(kind);
      }
    });
    if (!parts.has(ContentTypes.PART) && !parts.has("_rels/.rels")) {
      throw new XlsxFault.NotWorkbook(FileKind.ZIP);
    }
  }

  private static void refuseOtherKinds(String contentType) {
    if (contentType.contains("wordprocessingml")) {
      throw new XlsxFault.NotWorkbook(FileKind.WORD);
    }
    if (contentType.contains("presentationml")) {
      throw new XlsxFault.NotWorkbook(FileKind.POWERPOINT);
    }
    if (contentType.contains("sheet.binary")) {
      throw new XlsxFault.NotWorkbook(FileKind.XLSB);
    }
  }

  private static List<SheetEntry> sheets(
      PackageParts parts, XmlTree workbook, Relationships relationships) {
    var sheets = new ArrayList<SheetEntry>();
    var names = new HashSet<String>();
    for (XmlElement list : workbook.root().children("sheets")) {
      for (XmlElement each : list.children("sheet")) {
        SheetEntry sheet = sheet(parts, workbook, relationships, each);
        if (!names.add(sheet.name().toLowerCase(Locale.ROOT))) {
          throw damaged(workbook, each, "two sheets are named " + sheet.name());
        }
        sheets.add(sheet);
      }
    }
    if (sheets.stream().noneMatch(SheetEntry::isWorksheet)) {
      throw new XlsxFault.Damaged(workbook.part(), -1, "a workbook without worksheets");
    }
    return List.copyOf(sheets);
  }

  private static SheetEntry sheet(
      PackageParts parts, XmlTree workbook, Relationships relationships, XmlElement element) {
    String name = element.attributeOr("name", "");
    String id = relationshipId(element);
    Optional<Relationship> relationship = relationships.find(id);
    if (relationship.isEmpty() && !id.isEmpty()) {
      throw damaged(workbook, element, "sheet " + name + " refers to no part");
    }
    boolean isWorksheet = relationship.filter(each -> each.is("worksheet")).isPresent();
    String part = relationship.map(Relationship::target).orElse("");
    if (isWorksheet && !parts.has(part)) {
      throw damaged(workbook, element, "the part of sheet " + name + " is missing");
    }
    return new SheetEntry(
        name,
        element.number("sheetId", 0),
        visibility(element.attributeOr("state", "")),
        part,
        isWorksheet,
        element);
  }

  private static String relationshipId(XmlElement element) {
    return element
        .attribute(Namespaces.RELATIONSHIPS, "id")
        .or(() -> element.attribute(Namespaces.STRICT_RELATIONSHIPS, "id"))
        .orElse("");
  }

  private static Visibility visibility(String state) {
    return switch (state) {
      case "hidden" -> Visibility.HIDDEN;
      case "veryHidden" -> Visibility.VERY_HIDDEN;
      default -> Visibility.VISIBLE;
    };
  }

  private static XlsxFault damaged(XmlTree tree, XmlElement at, String why) {
    return new XlsxFault.Damaged(tree.part(), at.span().start(), why);
  }
}
