package dev.quire.workbook.encoding;

import static dev.quire.workbook.encoding.Forms.AREA;
import static dev.quire.workbook.encoding.Forms.INTEGER;
import static dev.quire.workbook.encoding.Forms.TEXT;
import static dev.quire.workbook.encoding.Forms.list;
import static dev.quire.workbook.encoding.Forms.optional;
import static dev.quire.workbook.encoding.Records.record;

import dev.quire.workbook.Comment;
import dev.quire.workbook.Edit;

/// The forms of changes to comments. They never change once they have been in a release.
final class CommentForms {
  private static final Form<Comment.Origin> ORIGIN =
      record(
          TEXT.at(Comment.Origin::author),
          EditForms.INSTANT.at(Comment.Origin::at),
          Comment.Origin::new);

  private static final Form<Comment.Mention> MENTION =
      record(
          TEXT.at(Comment.Mention::email),
          TEXT.at(Comment.Mention::name),
          INTEGER.at(Comment.Mention::start),
          INTEGER.at(Comment.Mention::length),
          Comment.Mention::new);

  private static final Form<Comment.Said> SAID =
      record(
          TEXT.at(Comment.Said::text), list(MENTION).at(Comment.Said::mentions), Comment.Said::new);

  static final Form<Edit.AddComment> ADD_COMMENT =
      record(
          INTEGER.at(Edit.AddComment::sheet),
          AREA.at(Edit.AddComment::cell),
          TEXT.at(Edit.AddComment::id),
          SAID.at(Edit.AddComment::said),
          ORIGIN.at(Edit.AddComment::origin),
          Edit.AddComment::new);

  static final Form<Edit.AddReply> ADD_REPLY =
      record(
          INTEGER.at(Edit.AddReply::sheet),
          TEXT.at(Edit.AddReply::comment),
          TEXT.at(Edit.AddReply::id),
          SAID.at(Edit.AddReply::said),
          ORIGIN.at(Edit.AddReply::origin),
          Edit.AddReply::new);

  static final Form<Edit.ChangeComment> CHANGE_COMMENT =
      record(
          INTEGER.at(Edit.ChangeComment::sheet),
          TEXT.at(Edit.ChangeComment::comment),
          optional(TEXT).at(Edit.ChangeComment::reply),
          SAID.at(Edit.ChangeComment::said),
          Edit.ChangeComment::new);

  static final Form<Edit.DeleteComment> DELETE_COMMENT =
      record(
          INTEGER.at(Edit.DeleteComment::sheet),
          TEXT.at(Edit.DeleteComment::comment),
          optional(TEXT).at(Edit.DeleteComment::reply),
          Edit.DeleteComment::new);

  private CommentForms() {}
}
