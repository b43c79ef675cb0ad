package dev.quire.graph.path;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.quire.graph.edm.EdmModel;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

class PathProperties {
  private static final PathParser PARSER = new PathParser(EdmModel.bundled());
  private static final String BOOK = "/v1.0/me/drive/items/1/workbook";

  @Property(tries = 500)
  void anyKeySurvivesPrintingAndParsing(@ForAll("texts") String key) {
    var route = worksheet(key);
    assertEquals(route, PARSER.parse("GET", PathPrinter.path(route)));
  }

  @Property(tries = 500)
  void anyKeySurvivesAsTheSegmentThatSdksSend(@ForAll("texts") String key) {
    if (!key.isEmpty()) {
      var route = PARSER.parse("GET", BOOK + "/worksheets/" + asSentBySdk(key) + "/charts");
      assertEquals(worksheet(key).segments(), route.segments().subList(0, 8));
    }
  }

  @Property(tries = 500)
  void anyAddressSurvivesPrintingAndParsing(@ForAll("texts") String address) {
    var quoted = address.replace("'", "''");
    var path = BOOK + "/worksheets/S/range(address='" + asSentBySdk(quoted) + "')/format";
    var route = PARSER.parse("GET", path);
    var call = (Segment.FunctionCall) route.segments().get(8);
    assertEquals(new Argument.Text(address), call.arguments().get("address"));
    assertEquals(route, PARSER.parse("GET", PathPrinter.path(route)));
  }

  @Property(tries = 500)
  void quotedSheetNamesNeedNoDoubling(@ForAll("sheetNames") String sheet) {
    // What the SDKs send: quotes doubled once, for Excel, and not once more for OData.
    var address = "'" + sheet.replace("'", "''") + "'!A1:B2";
    var path = BOOK + "/worksheets/S/range(address='" + asSentBySdk(address) + "')";
    var call = (Segment.FunctionCall) PARSER.parse("GET", path).last();
    assertEquals(new Argument.Text(address), call.arguments().get("address"));
  }

  @Property(tries = 300)
  void anyItemPathSurvives(@ForAll("itemPaths") String path) {
    var encoded = asSentBySdk(path).replace("%2F", "/");
    var plain = PARSER.parse("GET", "/v1.0/me/drive/root:/" + encoded + ":/workbook");
    assertEquals(path, ((Segment.ItemPath) plain.segments().get(4)).path());
    assertEquals(plain, PARSER.parse("GET", PathPrinter.path(plain)));
    var inOneSegment = asSentBySdk("root:/" + path + ":");
    var sdk = PARSER.parse("GET", "/v1.0/drives/d/items/" + inOneSegment + "/workbook");
    assertEquals(path, ((Segment.ItemPath) sdk.segments().get(5)).path());
  }

  @Property(tries = 3000)
  void anyPathParsesOrIsRefused(@ForAll("paths") String path) {
    try {
      var route = PARSER.parse("POST", path);
      assertEquals(route, PARSER.parse("POST", PathPrinter.path(route)));
    } catch (PathFault fault) {
      assertTrue(fault.position() >= 0 && fault.position() <= path.length(), path);
    }
  }

  @Test
  void idsDoNotEndWithTheColonOfAPath() {
    for (String path : List.of("/v1.0/sites/::", "/v1.0/me/drive/items/a::/b:/workbook")) {
      Assertions.assertThrows(PathFault.BadItemPath.class, () -> PARSER.parse("GET", path), path);
    }
  }

  @Test
  void longestPathsTakeLinearTime() {
    var pieces = List.of("/", "a", "'", "''", "(", "%41", ":", ":/", "/lastRow()", ",", "=", "a=");
    var starts = List.of("/v1.0/", BOOK + "/worksheets/S/range(address='", "/v1.0/me/drive/root:/");
    Assertions.assertTimeout(
        Duration.ofSeconds(5),
        () -> {
          for (var start : starts) {
            for (var piece : pieces) {
              int times = (PathParser.MAX_CHARS - start.length() - 2) / piece.length();
              outcome(start + piece.repeat(times));
              outcome(start + piece.repeat(times) + "')");
            }
          }
        });
  }

  private static void outcome(String path) {
    try {
      PARSER.parse("GET", path);
    } catch (PathFault fault) {
      assertTrue(fault.getMessage().length() > 10);
    }
  }

  private static Route worksheet(String key) {
    var collection = PARSER.parse("GET", BOOK + "/worksheets");
    var segments = new ArrayList<>(collection.segments());
    segments.add(new Segment.Key(key, collection.type().orElseThrow().element()));
    return new Route(segments);
  }

  private static String asSentBySdk(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
  }

  @Provide
  Arbitrary<String> texts() {
    var odd = Arbitraries.of("'", "''", "(", ")", "=", ",", "/", ":", ":/", "%", "+", "$", "add");
    var plain = Arbitraries.strings().withChars("aZ09 {}!&#?;|^~Üß€漢").ofMaxLength(3);
    return Arbitraries.oneOf(odd, plain).list().ofMaxSize(8).map(parts -> String.join("", parts));
  }

  @Provide
  Arbitrary<String> sheetNames() {
    // No comma: `a','b` in an undoubled literal could be one text or two arguments.
    return Arbitraries.strings()
        .withChars("aZ '&()=%#|^Ü")
        .ofMinLength(1)
        .ofMaxLength(12)
        .filter(name -> !name.startsWith("'") && !name.endsWith("'")); // Excel has no such names
  }

  @Provide
  Arbitrary<String> itemPaths() {
    var name = Arbitraries.strings().withChars("ab .'()+%#&=ü$").ofMinLength(1).ofMaxLength(6);
    return name.map(text -> text + "x")
        .list()
        .ofMinSize(1)
        .ofMaxSize(4)
        .map(names -> String.join("/", names));
  }

  @Provide
  Arbitrary<String> paths() {
    var words =
        Arbitraries.of(
            "me",
            "drive",
            "drives",
            "root",
            "root:",
            "items",
            "items('1')",
            "workbook",
            "worksheets",
            "tables",
            "rows",
            "columns",
            "add",
            "range",
            "range()",
            "range(address='A1')",
            "usedRange",
            "range(address='a'b')",
            "cell(row=1,column=2)",
            "itemAt(index=0)",
            "itemAt(0)",
            "itemAt(",
            "$",
            "$count",
            "$value",
            "$batch",
            "%24count",
            "x",
            "x:",
            "%41",
            "%",
            "%zz",
            "'",
            "()",
            "content",
            "name",
            "format",
            "font",
            "sites",
            "a:b",
            "..",
            "%2F",
            "%3A%2F",
            "charts");
    var tail = Arbitraries.strings().withChars("a1'(),=:%$/ ").ofMaxLength(10);
    return words
        .list()
        .ofMaxSize(9)
        .flatMap(list -> tail.map(end -> "/v1.0/" + String.join("/", list) + "/" + end));
  }
}
