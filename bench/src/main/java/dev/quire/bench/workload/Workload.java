package dev.quire.bench.workload;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Objects;
import java.util.Random;
import java.util.SequencedMap;

/// The cases by name. Each writes three files: `NAME.xlsx`, `NAME.tsv` with the same cells as text,
/// and `NAME.edits`, what to do and what must come out. The same files come out each time.
public final class Workload {
  private Workload() {}

  /// Writes the files of one case.
  @FunctionalInterface
  interface Case {
    void write(WorkloadBook book, EditScript script, Scale scale) throws IOException;
  }

  /// How large the cases are.
  ///
  /// @param small one twentieth of the rows, for a run that only looks whether values are right
  public record Scale(boolean small) {
    int of(int full) {
      return small ? Math.max(50, full / 20) : full;
    }
  }

  /// All cases in the order in which they run.
  public static SequencedMap<String, Case> cases() {
    var all = new LinkedHashMap<String, Case>();
    all.put("a_values", DataCases::values);
    all.put("b_chain", ChainCases::chain);
    all.put("c_prefix", ChainCases::prefixSums);
    all.put("d1_vlookup", LookupCases.of(LookupCases.Kind.VLOOKUP));
    all.put("d2_indexmatch", LookupCases.of(LookupCases.Kind.INDEX_MATCH));
    all.put("d3_xlookup", LookupCases.of(LookupCases.Kind.XLOOKUP));
    all.put("d4_vlookup_text", LookupCases.of(LookupCases.Kind.VLOOKUP_TEXT));
    all.put("e_sumifs", LookupCases::conditionalSums);
    all.put("f_model", ModelCase::write);
    all.put("g_point", DataCases::point);
    all.put("h1_filter", SpillCases::filter);
    all.put("h2_sort", SpillCases::sort);
    all.put("h3_unique", SpillCases::unique);
    all.put("i_insert", DataCases::insertRows);
    all.put("k_loan", ChainCases::loan);
    return all;
  }

  /// Writes a case into a folder.
  public static void write(String name, Path folder, Scale scale) throws IOException {
    Files.createDirectories(folder);
    try (var book = new WorkloadBook(folder, name);
        var script = new EditScript(folder, name)) {
      Objects.requireNonNull(cases().get(name), name).write(book, script, scale);
    }
  }

  static Random random(int salt) {
    return new Random(77_000L + salt);
  }

  /// An amount with two decimals.
  static double amount(Random random, double most) {
    return Math.rint(random.nextDouble() * most * 100) / 100;
  }

  static double sum(double[] numbers, int count) {
    double sum = 0;
    for (int at = 0; at < count; at++) {
      sum += numbers[at];
    }
    return sum;
  }
}
