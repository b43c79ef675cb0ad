package dev.quire.conformance.sdk;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import com.microsoft.graph.models.DriveItem;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Finding workbooks with the Java SDK, and getting them in and out.
final class JavaSdkDriveTest extends SdkCase {
  @Test
  void ownDriveHasAnIdThatLeadsBackToIt() {
    var drive = sdk.graph().me().drive().get();
    assertEquals("business", drive.getDriveType());
    assertEquals(drive.getId(), sdk.graph().drives().byDriveId(drive.getId()).get().getId());
  }

  @Test
  void childrenOfFoldersAreListed() {
    DriveItem found =
        sdk.item("root").children().get().getValue().stream()
            .filter(child -> child.getName().equals(folder))
            .findFirst()
            .orElseThrow();
    assertNotNull(found.getFolder());
    DriveItem file = only(sdk.item(found.getId()).children().get().getValue());
    assertEquals("Book.xlsx", file.getName());
    assertNotNull(file.getFile());
  }

  @Test
  void itemCanBeNamedByIdAndByPath() {
    DriveItem byPath = sdk.item("root:/" + path + ":").get();
    DriveItem byId = sdk.item(byPath.getId()).get();
    assertEquals(byPath.getId(), byId.getId());
    assertEquals(9, sdk.item(byId.getId()).workbook().worksheets().get().getValue().size());
  }

  @Test
  void downloadIsTheFileThatWasUploaded() throws IOException {
    byte[] file = SdkBooks.book();
    var made = sdk.item("root:/new.xlsx:").content().put(new ByteArrayInputStream(file));
    assertEquals("new.xlsx", made.getName());
    try (var content = sdk.item(made.getId()).content().get()) {
      assertArrayEquals(file, content.readAllBytes());
    }
  }

  @Test
  void uploadedFileIsAWorkbookAtOnce() throws IOException {
    var file = new ByteArrayInputStream(SdkBooks.book());
    var made = sdk.item("root:/" + folder + "/new.xlsx:").content().put(file);
    assertEquals(9, sdk.item(made.getId()).workbook().worksheets().count().get());
  }

  @Test
  void deletedItemIsGone() {
    sdk.item("root:/" + path + ":").delete();
    refused(404, () -> sdk.item("root:/" + path + ":").get());
  }

  private static <T> T only(List<T> found) {
    assertEquals(1, found.size());
    return found.getFirst();
  }
}
