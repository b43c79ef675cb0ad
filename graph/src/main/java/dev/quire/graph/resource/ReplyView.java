package dev.quire.graph.resource;

import dev.quire.graph.path.PathPrinter;
import dev.quire.workbook.Comment;
import dev.quire.workbook.Workbook;

/// An answer to a comment.
record ReplyView(CommentView owner, Comment.Reply reply) implements View {
  @Override
  public Workbook book() {
    return owner.book();
  }

  @Override
  public ReplyView in(Workbook later) {
    CommentView comment = owner.in(later);
    return comment.comment().replies().stream()
        .filter(each -> each.id().equals(reply.id()))
        .findFirst()
        .map(each -> new ReplyView(comment, each))
        .orElseThrow(() -> new NoSuchEntity("reply", reply.id()));
  }

  @Override
  public String type() {
    return "workbookCommentReply";
  }

  @Override
  public String path() {
    return owner.path() + "/replies(%27" + PathPrinter.text(reply.id()) + "%27)";
  }
}
