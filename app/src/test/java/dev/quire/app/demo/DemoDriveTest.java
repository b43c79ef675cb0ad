package dev.quire.app.demo;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoDriveTest {
  private static final List<String> FILES =
      List.of("Loan.xlsx", "Prices.xlsx", "Sales/Log 2026.xlsx");

  @TempDir Path folder;

  @Test
  void anAbsentFolderIsMadeAndFilled() throws IOException {
    var drive = folder.resolve("data/drive");
    var start = System.nanoTime();
    DemoDrive.seed(drive);
    System.out.printf("Seeded in %d ms.%n", (System.nanoTime() - start) / 1_000_000);
    assertEquals(FILES, files(drive));
  }

  @Test
  void anEmptyFolderIsFilled() throws IOException {
    DemoDrive.seed(folder);
    assertEquals(FILES, files(folder));
  }

  @Test
  void theLogIsSmallerThanTwoAndAHalfMegabytes() throws IOException {
    DemoDrive.seed(folder);
    assertTrue(Files.size(folder.resolve("Sales/Log 2026.xlsx")) < 2_500_000);
  }

  @Test
  void aFolderWithAnotherFileStaysAsItIs() throws IOException {
    Files.writeString(folder.resolve("mine.txt"), "mine");
    DemoDrive.seed(folder);
    assertEquals(List.of("mine.txt"), files(folder));
  }

  @Test
  void changedAndDeletedFilesStaySo() throws IOException {
    DemoDrive.seed(folder);
    Files.writeString(folder.resolve("Loan.xlsx"), "changed");
    Files.delete(folder.resolve("Prices.xlsx"));
    DemoDrive.seed(folder);
    assertEquals("changed", Files.readString(folder.resolve("Loan.xlsx")));
    assertEquals(List.of("Loan.xlsx", "Sales/Log 2026.xlsx"), files(folder));
  }

  @Test
  void aSeedingThatWasCutShortIsCompletedAndOverwritesNothing() throws IOException {
    Files.createFile(folder.resolve(".seeding"));
    Files.writeString(folder.resolve(".seeding.Loan.xlsx"), "half a fi");
    Files.writeString(folder.resolve(".seeding.Prices.xlsx"), "left behind");
    Files.writeString(folder.resolve("Prices.xlsx"), "already there");
    DemoDrive.seed(folder);
    assertEquals(FILES, files(folder));
    assertEquals("already there", Files.readString(folder.resolve("Prices.xlsx")));
    assertArrayEquals(
        Books.bytes(LoanBook.book()), Files.readAllBytes(folder.resolve("Loan.xlsx")));
  }

  @Test
  void afterAFailureTheNextSeedingTriesAgain() throws IOException {
    var obstacle = Files.createDirectories(folder.resolve(".seeding.Loan.xlsx/in the way"));
    Files.createFile(folder.resolve(".seeding"));
    assertThrows(IOException.class, () -> DemoDrive.seed(folder));
    Files.delete(obstacle);
    Files.delete(obstacle.getParent());
    DemoDrive.seed(folder);
    assertEquals(FILES, files(folder));
  }

  @Test
  void bytesAreTheSameEveryTime() throws IOException {
    DemoDrive.seed(folder.resolve("a"));
    DemoDrive.seed(folder.resolve("b"));
    for (var file : FILES) {
      var first = Files.readAllBytes(folder.resolve("a").resolve(file));
      assertArrayEquals(first, Files.readAllBytes(folder.resolve("b").resolve(file)), file);
    }
  }

  private static List<String> files(Path folder) throws IOException {
    try (var all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile)
          .map(file -> folder.relativize(file).toString().replace('\\', '/'))
          .sorted()
          .toList();
    }
  }
}
