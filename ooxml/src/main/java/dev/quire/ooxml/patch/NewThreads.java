package dev.quire.ooxml.patch;

import dev.quire.engine.ref.A1;
import dev.quire.ooxml.part.Relationship;
import dev.quire.ooxml.part.Relationships;
import dev.quire.ooxml.part.WorkbookLayout;
import dev.quire.ooxml.xml.SliceEdits;
import dev.quire.ooxml.xml.Tags;
import dev.quire.ooxml.xml.XmlElement;
import dev.quire.ooxml.xml.XmlTree;
import dev.quire.workbook.Comment;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// Adds threads to a worksheet: the threads themselves (MS-XLSX 2.6.203), notes that programs
/// without threads show instead (ECMA-376 part 1, 18.7), and the boxes of these notes.
final class NewThreads {
  private static final String THREAD_TYPE = "application/vnd.ms-excel.threadedcomments+xml";
  private static final String THREAD_NAMESPACE =
      "http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments";
  private static final String THREAD_RELATIONSHIP =
      "http://schemas.microsoft.com/office/2017/10/relationships/threadedComment";
  private static final String NOTE_TYPE =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml";

  private final WorkbookLayout layout;
  private final PackageEdit edit;
  private final PersonPart persons;
  private final Relationships relationships;
  private final List<Comment> added;

  /// @param sheetPart part of the worksheet
  /// @param added threads that the file does not have yet
  NewThreads(
      WorkbookLayout layout,
      PackageEdit edit,
      PersonPart persons,
      String sheetPart,
      List<Comment> added) {
    this.layout = layout;
    this.edit = edit;
    this.persons = persons;
    this.relationships = layout.parts().relationships(sheetPart);
    this.added = added;
  }

  /// Adds them.
  ///
  /// @return the relationship of boxes that the worksheet has not had before
  Optional<String> apply() {
    threads();
    notes();
    return new NoteBoxes(layout, edit, relationships)
        .add(added.stream().map(Comment::cell).toList());
  }

  private Optional<XmlTree> tree(String kind) {
    return relationships.of(kind).stream()
        .filter(each -> !each.external() && layout.parts().has(each.target()))
        .map(Relationship::target)
        .map(layout.parts()::tree)
        .findFirst();
  }

  private void threads() {
    Optional<XmlTree> present = tree("threadedComment");
    var writer =
        new ThreadWriter(persons, present.map(tree -> tree.root().qualified("")).orElse(""));
    String elements = added.stream().map(writer::thread).collect(Collectors.joining());
    present.ifPresentOrElse(
        tree -> edit.slices(tree).append(tree.root(), elements),
        () -> {
          String part = edit.numbered("xl/threadedComments/threadedComment", ".xml");
          String content =
              NewParts.DECLARATION
                  + "<ThreadedComments%s>%s</ThreadedComments>"
                      .formatted(Tags.attribute("xmlns", THREAD_NAMESPACE), elements);
          edit.add(part, THREAD_TYPE, out -> out.write(content));
          edit.relate(relationships, THREAD_RELATIONSHIP, part);
        });
  }

  private void notes() {
    tree("comments").ifPresentOrElse(this::appendNotes, this::beginNotes);
  }

  private void beginNotes() {
    String part = edit.numbered("xl/comments", ".xml");
    String content =
        NewParts.DECLARATION
            + "<comments%s><authors>%s</authors><commentList>%s</commentList></comments>"
                .formatted(
                    Tags.attribute("xmlns", NewParts.main(layout.isStrict())),
                    authors(""),
                    notes("", 0));
    edit.add(part, NOTE_TYPE, out -> out.write(content));
    edit.relate(relationships, NewParts.relationship(layout.isStrict(), "comments"), part);
  }

  private void appendNotes(XmlTree tree) {
    XmlElement root = tree.root();
    String prefix = root.qualified("");
    SliceEdits slices = edit.slices(tree);
    Optional<XmlElement> authors = root.child("authors");
    int known = authors.map(each -> each.children("author").size()).orElse(0);
    Optional<XmlElement> list = root.child("commentList");
    String wholeAuthors = enclosed(prefix + "authors", authors(prefix));
    String notes = notes(prefix, known);
    authors.ifPresent(each -> slices.append(each, authors(prefix)));
    if (list.isPresent()) {
      if (authors.isEmpty()) {
        slices.insert(list.get().span().start(), wholeAuthors);
      }
      slices.append(list.get(), notes);
    } else {
      slices.append(
          root, (authors.isEmpty() ? wholeAuthors : "") + enclosed(prefix + "commentList", notes));
    }
  }

  /// A note is written by its thread.
  private String authors(String prefix) {
    return added.stream()
        .map(each -> enclosed(prefix + "author", "tc=" + ThreadWriter.escaped(each.id())))
        .collect(Collectors.joining());
  }

  private String notes(String prefix, int firstAuthor) {
    var notes = new StringBuilder();
    for (int at = 0; at < added.size(); at++) {
      notes.append(
          """
          <%1$scomment%2$s authorId="%3$d" shapeId="0"><%1$stext>\
          <%1$st xml:space="preserve">%4$s</%1$st></%1$stext></%1$scomment>\
          """
              .formatted(
                  prefix,
                  Tags.attribute("ref", A1.print(added.get(at).cell())),
                  firstAuthor + at,
                  ThreadWriter.escaped(ThreadWriter.shown(added.get(at)))));
    }
    return notes.toString();
  }

  private static String enclosed(String name, String content) {
    return "<" + name + ">" + content + "</" + name + ">";
  }
}
