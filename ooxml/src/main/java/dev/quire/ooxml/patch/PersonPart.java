package dev.quire.ooxml.patch;

import dev.quire.ooxml.part.Relationship;
import dev.quire.ooxml.part.WorkbookLayout;
import dev.quire.ooxml.part.Xstring;
import dev.quire.ooxml.xml.Tags;
import dev.quire.ooxml.xml.XmlElement;
import dev.quire.ooxml.xml.XmlTree;
import dev.quire.workbook.Comment;
import dev.quire.workbook.TaskPerson;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;

/// The people who wrote comments or are spoken to in them (MS-XLSX 2.6.205). Writers who are new
/// are known by their name, as Excel does it without a directory; those who are spoken to by their
/// mail address, as when they were picked from a list.
final class PersonPart {
  private static final String NAMESPACE =
      "http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments";
  private static final String TYPE = "application/vnd.ms-excel.person+xml";
  private static final String RELATIONSHIP =
      "http://schemas.microsoft.com/office/2017/10/relationships/person";
  private static final String NO_DIRECTORY = "None";
  private static final String PICKED = "PeoplePicker";

  private final WorkbookLayout layout;
  private final PackageEdit edit;
  private final Map<Person, String> written = new LinkedHashMap<>();
  private final StringBuilder people = new StringBuilder();
  private Optional<String> added = Optional.empty();

  private record Person(String name, String user, String provider) {
    Person(XmlElement element) {
      this(
          Xstring.decode(element.attributeOr("displayName", "")),
          element.attributeOr("userId", ""),
          element.attributeOr("providerId", NO_DIRECTORY));
    }

    String element(String name, String id) {
      return "<%s%s%s%s%s/>"
          .formatted(
              name,
              Tags.attribute("displayName", Xstring.encode(name())),
              Tags.attribute("id", id),
              Tags.attribute("userId", user),
              Tags.attribute("providerId", provider));
    }
  }

  PersonPart(WorkbookLayout layout, PackageEdit edit) {
    this.layout = layout;
    this.edit = edit;
  }

  /// The identity in this file of somebody who writes, who is entered if not there.
  String writer(String name) {
    return known(each -> each.name().equals(name) && each.provider().equals(NO_DIRECTORY))
        .orElseGet(() -> entered(new Person(name, name, NO_DIRECTORY)));
  }

  /// The identity in this file of somebody who is spoken to, who is entered if not there.
  String addressee(Comment.Mention mention) {
    return known(each ->
            each.name().equals(mention.name())
                && new TaskPerson(each.user(), each.name())
                    .email()
                    .equalsIgnoreCase(mention.email()))
        .orElseGet(() -> entered(new Person(mention.name(), mention.email(), PICKED)));
  }

  private String entered(Person person) {
    return written.computeIfAbsent(person, this::enter);
  }

  private Optional<XmlTree> existing() {
    return layout.relationships().of("person").stream()
        .filter(each -> !each.external() && layout.parts().has(each.target()))
        .map(Relationship::target)
        .map(layout.parts()::tree)
        .findFirst();
  }

  private Optional<String> known(Predicate<Person> wanted) {
    return existing().stream()
        .flatMap(tree -> tree.root().children("person").stream())
        .filter(each -> wanted.test(new Person(each)))
        .flatMap(each -> each.attribute("id").stream())
        .findFirst();
  }

  private String enter(Person person) {
    String same = person.provider().equals(PICKED) ? "\n" + person.user() : "";
    byte[] bytes = (person.name() + same).getBytes(StandardCharsets.UTF_8);
    String id = "{" + UUID.nameUUIDFromBytes(bytes).toString().toUpperCase(Locale.ROOT) + "}";
    existing()
        .ifPresentOrElse(
            tree -> append(tree, person.element(tree.root().qualified("person"), id)),
            () -> begin(person.element("person", id)));
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
}
