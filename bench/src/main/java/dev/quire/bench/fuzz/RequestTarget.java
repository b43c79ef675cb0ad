package dev.quire.bench.fuzz;

import dev.quire.graph.exchange.GraphRequest;
import dev.quire.graph.exchange.GraphResponse;
import dev.quire.graph.exchange.Headers;
import dev.quire.graph.gate.Caller;
import dev.quire.server.service.ServiceSettings;
import dev.quire.server.service.WorkbookService;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Requests: a line with method, path and query, and a JSON body. They go into sessions that keep
/// nothing.
final class RequestTarget implements Target {
  private static final String BOOK = "/v1.0/me/drive/root:/Book.xlsx:/workbook";
  private static final int REQUESTS_OF_A_SESSION = 300;
  private static final Pattern ID = Pattern.compile("\"id\":\"([^\"]+)\"");
  private static final List<String> SEEDS =
      List.of(
          "GET /worksheets?$select=id,name&$top=2&$skip=0&$orderby=name",
          "GET /worksheets('Sheet1')/range(address='A1:C3')?$select=values,text,formulas",
          "GET /worksheets/Sheet1/usedRange(valuesOnly=true)/format/fill",
          "GET /worksheets/Sheet1/cell(row=1,column=2)",
          "GET /worksheets/Sheet1/range(address='A1')/resizedRange(deltaRows=2,deltaColumns=1)",
          "GET /worksheets/Sheet1/range/boundingRect(anotherRange='B2:C3')",
          "GET /tables/T/columns(id='1')/dataBodyRange",
          "GET /tables('T')/rows/$/itemAt(index=0)",
          "GET /names/N/range?$expand=worksheet",
          "GET /worksheets/Sheet1/charts/itemAt(index=0)/image(width=100,height=50)",
          "PATCH /worksheets/Sheet1/range(address='A1:B2') {\"values\":[[1,\"=A1*2\"],[null,\"x\"]],\"numberFormat\":[[\"0.00\",\"@\"],[null,\"General\"]]}",
          "PATCH /worksheets/Sheet1/range(address='C3')/format/fill {\"color\":\"#FF0000\"}",
          "PATCH /worksheets/Sheet1/range(address='C3')/format/font {\"bold\":true,\"size\":11.5,\"name\":\"Arial\"}",
          "PATCH /worksheets/Other {\"name\":\"Third\",\"position\":0,\"visibility\":\"Hidden\"}",
          "PATCH /tables/T {\"name\":\"U\",\"showTotals\":true,\"style\":\"TableStyleLight1\"}",
          "POST /worksheets {\"name\":\"New\"}",
          "POST /worksheets/Sheet1/range(address='B2:C3')/insert {\"shift\":\"Down\"}",
          "POST /worksheets/Sheet1/range(address='B2:C3')/delete {\"shift\":\"Left\"}",
          "POST /worksheets/Sheet1/range(address='B2:C3')/clear {\"applyTo\":\"All\"}",
          "POST /worksheets/Sheet1/range(address='A1:E12')/sort/apply {\"fields\":[{\"key\":1,\"ascending\":false}],\"matchCase\":true,\"hasHeaders\":true,\"orientation\":\"Rows\",\"method\":\"PinYin\"}",
          "POST /tables/add {\"address\":\"Other!A1:B3\",\"hasHeaders\":false}",
          "POST /tables/T/rows/add {\"index\":null,\"values\":[[1,2,3,4,\"=1+1\"]]}",
          "POST /tables/T/columns/add {\"index\":1,\"values\":[[\"X\"],[1],[2],[3],[4],[5],[6],[7]]}",
          "POST /tables/T/columns/2/filter/apply {\"criteria\":{\"filterOn\":\"Custom\",\"criterion1\":\">3\",\"operator\":\"And\"}}",
          "POST /names/add {\"name\":\"M\",\"reference\":\"=Sheet1!$A$1\",\"comment\":\"c\"}",
          "POST /functions/vlookup {\"lookupValue\":\"3\",\"tableArray\":{\"Address\":\"Sheet1!A1:E12\"},\"colIndexNum\":3,\"rangeLookup\":false}",
          "POST /functions/sum {\"values\":[1,2,{\"address\":\"Sheet1!C1:C9\"}]}",
          "POST /application/calculate {\"calculationType\":\"Full\"}",
          "POST /worksheets/Sheet1/protection/protect {\"options\":{\"allowSort\":true}}",
          "POST /createSession {\"persistChanges\":false}",
          "POST /refreshSession",
          "DELETE /worksheets/Other",
          "DELETE /tables/T/rows/1");

  private final WorkbookService service;
  private Optional<String> session = Optional.empty();
  private int sent;

  private RequestTarget(WorkbookService service) {
    this.service = service;
  }

  static RequestTarget open() throws IOException {
    Path home = Files.createTempDirectory("quire-fuzz");
    Path drive = Files.createDirectories(home.resolve("drive"));
    Files.write(drive.resolve("Book.xlsx"), SeedBooks.rich());
    return new RequestTarget(
        WorkbookService.open(
            ServiceSettings.graph(drive, home.resolve("state")),
            token -> new Caller(token, token, Caller.Account.WORK, Set.of("Files.ReadWrite")),
            InstantSource.system()));
  }

  @Override
  public String name() {
    return "request";
  }

  @Override
  public byte[] input(RandomGenerator random) {
    String seed = SEEDS.get(random.nextInt(SEEDS.size()));
    if (random.nextInt(10) == 0) {
      return seed.getBytes(StandardCharsets.UTF_8);
    }
    int blank = seed.indexOf(' ');
    String rest = new Mutation(random).text(seed.substring(blank + 1));
    return (seed.substring(0, blank + 1) + rest).getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public boolean take(byte[] input) throws IOException {
    String text = new String(input, StandardCharsets.UTF_8);
    String[] parts = text.split(" ", 3);
    if (parts.length < 2) {
      return false;
    }
    if (session.isEmpty() || ++sent % REQUESTS_OF_A_SESSION == 0) {
      session = created();
    }
    String body = parts.length > 2 ? parts[2] : "";
    String answer = send(parts[0], BOOK + escaped(parts[1]), body, session);
    if (answer.startsWith("500") && !answer.contains("GenericFileOpenError")) {
      throw new IllegalStateException(answer.substring(0, Math.min(600, answer.length())));
    }
    return answer.startsWith("2");
  }

  private Optional<String> created() throws IOException {
    String answer =
        send("POST", BOOK + "/createSession", "{\"persistChanges\":false}", Optional.empty());
    Matcher id = ID.matcher(answer);
    return id.find() ? Optional.of(id.group(1)) : Optional.empty();
  }

  private String send(String method, String target, String body, Optional<String> ticket)
      throws IOException {
    int query = target.indexOf('?');
    Map<String, List<String>> headers = new HashMap<>();
    headers.put("authorization", List.of("Bearer fuzz"));
    headers.put("content-type", List.of("application/json"));
    ticket.ifPresent(id -> headers.put("workbook-session-id", List.of(id)));
    GraphResponse response =
        service.answer(
            new GraphRequest(
                method,
                query < 0 ? target : target.substring(0, query),
                query < 0 ? Optional.empty() : Optional.of(target.substring(query + 1)),
                Headers.of(headers),
                new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)),
                "http://fuzz",
                UUID.randomUUID().toString(),
                "127.0.0.1"));
    var out = new ByteArrayOutputStream();
    response.body().writeTo(out);
    return response.status() + " " + out.toString(StandardCharsets.UTF_8);
  }

  /// As a client sends it; what is escaped already, rightly or wrongly, stays.
  private static String escaped(String path) {
    var escaped = new StringBuilder();
    for (byte each : path.getBytes(StandardCharsets.UTF_8)) {
      boolean plain = each > ' ' && each < 0x7F && each != '"' && each != '<' && each != '>';
      escaped.append(plain ? Character.toString(each) : "%%%02X".formatted(each & 0xFF));
    }
    return escaped.toString();
  }

  @Override
  public void close() {
    service.close();
  }
}
