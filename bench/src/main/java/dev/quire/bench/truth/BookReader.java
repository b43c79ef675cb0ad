package dev.quire.bench.truth;

import dev.quire.engine.ref.A1;
import dev.quire.engine.ref.Area;
import dev.quire.graph.json.Json;
import dev.quire.graph.json.JsonArray;
import dev.quire.graph.json.JsonFlag;
import dev.quire.graph.json.JsonNull;
import dev.quire.graph.json.JsonNumber;
import dev.quire.graph.json.JsonObject;
import dev.quire.graph.json.JsonReader;
import dev.quire.graph.json.JsonText;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Calculates workbooks in a server and reads results back, as any client of the API would.
final class BookReader {
  private static final int MOST_CELLS = 20_000;
  private static final JsonReader JSON =
      new JsonReader(new JsonReader.Limits(64 << 20, 10_000_000, 64));
  private final HttpClient http;
  private final URI server;
  private final String token;

  BookReader(HttpClient http, URI server, String token) {
    this.http = http;
    this.server = server;
    this.token = token;
  }

  /// The results of cells, by sheet and position.
  ///
  /// @param file name of a workbook in the root of the drive
  Map<String, Result> results(String file, List<TruthCell> cells)
      throws IOException, InterruptedException {
    String workbook = "/v1.0/me/drive/root:/" + file + ":/workbook";
    JsonObject session =
        send("POST", workbook + "/createSession", "", "{\"persistChanges\":false}");
    String id = text(session.find("id").orElseThrow());
    send("POST", workbook + "/application/calculate", id, "{\"calculationType\":\"FullRebuild\"}");
    var bySheet = new HashMap<String, TreeMap<Integer, Area>>();
    for (TruthCell cell : cells) {
      Area at = A1.parse(cell.cell()).orElseThrow();
      bySheet
          .computeIfAbsent(cell.sheet(), _ -> new TreeMap<>())
          .merge(at.firstRow(), at, Area::boundingBox);
    }
    var results = new HashMap<String, Result>();
    for (var sheet : bySheet.entrySet()) {
      for (Area band : bands(halved(sheet.getValue().values()))) {
        read(workbook, id, sheet.getKey(), band, results);
      }
    }
    send("POST", workbook + "/closeSession", id, "");
    return results;
  }

  /// Rows joined to areas that one request may read.
  private static List<Area> bands(List<Area> rows) {
    var bands = new ArrayList<Area>();
    Area band = rows.getFirst();
    for (Area row : rows.subList(1, rows.size())) {
      Area both = band.boundingBox(row);
      if (both.cells() > MOST_CELLS || both.isWholeRows()) {
        bands.add(band);
        both = row;
      }
      band = both;
    }
    bands.add(band);
    return bands;
  }

  private void read(
      String workbook, String session, String sheet, Area area, Map<String, Result> results)
      throws IOException, InterruptedException {
    String name =
        URLEncoder.encode(sheet.replace("'", "''"), StandardCharsets.UTF_8).replace("+", "%20");
    String path =
        "%s/worksheets('%s')/range(address='%s')?$select=values,valueTypes"
            .formatted(workbook, name, corners(area));
    JsonObject range = send("GET", path, session, "");
    JsonArray values = (JsonArray) range.find("values").orElseThrow();
    JsonArray types = (JsonArray) range.find("valueTypes").orElseThrow();
    for (int row = 0; row < values.size(); row++) {
      JsonArray line = (JsonArray) values.at(row);
      for (int column = 0; column < line.size(); column++) {
        String cell = A1.cell(area.firstRow() + row, area.firstColumn() + column);
        String type = text(((JsonArray) types.at(row)).at(column));
        results.put(sheet + "\0" + cell, result(type, line.at(column)));
      }
    }
  }

  /// Rows as they are, but whole ones as two halves: the API takes a whole row for an unbounded
  /// range, of which it tells no values.
  private static List<Area> halved(Collection<Area> rows) {
    var halves = new ArrayList<Area>();
    for (Area row : rows) {
      if (row.isWholeRows()) {
        int middle = row.lastColumn() / 2;
        halves.add(new Area(row.firstRow(), 0, row.lastRow(), middle));
        halves.add(new Area(row.firstRow(), middle + 1, row.lastRow(), row.lastColumn()));
      } else {
        halves.add(row);
      }
    }
    return halves;
  }

  /// Both corners, also of whole columns.
  private static String corners(Area area) {
    return A1.cell(area.firstRow(), area.firstColumn())
        + ":"
        + A1.cell(area.lastRow(), area.lastColumn());
  }

  private static Result result(String type, Json value) {
    String text = text(value);
    return switch (type) {
      case "Double", "Integer" -> new Result(Result.Type.NUMBER, text);
      case "Boolean" -> new Result(Result.Type.LOGICAL, text.toUpperCase(Locale.ROOT));
      case "Error" -> new Result(Result.Type.ERROR, text);
      case "Empty" -> new Result(Result.Type.BLANK, "");
      default -> new Result(Result.Type.TEXT, text);
    };
  }

  private static String text(Json value) {
    return switch (value) {
      case JsonText(String text) -> text;
      case JsonNumber number -> number.text();
      case JsonFlag flag -> String.valueOf(flag.flag());
      case JsonNull _ -> "";
      case JsonArray _, JsonObject _ -> throw new IllegalStateException("no scalar: " + value);
    };
  }

  private JsonObject send(String method, String path, String session, String body)
      throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(server.resolve(path))
            .timeout(Duration.ofMinutes(3))
            .header("Authorization", "Bearer " + token)
            .method(method, BodyPublishers.ofString(body));
    if (!session.isEmpty()) {
      request.header("workbook-session-id", session);
    }
    if (!body.isEmpty()) {
      request.header("Content-Type", "application/json");
    }
    HttpResponse<byte[]> answer = http.send(request.build(), BodyHandlers.ofByteArray());
    Optional<Json> content = JSON.read(new ByteArrayInputStream(answer.body()));
    if (answer.statusCode() / 100 != 2) {
      throw new IOException(
          method
              + " "
              + path
              + " "
              + answer.statusCode()
              + " "
              + new String(answer.body(), StandardCharsets.UTF_8));
    }
    return content.map(JsonObject.class::cast).orElse(new JsonObject(List.of()));
  }
}
