package dev.quire.ooxml.patch;

import dev.quire.engine.ref.A1;
import dev.quire.engine.ref.Area;
import dev.quire.ooxml.part.Relationship;
import dev.quire.ooxml.part.WorkbookLayout;
import dev.quire.ooxml.xml.XmlElement;
import dev.quire.ooxml.xml.XmlTree;
import dev.quire.workbook.Comment;
import dev.quire.workbook.Workbook;
import dev.quire.workbook.Worksheet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Brings the comments of worksheets up to date: threads (MS-XLSX 2.6.203), the notes that programs
/// without threads show instead (ECMA-376 part 1, 18.7), and the boxes of notes that are gone.
final class CommentParts {
  private final WorkbookLayout layout;
  private final PackageEdit edit;
  private final PersonPart persons;

  CommentParts(WorkbookLayout layout, PackageEdit edit) {
    this.layout = layout;
    this.edit = edit;
    this.persons = new PersonPart(layout, edit);
  }

  /// Changes the comments of one worksheet.
  ///
  /// @return the relationship of boxes of notes that the worksheet has not had before
  Optional<String> apply(Tab tab, Workbook base, Worksheet sheet) {
    List<Comment> before =
        base.worksheet(sheet.key()).map(each -> each.regions().comments()).orElse(List.of());
    List<Comment> after = sheet.regions().comments();
    if (before.equals(after)) {
      return Optional.empty();
    }
    change(tab, before, after);
    Set<String> known = before.stream().map(Comment::id).collect(Collectors.toSet());
    List<Comment> added = after.stream().filter(each -> !known.contains(each.id())).toList();
    return added.isEmpty()
        ? Optional.empty()
        : new NewThreads(layout, edit, persons, tab.part(), added).apply();
  }

  private void change(Tab tab, List<Comment> before, List<Comment> after) {
    Set<Comment> same = new HashSet<>(before);
    same.retainAll(after);
    Map<String, Comment> now =
        after.stream().collect(Collectors.toMap(Comment::id, each -> each, (first, _) -> first));
    Map<Area, Following> notes = new HashMap<>();
    before.stream()
        .filter(each -> !same.contains(each))
        .forEach(each ->
            notes.put(each.cell(), new Following(each, Optional.ofNullable(now.get(each.id())))));
    for (Comment each : before) {
      if (each.isThread() && !same.contains(each)) {
        trees(tab, "threadedComment")
            .forEach(tree -> thread(tree, each, Optional.ofNullable(now.get(each.id()))));
      }
    }
    trees(tab, "comments").forEach(tree -> notes(tree, notes));
    Map<Area, Optional<Area>> boxes = new HashMap<>();
    notes.forEach((cell, following) -> {
      if (!following.now().map(Comment::cell).equals(Optional.of(cell))) {
        boxes.put(cell, following.now().map(Comment::cell));
      }
    });
    if (!boxes.isEmpty()) {
      targets(tab, "vmlDrawing")
          .flatMap(part -> NoteBoxes.tree(layout, part).stream())
          .forEach(tree -> boxes(tree, tree.root(), boxes));
    }
  }

  /// A comment and what has become of it.
  private record Following(Comment before, Optional<Comment> now) {}

  private Stream<String> targets(Tab tab, String kind) {
    return layout.parts().relationships(tab.part()).of(kind).stream()
        .filter(each -> !each.external() && layout.parts().has(each.target()))
        .map(Relationship::target);
  }

  private List<XmlTree> trees(Tab tab, String kind) {
    return targets(tab, kind).map(layout.parts()::tree).toList();
  }

  private static Map<String, Comment.Said> said(Comment comment) {
    Map<String, Comment.Said> said = new HashMap<>();
    said.put(comment.id(), new Comment.Said(comment.content(), comment.mentions()));
    comment
        .replies()
        .forEach(each -> said.put(each.id(), new Comment.Said(each.content(), each.mentions())));
    return said;
  }

  private void thread(XmlTree tree, Comment before, Optional<Comment> now) {
    var writer = new ThreadWriter(persons, tree.root().qualified(""));
    Map<String, Comment.Said> then = said(before);
    Map<String, Comment.Said> said = now.map(CommentParts::said).orElse(Map.of());
    boolean here = false;
    for (XmlElement each : tree.root().children("threadedComment")) {
      String id = each.attributeOr("id", "");
      here |= id.equals(before.id());
      if (id.equals(before.id()) || each.attributeOr("parentId", "").equals(before.id())) {
        if (!said.containsKey(id)) {
          edit.slices(tree).remove(each);
        } else if (!said.get(id).equals(then.get(id))) {
          say(tree, each, said.get(id), writer);
        }
        now.filter(_ -> said.containsKey(id))
            .ifPresent(comment -> place(tree, each, before, comment));
      }
    }
    if (here && now.isPresent()) {
      now.get().replies().stream()
          .filter(each -> !then.containsKey(each.id()))
          .forEach(each -> edit.slices(tree).append(tree.root(), writer.reply(now.get(), each)));
    }
  }

  /// Mentions tell places of the text, so both are written together.
  private void say(XmlTree tree, XmlElement element, Comment.Said said, ThreadWriter writer) {
    String id = element.attributeOr("id", "");
    String written = writer.text(said.text()) + writer.mentions(id, said.mentions());
    element.child("mentions").ifPresent(edit.slices(tree)::remove);
    element
        .child("text")
        .ifPresentOrElse(
            each -> edit.slices(tree).replace(each, written),
            () -> edit.slices(tree).append(element, written));
  }

  private void place(XmlTree tree, XmlElement element, Comment before, Comment now) {
    if (!before.cell().equals(now.cell())) {
      edit.slices(tree).setAttribute(element, "ref", A1.print(now.cell()));
    }
  }

  private void notes(XmlTree tree, Map<Area, Following> changed) {
    for (XmlElement list : tree.root().children("commentList")) {
      for (XmlElement each : list.children("comment")) {
        A1.parse(each.attributeOr("ref", ""))
            .map(changed::get)
            .ifPresent(following ->
                following
                    .now()
                    .ifPresentOrElse(
                        comment -> note(tree, each, following.before(), comment),
                        () -> edit.slices(tree).remove(each)));
      }
    }
  }

  private void note(XmlTree tree, XmlElement element, Comment before, Comment comment) {
    place(tree, element, before, comment);
    if (ThreadWriter.shown(before).equals(ThreadWriter.shown(comment))) {
      return;
    }
    String t = element.qualified("t");
    String text =
        "<%s xml:space=\"preserve\">%s</%s>"
            .formatted(t, ThreadWriter.escaped(ThreadWriter.shown(comment)), t);
    element
        .child("text")
        .ifPresentOrElse(
            each -> edit.slices(tree).replaceContent(each, text),
            () -> edit.slices(tree).append(element, enclosed(element.qualified("text"), text)));
  }

  /// Removes boxes and lets others follow their cells.
  private void boxes(XmlTree tree, XmlElement within, Map<Area, Optional<Area>> changed) {
    for (XmlElement each : within.children()) {
      Optional<XmlElement> data =
          each.children().stream()
              .filter(child -> child.name().equals("ClientData"))
              .filter(child -> child.attributeOr("ObjectType", "").equals("Note"))
              .filter(child -> cell(child).filter(changed::containsKey).isPresent())
              .findFirst();
      if (data.isEmpty()) {
        boxes(tree, each, changed);
        continue;
      }
      Area before = cell(data.get()).orElseThrow(IllegalStateException::new);
      Optional<Area> now = changed.getOrDefault(before, Optional.empty());
      now.ifPresentOrElse(
          place -> box(tree, data.get(), before, place), () -> edit.slices(tree).remove(each));
    }
  }

  private void box(XmlTree tree, XmlElement data, Area before, Area now) {
    int down = now.firstRow() - before.firstRow();
    int right = now.firstColumn() - before.firstColumn();
    for (XmlElement each : data.children()) {
      Optional<String> text =
          switch (each.name()) {
            case "Row" -> Optional.of(Integer.toString(now.firstRow()));
            case "Column" -> Optional.of(Integer.toString(now.firstColumn()));
            case "Anchor" -> anchor(each.text(), down, right);
            default -> Optional.empty();
          };
      text.ifPresent(changed -> edit.slices(tree).replaceContent(each, changed));
    }
  }

  /// Left column, offset, top row, offset, right column, offset, bottom row, offset, as seen in
  /// files (O); empty for something else, which then stays where it is.
  private static Optional<String> anchor(String text, int down, int right) {
    String[] fields = text.strip().split("\\s*,\\s*");
    if (fields.length != 8 || !text.strip().matches("[\\d\\s,-]{1,200}")) {
      return Optional.empty();
    }
    for (int at = 0; at < fields.length; at += 2) {
      try {
        int moved = Integer.parseInt(fields[at]) + (at % 4 == 0 ? right : down);
        fields[at] = Integer.toString(Math.max(0, moved));
      } catch (NumberFormatException noPlace) {
        return Optional.empty();
      }
    }
    return Optional.of(String.join(", ", fields));
  }

  private static Optional<Area> cell(XmlElement data) {
    try {
      int row = Integer.parseInt(data.child("Row").map(XmlElement::text).orElse("").strip());
      int column = Integer.parseInt(data.child("Column").map(XmlElement::text).orElse("").strip());
      return Optional.of(Area.cell(row, column));
    } catch (NumberFormatException noCell) {
      return Optional.empty();
    }
  }

  private static String enclosed(String name, String content) {
    return "<" + name + ">" + content + "</" + name + ">";
  }
}
