package dev.quire.bench.load;

import dev.quire.bench.LeanClient;
import java.io.IOException;

/// Somebody with a connection of their own who works on one workbook.
record Visitor(LeanClient http, String token, String book) implements AutoCloseable {
  private String file() {
    return "/v1.0/me/drive/root:/" + book;
  }

  LeanClient.Answer send(String method, String path, String ticket, String body)
      throws IOException {
    String session = ticket.isEmpty() ? "" : "workbook-session-id: " + ticket + "\r\n";
    String headers =
        "Authorization: Bearer %s\r\nContent-Type: application/json\r\n%s"
            .formatted(token, session);
    return http.send(method, file() + path, headers, body);
  }

  /// The text of an answer with this status.
  ///
  /// @throws IOException when it has another one
  String expect(int status, String method, String path, String ticket, String body)
      throws IOException {
    LeanClient.Answer answer = send(method, ":/workbook" + path, ticket, body);
    if (answer.status() != status) {
      throw new IOException(
          "%s %s of %s: %d %s".formatted(method, path, book, answer.status(), answer.body()));
    }
    return answer.body();
  }

  String opens(boolean persistent) throws IOException {
    return member(
        expect(201, "POST", "/createSession", "", "{\"persistChanges\":" + persistent + "}"),
        "\"id\":\"",
        "\"");
  }

  void closes(String ticket) throws IOException {
    expect(204, "POST", "/closeSession", ticket, "");
  }

  void writes(String sheet, String cell, int value, String ticket) throws IOException {
    expect(200, "PATCH", range(sheet, cell), ticket, "{\"values\":[[" + value + "]]}");
  }

  String reads(String sheet, String cells, String ticket) throws IOException {
    return expect(200, "GET", range(sheet, cells) + "?$select=values", ticket, "");
  }

  /// The bytes of the file.
  byte[] downloads() throws IOException {
    LeanClient.Answer answer = send("GET", ":/content", "", "");
    if (answer.status() != 200) {
      throw new IOException("content of %s: %d".formatted(book, answer.status()));
    }
    return answer.content();
  }

  static String range(String sheet, String cells) {
    return "/worksheets/%s/range(address='%s')".formatted(sheet, cells);
  }

  /// What stands in an answer behind some text.
  static String member(String json, String before, String after) {
    int at = json.indexOf(before) + before.length();
    return json.substring(at, json.indexOf(after, at));
  }

  @Override
  public void close() throws IOException {
    http.close();
  }
}
