package dev.quire.server.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DataFolderTest {
  @TempDir private Path folder;

  private DataFolder data() {
    return new DataFolder(folder.resolve("a/b"));
  }

  @Test
  void folderIsForTheOwnerAlone() throws IOException {
    data().create();
    var permissions = Files.getPosixFilePermissions(data().path());
    assertEquals("rwx------", PosixFilePermissions.toString(permissions));
  }

  @Test
  void secretIsLongAndStays() throws IOException {
    var secret = data().controlSecret();
    assertEquals(43, secret.length());
    assertEquals(secret, data().controlSecret());
    var file = data().path().resolve("control.secret");
    var permissions = Files.getPosixFilePermissions(file);
    assertEquals("rw-------", PosixFilePermissions.toString(permissions));
  }

  @Test
  void allWhoAskFirstGetTheSameSecret() throws Exception {
    var secrets = new HashSet<String>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var tasks =
          IntStream.range(0, 50)
              .mapToObj(i -> threads.submit(() -> data().controlSecret()))
              .toList();
      for (var task : tasks) {
        secrets.add(task.get());
      }
    }
    assertEquals(1, secrets.size());
    try (var files = Files.list(data().path())) {
      assertEquals(1, files.count(), "drafts are left");
    }
  }

  @Test
  void lockIsHeldUntilClosed() throws Exception {
    try (var held = data().lock()) {
      var refusal = assertThrows(DataFolder.InUse.class, () -> data().lock());
      assertTrue(refusal.toString().contains(data().path().toString()), held.toString());
    }
    data().lock().close();
  }

  @Test
  void garbledRuntimeFileIsAnErrorAndAMissingOneIsNot() throws IOException {
    data().create();
    assertTrue(RuntimeFile.read(data().runtimeFile()).isEmpty());
    Files.writeString(data().runtimeFile(), "{\"baseUrl\":1}");
    assertThrows(IOException.class, () -> RuntimeFile.read(data().runtimeFile()));
  }
}
