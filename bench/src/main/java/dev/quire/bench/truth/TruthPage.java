package dev.quire.bench.truth;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;

/// The page that says how right the engine is.
final class TruthPage {
  private TruthPage() {}

  private static final Path DIFFERENCES = Path.of("docs/truth-differences.tsv");
  private static final int REASON = 6;

  /// The page in Markdown.
  ///
  /// @throws IOException when the list of differences cannot be read
  static String of(Score score) throws IOException {
    Map<String, Score.Rate> functions = score.functions();
    return """
    # How right the engine is

    Made by `./quire truth --write=docs/truth.md`: every workbook of the corpus stripped of its stored results, served, calculated
    over HTTP, read back, compared with what Excel stored (numbers within 1e-9 relative; texts, logicals and kinds of errors equal).

    | weight | passed | of | %% |
    |---|---|---|---|
    | cells | %,d | %,d | %.3f |
    | shapes (a filled formula counts once) | %,d | %,d | %.3f |
    | functions (rate of shapes, averaged) | %d without fault | %d | %.3f |
    | workbooks (rate of cells, averaged) | %d without fault | %d | %.3f |

    Each cell that differs stands in [truth-differences.tsv](truth-differences.tsv), with the reason where one is known:

    | cells | reason |
    |---|---|
    %s

    ## Functions with differences

    | function | shapes right | of |
    |---|---|---|
    %s
    """
        .formatted(
            score.cells().passed(),
            score.cells().all(),
            score.cells().percent(),
            score.shapes().passed(),
            score.shapes().all(),
            score.shapes().percent(),
            TruthRun.faultless(functions),
            functions.size(),
            Score.mean(functions),
            TruthRun.faultless(score.books()),
            score.books().size(),
            Score.mean(score.books()),
            reasons(),
            functions.entrySet().stream()
                .filter(entry -> entry.getValue().passed() < entry.getValue().all())
                .map(entry ->
                    "| %s | %d | %d |"
                        .formatted(
                            entry.getKey(), entry.getValue().passed(), entry.getValue().all()))
                .collect(Collectors.joining("\n")));
  }

  /// How many cells differ for each reason, the most frequent one first.
  private static String reasons() throws IOException {
    Map<String, Long> counts =
        Table.rows(DIFFERENCES).stream()
            .collect(Collectors.groupingBy(row -> row.get(REASON), Collectors.counting()));
    return counts.entrySet().stream()
        .sorted(
            Map.Entry.<String, Long>comparingByValue()
                .reversed()
                .thenComparing(Map.Entry.comparingByKey()))
        .map(entry -> "| %d | %s |".formatted(entry.getValue(), entry.getKey()))
        .collect(Collectors.joining("\n"));
  }
}
