package dev.quire.graph;

import dev.quire.graph.exchange.GraphResponse.Body;
import dev.quire.graph.exchange.Headers;
import dev.quire.graph.json.Detail;
import dev.quire.graph.json.JsonOut;
import dev.quire.session.Saves;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// An answer before the headers that all answers have.
record Answer(int status, Headers headers, Body body) {
  /// The content type of workbook answers (semantics §3).
  static final String JSON =
      "application/json;odata.metadata=minimal;odata.streaming=true;IEEE754Compatible=false;charset=utf-8";

  /// Says things worth knowing that have no place in the body.
  private static final String NOTICE = "x-quire-notice";

  /// Says what saving did to the file: numbers of parts with another content, of new ones, of those
  /// that are gone, of those with the same compressed bytes, and of cells written (`rewritten=3,
  /// added=0, removed=1, identical=11, cells=2`).
  private static final String SAVE_REPORT = "x-quire-save-report";

  static Answer noContent() {
    return new Answer(204, Headers.NONE, Body.EMPTY);
  }

  static Answer json(int status, JsonOut.Content content) {
    return new Answer(
        status, Headers.NONE.with("Content-Type", JSON), stream -> JsonOut.write(stream, content));
  }

  /// JSON with as much about itself as the client wants.
  static Answer json(Call call, int status, JsonOut.Content content) {
    Detail detail = call.detail();
    return new Answer(
        status,
        Headers.NONE.with("Content-Type", JSON.replace("=minimal", "=" + detail.word())),
        stream -> JsonOut.write(stream, detail, content));
  }

  static Answer text(String text) {
    return new Answer(
        200,
        Headers.NONE.with("Content-Type", "text/plain"),
        stream -> stream.write(text.getBytes(StandardCharsets.UTF_8)));
  }

  Answer with(String header, String value) {
    return new Answer(status, headers.with(header, value), body);
  }

  Answer with(Body other) {
    return new Answer(status, headers, other);
  }

  /// Adds what saving the workbook did, and what a person should know about it.
  Answer reporting(Saves saves) {
    String counts =
        "rewritten=%d, added=%d, removed=%d, identical=%d, cells=%d"
            .formatted(
                saves.rewritten(),
                saves.added(),
                saves.removed(),
                saves.identical(),
                saves.cells());
    List<String> sentences = saves.notices().stream().map(Answer::sentence).toList();
    return with(SAVE_REPORT, counts).noting(sentences);
  }

  private static String sentence(String notice) {
    return Character.toUpperCase(notice.charAt(0)) + notice.substring(1) + ".";
  }

  /// Adds notices to those there are, in one header, as only printable characters may stand there.
  Answer noting(List<String> notices) {
    if (notices.isEmpty()) {
      return this;
    }
    var all = new ArrayList<>(headers.all(NOTICE));
    all.addAll(notices);
    return with(NOTICE, String.join(" ", all).replaceAll("[^ -~]", "?"));
  }
}
