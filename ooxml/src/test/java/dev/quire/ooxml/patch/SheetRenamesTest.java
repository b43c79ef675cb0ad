package dev.quire.ooxml.patch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SheetRenamesTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "A!B1+1|'New one'!B1+1",
        "a!B1|'New one'!B1",
        "'A'!B1|'New one'!B1",
        "SUM(A!$B$1:$C$2,Other!A1)|SUM('New one'!$B$1:$C$2,Other!A1)",
        "\"A!B1\"&A!B1|\"A!B1\"&'New one'!B1",
        "A:Other!B1|'New one:Other'!B1",
        "'A:Other'!B1|'New one:Other'!B1",
        "[1]A!B1|[1]A!B1",
        "'[1]A'!B1|'[1]A'!B1",
        "Table[[A!x]:[y]]|Table[[A!x]:[y]]",
        "Gone!A1:B2+1|#REF!+1",
        "'Gone'!$A:$A|#REF!",
        "AA!A1+A1|AA!A1+A1",
        "'It''s'!A1|Its!A1"
      })
  void onlySheetPrefixesChange(String before, String after) {
    var renames = new SheetRenames();
    renames.rename("A", "New one");
    renames.rename("It's", "Its");
    renames.delete("Gone");
    assertEquals(after, renames.rewrite(before));
  }

  @Test
  void namesCanBeSwapped() {
    var renames = new SheetRenames();
    renames.rename("One", "Two");
    renames.rename("Two", "One");
    assertEquals("Two!A1+One!A1", renames.rewrite("One!A1+Two!A1"));
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '~',
      value = {"Data,Data", "R1C1,'R1C1'", "A1,'A1'", "x y,'x y'", "It's,'It''s'"})
  void doubtfulNamesAreQuoted(String name, String spelled) {
    assertEquals(spelled, SheetRenames.spell(name));
  }
}
