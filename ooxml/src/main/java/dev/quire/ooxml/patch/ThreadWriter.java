package dev.quire.ooxml.patch;

import dev.quire.engine.ref.A1;
import dev.quire.engine.ref.Area;
import dev.quire.ooxml.part.Xstring;
import dev.quire.ooxml.xml.Tags;
import dev.quire.ooxml.xml.XmlText;
import dev.quire.workbook.Comment;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/// Writes what is said in threads, and what programs show instead that know none (MS-XLSX 2.6.203).
final class ThreadWriter {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SS").withZone(ZoneOffset.UTC);

  private static final String INSTEAD =
      """
      [Threaded comment]

      Your version of Excel allows you to read this threaded comment; however, any edits to it \
      will get removed if the file is opened in a newer version of Excel. Learn more: \
      https://go.microsoft.com/fwlink/?linkid=870924

      Comment:
          %s\
      """;

  private final PersonPart persons;
  private final String prefix;

  /// @param prefix of the namespace of threads, with its colon; empty for none
  ThreadWriter(PersonPart persons, String prefix) {
    this.persons = persons;
    this.prefix = prefix;
  }

  /// A new comment with its replies.
  String thread(Comment comment) {
    var said = new Comment.Said(comment.content(), comment.mentions());
    return element(comment.cell(), comment.id(), "", said, comment.origin())
        + comment.replies().stream()
            .map(each -> reply(comment, each))
            .collect(Collectors.joining());
  }

  /// A new reply.
  String reply(Comment comment, Comment.Reply reply) {
    return element(
        comment.cell(),
        reply.id(),
        Tags.attribute("parentId", comment.id()),
        new Comment.Said(reply.content(), reply.mentions()),
        reply.origin());
  }

  private String element(
      Area cell, String id, String parent, Comment.Said said, Optional<Comment.Origin> somewhere) {
    Comment.Origin origin = somewhere.orElseThrow(IllegalStateException::new);
    return "<%1$sthreadedComment%2$s%3$s%4$s%5$s%6$s>%7$s%8$s</%1$sthreadedComment>"
        .formatted(
            prefix,
            Tags.attribute("ref", A1.print(cell)),
            Tags.attribute("dT", TIME.format(origin.at())),
            Tags.attribute("personId", persons.writer(origin.author())),
            Tags.attribute("id", id),
            parent,
            text(said.text()),
            mentions(id, said.mentions()));
  }

  /// The element that holds a text.
  String text(String text) {
    return "<%1$stext>%2$s</%1$stext>".formatted(prefix, escaped(text));
  }

  /// The element that tells who is spoken to; nothing when nobody is.
  ///
  /// @param comment id of the comment or reply; mentions are known by it and their place in it
  String mentions(String comment, List<Comment.Mention> mentions) {
    if (mentions.isEmpty()) {
      return "";
    }
    return mentions.stream()
        .map(each -> mention(comment, each))
        .collect(Collectors.joining("", "<" + prefix + "mentions>", "</" + prefix + "mentions>"));
  }

  private String mention(String comment, Comment.Mention mention) {
    byte[] name = (comment + " " + mention.start()).getBytes(StandardCharsets.UTF_8);
    String id = "{" + UUID.nameUUIDFromBytes(name).toString().toUpperCase(Locale.ROOT) + "}";
    return "<%smention%s%s%s%s/>"
        .formatted(
            prefix,
            Tags.attribute("mentionpersonId", persons.addressee(mention)),
            Tags.attribute("mentionId", id),
            Tags.attribute("startIndex", Integer.toString(mention.start())),
            Tags.attribute("length", Integer.toString(mention.length())));
  }

  /// A text as it stands in a part.
  static String escaped(String text) {
    return XmlText.escape(Xstring.encode(text));
  }

  /// What programs show that know no threads, as Excel writes it.
  static String shown(Comment comment) {
    if (!comment.isThread()) {
      return comment.content();
    }
    var shown = new StringBuilder(INSTEAD.formatted(comment.content()));
    comment.replies().forEach(each -> shown.append("\nReply:\n    ").append(each.content()));
    return shown.toString();
  }
}
