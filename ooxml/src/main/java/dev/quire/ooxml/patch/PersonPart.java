package dev.quire.ooxml.patch;

import dev.quire.ooxml.part.Relationship;
import dev.quire.ooxml.part.WorkbookLayout;
import dev.quire.ooxml.xml.Tags;
import dev.quire.ooxml.xml.XmlElement;
import dev.quire.ooxml.xml.XmlTree;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// The people who wrote comments (MS-XLSX 2.6.205). Those who are new are known by their name, as
/// Excel does it without a directory.
final class PersonPart {
  private static final String NAMESPACE =
      "http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments";
  private static final String TYPE = "application/vnd.ms-excel.person+xml";
  private static final String RELATIONSHIP =
      "http://schemas.microsoft.com/office/2017/10/relationships/person";
  private static final String PROVIDER = "None";

  private final WorkbookLayout layout;
  private final PackageEdit edit;
  private final Map<String, String> written = new LinkedHashMap<>();
  private final StringBuilder people = new StringBuilder();
  private Optional<String> added = Optional.empty();

  PersonPart(WorkbookLayout layout, PackageEdit edit) {
    this.layout = layout;
    this.edit = edit;
  }

  /// The identity of a person in this file, who is entered if not there.
  String id(String name) {
    return known(name).orElseGet(() -> written.computeIfAbsent(name, this::enter));
  }

  private Optional<XmlTree> existing() {
    return layout.relationships().of("person").stream()
        .filter(each -> !each.external() && layout.parts().has(each.target()))
        .map(Relationship::target)
        .map(layout.parts()::tree)
        .findFirst();
  }

  private Optional<String> known(String name) {
    return existing().stream()
        .flatMap(tree -> tree.root().children("person").stream())
        .filter(each -> each.attributeOr("displayName", "").equals(name))
        .filter(each -> each.attributeOr("providerId", PROVIDER).equals(PROVIDER))
        .flatMap(each -> each.attribute("id").stream())
        .findFirst();
  }

  private String enter(String name) {
    byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
    String id = "{" + UUID.nameUUIDFromBytes(bytes).toString().toUpperCase(Locale.ROOT) + "}";
    existing()
        .ifPresentOrElse(
            tree -> append(tree, person(tree.root().qualified("person"), name, id)),
            () -> begin(person("person", name, id)));
    return id;
  }

  private void append(XmlTree tree, String person) {
    XmlElement root = tree.root();
    edit.slices(tree).append(root, person);
  }

  /// Makes the part, or makes it again with one person more.
  private void begin(String person) {
    people.append(person);
    String content =
        NewParts.DECLARATION
            + "<personList%s>%s</personList>".formatted(Tags.attribute("xmlns", NAMESPACE), people);
    if (added.isPresent()) {
      edit.rewrite(added.get(), out -> out.write(content));
      return;
    }
    String workbook = layout.workbook().part();
    String folder = workbook.substring(0, workbook.lastIndexOf('/') + 1);
    String part = edit.free(folder + "persons/person.xml");
    edit.add(part, TYPE, out -> out.write(content));
    edit.relate(layout.relationships(), RELATIONSHIP, part);
    added = Optional.of(part);
  }

  private static String person(String element, String name, String id) {
    return "<%s%s%s%s%s/>"
        .formatted(
            element,
            Tags.attribute("displayName", name),
            Tags.attribute("id", id),
            Tags.attribute("userId", name),
            Tags.attribute("providerId", PROVIDER));
  }
}
