package dev.quire.ooxml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.quire.engine.value.ErrorValue;
import dev.quire.engine.value.NumberValue;
import dev.quire.engine.value.TextValue;
import dev.quire.workbook.Workbook;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Templates, macro books, strict files, labels and properties: they are what they were after a
/// change.
class PackageKindsTest {
  private static final String PLAIN = "spreadsheetml.sheet.main+xml";
  private static final String TYPES = "[Content_Types].xml";
  private static final String ROWS = "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>";

  private static byte[] changed(byte[] file) {
    XlsxFile opened = Books.open(file);
    byte[] saved = opened.save(Books.number(opened.workbook(), 0, "A1", 7), Books.NOW).bytes();
    assertEquals(new NumberValue(7), Books.value(Books.open(saved).workbook(), 0, "A1"));
    return saved;
  }

  /// The package with the texts of all parts changed.
  private static byte[] edited(byte[] file, UnaryOperator<String> change) {
    Map<String, byte[]> parts = new LinkedHashMap<>();
    Parts.of(file)
        .keySet()
        .forEach(name ->
            parts.put(name, change.apply(Parts.text(file, name)).getBytes(StandardCharsets.UTF_8)));
    return TestPackage.zip(parts);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/vnd.openxmlformats-officedocument.spreadsheetml.template.main+xml",
        "application/vnd.ms-excel.sheet.macroEnabled.main+xml",
        "application/vnd.ms-excel.template.macroEnabled.main+xml",
        "application/vnd.ms-excel.addin.macroEnabled.main+xml"
      })
  void templatesAndMacroBooksStayWhatTheyAre(String type) {
    byte[] file =
        edited(
            TestPackage.rows(ROWS).bytes(),
            text -> text.replace("application/vnd.openxmlformats-officedocument." + PLAIN, type));
    assertTrue(Parts.text(file, TYPES).contains(type));
    assertTrue(Parts.text(changed(file), TYPES).contains(type));
  }

  @Test
  void functionsOfMacrosKeepTheirValuesUntilAnInputChanges() {
    String rows =
        "<row r=\"1\"><c r=\"A1\"><v>1</v></c><c r=\"B1\"><f>IFERROR(TAXES(A1),0)</f><v>9</v></c></row>";
    byte[] plain = TestPackage.rows(rows).bytes();
    byte[] ofMacroKind =
        edited(
            plain,
            text ->
                text.replace(
                    "application/vnd.openxmlformats-officedocument." + PLAIN,
                    "application/vnd.ms-excel.sheet.macroEnabled.main+xml"));
    byte[] withMacros =
        TestPackage.rows(rows).linked("vbaProject.bin", "vbaProject", "<not-read/>").bytes();
    for (byte[] file : List.of(ofMacroKind, withMacros)) {
      Workbook book = Books.open(file).workbook();
      assertEquals(new NumberValue(9), Books.value(Books.number(book, 0, "A9", 7), 0, "B1"));
      assertEquals(ErrorValue.NAME, Books.value(Books.number(book, 0, "A1", 7), 0, "B1"));
    }
    Workbook book = Books.open(plain).workbook();
    assertEquals(new NumberValue(0), Books.value(Books.number(book, 0, "A1", 7), 0, "B1"));
  }

  @Test
  void strictFilesStayStrict() {
    byte[] file =
        edited(
            TestPackage.rows(ROWS).strings("<si><t>a</t></si>").bytes(),
            text ->
                text.replace(TestPackage.MAIN, TestPackage.STRICT)
                    .replace(
                        "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
                        "http://purl.oclc.org/ooxml/officeDocument/relationships"));
    XlsxFile opened = Books.open(file);
    byte[] saved = opened.save(Books.text(opened.workbook(), 0, "B1", "new"), Books.NOW).bytes();
    for (String part : Parts.of(saved).keySet()) {
      assertTrue(!Parts.text(saved, part).contains(TestPackage.MAIN), part);
    }
    assertEquals(new TextValue("new"), Books.value(Books.open(saved).workbook(), 0, "B1"));
  }

  @Test
  void sensitivityLabelsAreKeptByteForByte() {
    String label =
        "<clbl:labelList xmlns:clbl=\"http://schemas.microsoft.com/office/2020/mipLabelMetadata\"><clbl:label id=\"{1}\" enabled=\"1\"/></clbl:labelList>";
    String custom =
        "<Properties><property name=\"MSIP_Label_1_Enabled\"><vt:lpwstr xmlns:vt=\"v\">true</vt:lpwstr></property></Properties>";
    byte[] saved =
        changed(
            TestPackage.rows(ROWS)
                .part(
                    "docMetadata/LabelInfo.xml",
                    "application/vnd.ms-office.classificationlabels+xml",
                    label)
                .part(
                    "docProps/custom.xml",
                    "application/vnd.openxmlformats-officedocument.custom-properties+xml",
                    custom)
                .bytes());
    assertEquals(label, Parts.text(saved, "docMetadata/LabelInfo.xml"));
    assertEquals(custom, Parts.text(saved, "docProps/custom.xml"));
  }

  @Test
  void momentOfTheChangeIsThatOfTheClockAndTheAuthorStays() {
    String core =
        "<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" xmlns:dcterms=\"http://purl.org/dc/terms/\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:creator>Ann</dc:creator><dcterms:modified>2001-01-01T00:00:00Z</dcterms:modified></cp:coreProperties>";
    byte[] file =
        edited(
            TestPackage.rows(ROWS)
                .part(
                    "docProps/core.xml",
                    "application/vnd.openxmlformats-package.core-properties+xml",
                    core)
                .bytes(),
            text ->
                text.replace(
                    "Target=\"xl/workbook.xml\"/>",
                    "Target=\"xl/workbook.xml\"/><Relationship Id=\"rId2\" Type=\"http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties\" Target=\"docProps/core.xml\"/>"));
    assertEquals(
        core.replace("2001-01-01T00:00:00Z", Books.NOW.toString()),
        Parts.text(changed(file), "docProps/core.xml"));
    assertEquals(core, Parts.text(file, "docProps/core.xml"));
  }
}
