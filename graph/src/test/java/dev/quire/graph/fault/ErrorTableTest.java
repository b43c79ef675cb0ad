package dev.quire.graph.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.quire.graph.Reference;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ErrorTableTest {
  @Test
  void secondLevelCodesAreThePublishedOnes() throws IOException {
    var ours =
        Arrays.stream(ErrorCode.values())
            .map(code -> row(code.status(), code.code(), code.message()))
            .toList();
    assertEquals(published("second"), ours);
    assertEquals(35, ours.size());
  }

  @Test
  void statusWordsAreThePublishedOnes() throws IOException {
    var ours =
        Arrays.stream(StatusWord.values())
            .map(word -> row(word.status(), word.code(), word.message()))
            .toList();
    assertEquals(published("top"), ours);
    assertEquals(13, ours.size());
  }

  private static List<String> published(String level) throws IOException {
    return Reference.rows("error-codes.tsv").stream()
        .filter(row -> row[0].equals(level))
        .map(row -> row(Integer.parseInt(row[1]), row[3], row[4]))
        .toList();
  }

  private static String row(int status, String code, String message) {
    return status + " " + code + " " + message;
  }
}
