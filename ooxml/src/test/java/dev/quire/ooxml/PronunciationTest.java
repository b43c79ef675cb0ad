package dev.quire.ooxml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.quire.engine.ref.A1;
import dev.quire.engine.value.ErrorValue;
import dev.quire.engine.value.TextValue;
import dev.quire.workbook.Edit;
import dev.quire.workbook.InsertShift;
import dev.quire.workbook.RangeSort;
import dev.quire.workbook.Workbook;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What is noted in a file of how its texts are pronounced.
class PronunciationTest {
  private static final String STRINGS = "xl/sharedStrings.xml";
  private static final String SHEET = "xl/worksheets/sheet1.xml";

  private static final String NOTED =
      """
      <si><t>山田太郎</t><rPh sb="0" eb="2"><t>ヤマダ</t></rPh><rPh sb="2" eb="4"><t>タロウ</t></rPh>\
      <phoneticPr fontId="1" %s/></si>\
      """;

  /// A1 and B1 with the noted text, C1 with one of the same letters without.
  private static final String ROWS =
      """
      <row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>0</v></c>\
      <c r="C1" t="s"><v>1</v></c></row><row r="2"><c r="A2"><v>1</v></c></row>\
      """;

  /// By the numbers of the first column.
  private static final RangeSort RISING =
      new RangeSort(
          List.of(new RangeSort.Key(0, true, new RangeSort.On.Content(false))),
          false,
          false,
          false);

  private static byte[] file(String properties) {
    return TestPackage.rows(ROWS)
        .strings(NOTED.formatted(properties) + "<si><t>山田太郎</t></si>")
        .bytes();
  }

  private static Object phonetic(Workbook book, String cell) {
    return Books.value(Books.formula(book, 0, "F9", "PHONETIC(" + cell + ")"), 0, "F9");
  }

  private static String typed(String text) {
    return String.valueOf(text.toCharArray());
  }

  private static byte[] save(byte[] bytes, UnaryOperator<Workbook> change) {
    XlsxFile file = Books.open(bytes);
    byte[] saved = file.save(change.apply(file.workbook()), Books.NOW).bytes();
    assertEquals(List.of(), Lint.of(saved));
    return saved;
  }

  @ParameterizedTest
  @CsvSource({
    "'',ヤマダタロウ",
    "'type=\"fullwidthKatakana\"',ヤマダタロウ",
    "'type=\"halfwidthKatakana\"',ﾔﾏﾀﾞﾀﾛｳ",
    "'type=\"Hiragana\"',やまだたろう",
    "'type=\"noConversion\"',ヤマダタロウ"
  })
  void phoneticAnswersInTheLettersThatAreAskedFor(String properties, String reading) {
    Workbook book = Books.open(file(properties)).workbook();
    assertEquals(new TextValue(reading), phonetic(book, "A1"));
    assertEquals(new TextValue(reading), phonetic(book, "A1:C1"));
  }

  @Test
  void lettersWithoutNotesStayAsTheyAre() {
    byte[] bytes =
        TestPackage.rows("<row><c t=\"s\"><v>0</v></c></row>")
            .strings("<si><t>東京都</t><rPh sb=\"0\" eb=\"2\"><t>とうきょう</t></rPh></si>")
            .bytes();
    assertEquals(new TextValue("とうきょう都"), phonetic(Books.open(bytes).workbook(), "A1"));
  }

  @Test
  void notesBeyondTheTextAreTakenAsFarAsTheyFit() {
    byte[] bytes =
        TestPackage.rows("<row><c t=\"s\"><v>0</v></c></row>")
            .strings(
                "<si><t>ab</t><rPh sb=\"1\" eb=\"90\"><t>x</t></rPh>"
                    + "<rPh sb=\"0\" eb=\"4294967295\"><t>y</t></rPh><rPh sb=\"z\"/></si>")
            .bytes();
    assertEquals(new TextValue("axy"), phonetic(Books.open(bytes).workbook(), "A1"));
  }

  @Test
  void textsInCellsHaveNotesAsWell() {
    Workbook book =
        Books.open(
                TestPackage.rows(
                        """
                        <row r="1"><c r="A1" t="inlineStr"><is><t>山</t>\
                        <rPh sb="0" eb="1"><t>やま</t></rPh></is></c></row>\
                        """)
                    .bytes())
            .workbook();
    assertEquals(new TextValue("やま"), phonetic(book, "A1"));
  }

  @Test
  void anotherTextOfTheSameLettersHasNone() {
    Workbook book = Books.open(file("")).workbook();
    assertEquals(ErrorValue.NA, phonetic(book, "C1"));
    Workbook changed = Books.text(book, 0, "A1", typed("山田太郎"));
    assertEquals(ErrorValue.NA, phonetic(changed, "A1"));
    assertEquals(new TextValue("ヤマダタロウ"), phonetic(changed, "B1"));
  }

  @Test
  void whatAFormulaYieldsHasNone() {
    Workbook book = Books.formula(Books.open(file("")).workbook(), 0, "D1", "A1");
    assertEquals(ErrorValue.NA, phonetic(book, "D1"));
  }

  @Test
  void otherCellsKeepTheirNotesWhenOneChanges() {
    byte[] saved = save(file("type=\"Hiragana\""), b -> Books.text(b, 0, "A1", "川"));
    assertTrue(Parts.text(saved, STRINGS).contains(NOTED.formatted("type=\"Hiragana\"")));
    Workbook again = Books.open(saved).workbook();
    assertEquals(ErrorValue.NA, phonetic(again, "A1"));
    assertEquals(new TextValue("やまだたろう"), phonetic(again, "B1"));
  }

  @Test
  void notesMoveWithTheirCells() {
    Workbook book = Books.open(file("")).workbook();
    Workbook moved =
        Books.apply(book, new Edit.InsertCells(0, A1.parse("1:1").orElseThrow(), InsertShift.DOWN));
    assertEquals(new TextValue("ヤマダタロウ"), phonetic(moved, "A2"));
  }

  @Test
  void notesOfCellsThatArePutInOrderAreWrittenWithThem() {
    byte[] bytes =
        TestPackage.rows(
                """
                <row r="1"><c r="A1"><v>2</v></c><c r="B1" t="s"><v>0</v></c></row>\
                <row r="2"><c r="A2"><v>1</v></c><c r="B2" t="s"><v>1</v></c></row>\
                """)
            .strings(NOTED.formatted("type=\"Hiragana\"") + "<si><t>川</t></si>")
            .bytes();
    byte[] saved =
        save(
            bytes,
            b -> Books.apply(b, new Edit.SortRange(0, A1.parse("A1:B2").orElseThrow(), RISING)));
    assertTrue(Parts.text(saved, SHEET).contains("<c r=\"B2\" t=\"s\"><v>0</v></c>"));
    Workbook again = Books.open(saved).workbook();
    assertEquals(ErrorValue.NA, phonetic(again, "B1"));
    assertEquals(new TextValue("やまだたろう"), phonetic(again, "B2"));
  }

  @Test
  void notesOfTextsInCellsAreWrittenToTheTable() {
    byte[] saved =
        save(
            TestPackage.rows(
                    """
                    <row r="1"><c r="A1"><v>2</v></c><c r="B1" t="inlineStr"><is><t>山</t>\
                    <rPh sb="0" eb="1"><t>ﾔﾏ</t></rPh>\
                    <phoneticPr fontId="0" alignment="center"/></is></c></row>\
                    <row r="2"><c r="A2"><v>1</v></c></row>\
                    """)
                .bytes(),
            b -> Books.apply(b, new Edit.SortRange(0, A1.parse("A1:B2").orElseThrow(), RISING)));
    assertTrue(
        Parts.text(saved, STRINGS)
            .contains(
                """
                <si><t>山</t><rPh sb="0" eb="1"><t>ﾔﾏ</t></rPh>\
                <phoneticPr fontId="0" type="fullwidthKatakana" alignment="center"/></si>\
                """));
    assertEquals(new TextValue("ヤマ"), phonetic(Books.open(saved).workbook(), "B2"));
  }
}
