package dev.quire.conformance.wire;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import dev.quire.conformance.fixture.BookFile;
import dev.quire.conformance.fixture.CommentedBook;
import java.util.Map;
import java.util.regex.Pattern;

/// Turns what the documentation shows of requests into requests about [ExampleBook].
final class ExampleRequests {
  private static final Pattern WORKBOOK = Pattern.compile("^.*?/workbook");

  /// Words that stand for a value, and one.
  private static final Map<String, String> WORDS =
      Map.ofEntries(
          Map.entry("name-value", "Made"),
          Map.entry("color-value", "#FF0000"),
          Map.entry("underline-value", "Single"),
          Map.entry("style-value", "TableStyleMedium4"),
          Map.entry("sideIndex-value", "EdgeTop"),
          Map.entry("weight-value", "Thin"),
          Map.entry("shift-value", "Down"),
          Map.entry("applyTo-value", "Contents"),
          Map.entry("anotherRange-value", "A1:B2"),
          Map.entry("visibility-value", "Visible"),
          Map.entry("position-value", "Top"),
          Map.entry("method-value", "PinYin"),
          Map.entry("criteria-value", "AboveAverage"),
          Map.entry("criteria1-value", ">1"),
          Map.entry("criteria2-value", "<9"),
          Map.entry("oper-value", "And"),
          Map.entry("comment-value", "A remark"),
          Map.entry("text-value", "Text"),
          Map.entry("horizontalAlignment-value", "Center"),
          Map.entry("verticalAlignment-value", "Center"),
          Map.entry("calculationType-value", "Full"),
          Map.entry("seriesBy-value", "Auto"),
          Map.entry("sourceData-value", "A1:C4"));

  private static final JsonPrimitive ANY_NUMBER = new JsonPrimitive(99);

  private ExampleRequests() {}

  /// The path with our workbook and what is in it.
  static String path(String documented, BookFile book) {
    String version = documented.startsWith("/beta") ? "/beta" : "/v1.0";
    String below =
        WORKBOOK
            .matcher(documented)
            .replaceFirst("")
            .replaceAll("worksheets/(\\{[^}]*\\})", "worksheets/Sheet1")
            .replaceAll("tables/(\\{[^}]*\\})", "tables/Table1")
            .replaceAll("columns/(\\{[^}]*\\})", "columns/Amount")
            .replaceAll("rows/(\\{[^}]*\\})", "rows/0")
            .replaceAll("itemAt\\(index=\\{index\\}\\)", "itemAt(index=0)")
            .replaceAll("names/(\\{[^}]*\\})", "names/Everything")
            .replaceAll("charts/(\\{[^}]*\\})", "charts/Chart%201")
            .replaceAll("series/(\\{[^}]*\\})", "series/0")
            .replaceAll("points/(\\{[^}]*\\})", "points/0")
            .replaceAll("borders/(\\{[^}]*\\})", "borders/EdgeTop")
            .replaceAll("comments/(\\{[^}]*\\})", "comments/" + key(CommentedBook.THREAD))
            .replaceAll("replies/(\\{[^}]*\\})", "replies/" + key(CommentedBook.ANSWER))
            .replaceAll("operations/(\\{[^}]*\\})", "operations/0")
            .replaceAll("pivotTables/(\\{[^}]*\\})", "pivotTables/PivotTable1")
            .replaceAll("\\{n\\}|<[a-z]+>", "1")
            .replaceAll("\\{[^}]*\\}", "0")
            .replace(" ", "%20");
    return book.workbook().replace("/v1.0", version) + placed(below);
  }

  private static String key(String id) {
    return id.replace("{", "%7B").replace("}", "%7D");
  }

  /// Where the pages leave out which range or table they speak of, one that has what they show.
  private static String placed(String below) {
    return below
        .replaceFirst("/range/(columns|rows|resized)", "/range(address='D4:E5')/$1")
        .replaceFirst(
            "tables/Table1(/columns/Amount)?/totalRowRange", "tables/Totals$1/totalRowRange")
        .replaceFirst(
            "names/Everything/range/format/protection", "names/Hidden/range/format/protection")
        .replaceFirst("tables\\('4'\\)", "tables('Weather')")
        .replaceFirst("tables\\('2'\\)", "tables('Table1')")
        .replaceFirst("Sheet15799", "Sheet1")
        .replaceFirst("worksheets/0/range", "worksheets/test/range")
        .replace("\"", "'");
  }

  /// The body with plausible values; null for none.
  static JsonElement body(JsonObject request) {
    JsonElement body = request.get("body");
    boolean none =
        body == null
            || body.isJsonNull()
            || request.get("method").getAsString().equals("GET")
                && body instanceof JsonObject object
                && object.isEmpty();
    return none ? JsonNull.INSTANCE : fitting(request, filled(repaired(body)));
  }

  /// The same word stands for values of several kinds; and new tables have to lie beside old ones.
  private static JsonElement fitting(JsonObject request, JsonElement body) {
    String path = request.get("path").getAsString();
    if (body instanceof JsonObject object) {
      if (path.contains("borders") && object.has("style")) {
        object.addProperty("style", "Continuous");
      }
      if (path.endsWith("range/delete")) {
        object.addProperty("shift", "Up");
      }
      if (path.endsWith("tables/add")) {
        object.addProperty("address", "Sheet1!J1:M5");
      }
    }
    return body;
  }

  /// A body whose page is no JSON has been put right beside it.
  static JsonElement repaired(JsonElement body) {
    return body instanceof JsonObject object && object.has("$repaired")
        ? object.get("$repaired")
        : body;
  }

  private static JsonElement filled(JsonElement documented) {
    return switch (documented) {
      case JsonObject object -> {
        var filled = new JsonObject();
        for (String name : object.keySet()) {
          // What identifies an entity is the service's to choose.
          if (!name.equals("id") && !isUnknown(object.get(name))) {
            filled.add(name, number(name, filled(object.get(name))));
          }
        }
        yield filled;
      }
      case JsonArray array -> {
        var filled = new JsonArray();
        array.forEach(each -> filled.add(filled(each)));
        yield filled;
      }
      case JsonPrimitive value when value.isString() ->
          new JsonPrimitive(WORDS.getOrDefault(value.getAsString(), value.getAsString()));
      default -> documented;
    };
  }

  /// Words for which no value is known, and objects for JSON of any kind, are left out.
  private static boolean isUnknown(JsonElement value) {
    return value instanceof JsonObject object && object.isEmpty()
        || value instanceof JsonPrimitive word
            && word.isString()
            && word.getAsString().endsWith("-value")
            && !WORDS.containsKey(word.getAsString());
  }

  /// 99 stands for any number; places have to be there.
  private static JsonElement number(String name, JsonElement value) {
    boolean isPlace = name.equals("index") || name.equals("position") || name.equals("key");
    return isPlace && value.equals(ANY_NUMBER) ? new JsonPrimitive(0) : value;
  }
}
