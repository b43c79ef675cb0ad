package dev.quire.graph.resource;

import dev.quire.graph.path.PathPrinter;
import dev.quire.workbook.Comment;
import dev.quire.workbook.Workbook;

/// A comment on a cell.
record CommentView(Workbook book, Comment comment) implements View {
  @Override
  public CommentView in(Workbook later) {
    return CommentResource.all(later)
        .filter(each -> each.id().equals(comment.id()))
        .findFirst()
        .map(each -> new CommentView(later, each))
        .orElseThrow(() -> new NoSuchEntity("comment", comment.id()));
  }

  @Override
  public String type() {
    return "workbookComment";
  }

  @Override
  public String path() {
    return "/comments(%27" + PathPrinter.text(comment.id()) + "%27)";
  }
}
