package dev.quire.ooxml.part;

import dev.quire.engine.ref.A1;
import dev.quire.engine.ref.Area;
import dev.quire.ooxml.guard.XlsxFault;
import dev.quire.ooxml.xml.XmlElement;
import dev.quire.workbook.Comment;
import dev.quire.workbook.TaskPerson;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// Reads the comments of a worksheet: threads (MS-XLSX 2.6.203), then the notes of old (ECMA-376
/// part 1, 18.7) on cells that have no thread. A thread also leaves a note in the file for programs
/// that know none, which is not counted twice.
final class CommentReader {
  private static final int MOST_COMMENTS = 1_000_000;

  private final PackageParts parts;
  private final String sheetPart;
  private final int sheetKey;
  private final Map<String, XmlElement> persons;
  private final Map<String, Discussion> threads = new LinkedHashMap<>();
  private final Set<Area> threaded = new HashSet<>();
  private final Map<String, Integer> equalNotes = new HashMap<>();
  private int count;

  private record Discussion(
      Area cell, String content, List<Comment.Mention> mentions, List<Comment.Reply> replies) {}

  private CommentReader(
      PackageParts parts, String sheetPart, int sheetKey, Map<String, XmlElement> persons) {
    this.persons = persons;
    this.parts = parts;
    this.sheetPart = sheetPart;
    this.sheetKey = sheetKey;
  }

  /// The comments of a worksheet, threads first.
  ///
  /// @param persons who writes and is spoken to, by their id
  static List<Comment> read(
      PackageParts parts, String sheetPart, int sheetKey, Map<String, XmlElement> persons) {
    return new CommentReader(parts, sheetPart, sheetKey, persons).read();
  }

  private List<Comment> read() {
    Relationships relationships = parts.relationships(sheetPart);
    for (Relationship each : relationships.of("threadedComment")) {
      if (!each.external() && parts.has(each.target())) {
        parts.tree(each.target()).root().children("threadedComment").forEach(this::thread);
      }
    }
    var comments = new ArrayList<Comment>();
    threads.forEach((id, thread) ->
        comments.add(
            new Comment(
                id,
                thread.cell(),
                thread.content(),
                thread.mentions(),
                true,
                thread.replies(),
                Optional.empty())));
    for (Relationship each : relationships.of("comments")) {
      if (!each.external() && parts.has(each.target())) {
        for (XmlElement list : parts.tree(each.target()).root().children("commentList")) {
          list.children("comment").forEach(note -> note(note).ifPresent(comments::add));
        }
      }
    }
    return comments;
  }

  /// A reply names the comment that it belongs to, which comes before it.
  private void thread(XmlElement element) {
    counted();
    String id = element.attributeOr("id", "");
    String text = Xstring.decode(element.child("text").map(XmlElement::text).orElse(""));
    Optional<String> parent = element.attribute("parentId");
    if (parent.isPresent()) {
      Discussion thread = threads.get(parent.get());
      if (thread != null) {
        thread
            .replies()
            .add(new Comment.Reply(id, text, mentions(element, text), Optional.empty()));
      }
      return;
    }
    A1.parse(element.attributeOr("ref", ""))
        .filter(Area::isCell)
        .ifPresent(cell -> {
          threads.put(id, new Discussion(cell, text, mentions(element, text), new ArrayList<>()));
          threaded.add(cell);
        });
  }

  /// Who a text speaks to; places beyond it are passed over.
  private List<Comment.Mention> mentions(XmlElement element, String text) {
    var mentions = new ArrayList<Comment.Mention>();
    for (XmlElement list : element.children("mentions")) {
      for (XmlElement each : list.children("mention")) {
        int start = each.number("startIndex", -1);
        int length = each.number("length", 0);
        int end = mentions.isEmpty() ? 0 : end(mentions.getLast());
        if (start >= end && length > 0 && length <= text.length() - start) {
          mentions.add(mention(each.attributeOr("mentionpersonId", ""), start, length, text));
        }
      }
    }
    return mentions;
  }

  private static int end(Comment.Mention mention) {
    return mention.start() + mention.length();
  }

  private Comment.Mention mention(String person, int start, int length, String text) {
    Optional<XmlElement> known = Optional.ofNullable(persons.get(person));
    String user = known.map(each -> each.attributeOr("userId", "")).orElse("");
    String name =
        known
            .map(each -> Xstring.decode(each.attributeOr("displayName", "")))
            .orElse(text.substring(start, start + length));
    return new Comment.Mention(new TaskPerson(user, name).email(), name, start, length);
  }

  private Optional<Comment> note(XmlElement element) {
    counted();
    Optional<Area> cell =
        A1.parse(element.attributeOr("ref", ""))
            .filter(Area::isCell)
            .filter(at -> !threaded.contains(at));
    String text = Xstring.decode(element.child("text").map(CommentReader::plain).orElse(""));
    return cell.map(at ->
        new Comment(id(element, text), at, text, List.of(), false, List.of(), Optional.empty()));
  }

  /// Notes that the file gives no identity get one that is told from what they say, so that it
  /// stays when cells move and other notes go.
  private String id(XmlElement note, String text) {
    return note.attribute(Namespaces.REVISION, "uid")
        .orElseGet(() -> {
          int same = equalNotes.merge(text, 1, Integer::sum);
          byte[] name = "%d %d %s".formatted(sheetKey, same, text).getBytes(StandardCharsets.UTF_8);
          return "{" + UUID.nameUUIDFromBytes(name).toString().toUpperCase(Locale.ROOT) + "}";
        });
  }

  /// The runs of a text without their formats.
  private static String plain(XmlElement text) {
    var plain = new StringBuilder();
    for (XmlElement each : text.children()) {
      if (each.name().equals("t")) {
        plain.append(each.text());
      } else if (each.name().equals("r")) {
        each.child("t").ifPresent(run -> plain.append(run.text()));
      }
    }
    return plain.toString();
  }

  private void counted() {
    if (++count > MOST_COMMENTS) {
      throw new XlsxFault.TooLarge("comments", MOST_COMMENTS);
    }
  }
}
