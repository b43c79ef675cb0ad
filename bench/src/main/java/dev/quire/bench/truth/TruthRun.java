package dev.quire.bench.truth;

import dev.quire.server.QuireServer;
import dev.quire.server.ServerConfig;
import dev.quire.server.service.ServiceSettings;
import dev.quire.server.service.WorkbookService;
import dev.quire.server.token.TokenOrder;
import java.io.IOException;
import java.io.PrintStream;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.xml.stream.XMLStreamException;

/// `./quire truth`: strips every workbook of a corpus of its results, serves it, calculates it over
/// HTTP, reads the results back and compares them with Excel's.
///
/// ```
/// --corpus=DIR          the corpus; ../shared/corpus unless said otherwise
/// --files=PART          only workbooks whose path has this in it
/// --functions=A,B       only cells whose formula uses one of these
/// --tolerance=1e-9      largest relative difference between numbers
/// --failures=FILE       where to list the cells that differ; - for the first 200 on the screen
/// --write=FILE          where to write the page with the tables
/// ```
public final class TruthRun {
  private static final int MOST_SHOWN = 200;
  private final Map<String, String> options;
  private final PrintStream out;

  private TruthRun(Map<String, String> options, PrintStream out) {
    this.options = options;
    this.out = out;
  }

  /// Runs and prints.
  @SuppressWarnings("SystemOut")
  public static void main(String[] args) throws Exception {
    Map<String, String> options =
        Arrays.stream(args)
            .map(arg -> arg.replaceFirst("^--", "").split("=", 2))
            .collect(Collectors.toMap(pair -> pair[0], pair -> pair.length > 1 ? pair[1] : ""));
    new TruthRun(options, System.out).run();
    System.exit(0);
  }

  private void run() throws Exception {
    Path folder = Path.of(option("corpus", "../shared/corpus"));
    if (!Files.exists(folder.resolve("truth-cells.tsv.gz"))) {
      out.println("No corpus in " + folder.toAbsolutePath().normalize() + ": nothing to score.");
      return;
    }
    TruthCorpus corpus = TruthCorpus.read(folder, this::isWanted);
    var score = new Score(Double.parseDouble(option("tolerance", "1e-9")));
    Path work = Files.createTempDirectory("quire-truth");
    Path drive = Files.createDirectories(work.resolve("drive"));
    try (var server = server(drive, work.resolve("data"))) {
      String token =
          server.issuer().orElseThrow().mint(TokenOrder.work("truth", Duration.ofHours(8)));
      try (HttpClient http = HttpClient.newHttpClient()) {
        score(corpus, drive, new BookReader(http, server.baseUrl(), token), score);
      }
    }
    report(score);
  }

  private static QuireServer server(Path drive, Path data) throws Exception {
    return QuireServer.start(
        ServerConfig.development(data),
        (tokens, clock) ->
            WorkbookService.open(
                ServiceSettings.graph(drive, data.resolve("state")), tokens, clock));
  }

  private void score(TruthCorpus corpus, Path drive, BookReader reader, Score score)
      throws XMLStreamException, InterruptedException {
    var strip = new StrippedBook();
    int number = 0;
    for (var book : corpus.books().entrySet()) {
      Path served = drive.resolve("book-" + ++number + ".xlsx");
      Map<String, Result> results = Map.of();
      try {
        Files.write(served, strip.of(corpus.workbook(book.getKey())));
        results = reader.results(served.getFileName().toString(), book.getValue());
        Files.delete(served);
      } catch (IOException failed) {
        out.println(book.getKey() + ": " + failed.getMessage());
      }
      score.add(book.getValue(), results);
    }
  }

  private boolean isWanted(TruthCell cell) {
    String functions = option("functions", "");
    return cell.file().contains(option("files", ""))
        && (functions.isEmpty()
            || Arrays.stream(functions.split(",")).anyMatch(each -> cell.uses(each)));
  }

  private void report(Score score) throws IOException {
    String summary = summary(score);
    out.print(summary);
    list(score);
    String page = option("write", "");
    if (!page.isEmpty()) {
      Files.writeString(Path.of(page), TruthPage.of(score));
    }
  }

  private static String summary(Score score) {
    Score.Rate cells = score.cells();
    Score.Rate shapes = score.shapes();
    Map<String, Score.Rate> functions = score.functions();
    Map<String, Score.Rate> books = score.books();
    return """
    cells      %,d of %,d   %.3f %%
    shapes     %,d of %,d   %.3f %%
    functions  %.3f %%   (%d of %d without fault)
    books      %.3f %%   (%d of %d without fault)
    """
        .formatted(
            cells.passed(),
            cells.all(),
            cells.percent(),
            shapes.passed(),
            shapes.all(),
            shapes.percent(),
            Score.mean(functions),
            faultless(functions),
            functions.size(),
            Score.mean(books),
            faultless(books),
            books.size());
  }

  static long faultless(Map<String, Score.Rate> rates) {
    return rates.values().stream().filter(rate -> rate.passed() == rate.all()).count();
  }

  private void list(Score score) throws IOException {
    String target = option("failures", "");
    List<String> lines =
        score.failures().stream()
            .map(failure ->
                Table.line(
                    failure.cell().file(),
                    failure.cell().sheet(),
                    failure.cell().cell(),
                    failure.cell().formula(),
                    failure.cell().expected().text(),
                    failure.found().type() == Result.Type.NOT_ANSWERED
                        ? "(not answered)"
                        : failure.found().text()))
            .toList();
    if (target.equals("-")) {
      lines.stream().limit(MOST_SHOWN).forEach(out::println);
    } else if (!target.isEmpty()) {
      Files.write(Path.of(target), lines, StandardCharsets.UTF_8);
    }
    byFunction(score).entrySet().stream()
        .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
        .limit(40)
        .forEach(entry -> out.println("%6d  %s".formatted(entry.getValue(), entry.getKey())));
  }

  /// Failing cells by the functions in their formulas.
  private static Map<String, Long> byFunction(Score score) {
    return score.failures().stream()
        .map(failure -> String.join(",", failure.cell().functions()))
        .collect(Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting()));
  }

  private String option(String name, String otherwise) {
    return options.getOrDefault(name, otherwise);
  }
}
