package dev.quire.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class DriveAddressTest {
  @Test
  void plainPathsAndFileUrlsAreFolders() {
    var books = new DriveAddress.Folder(Path.of("/srv/books"));
    assertEquals(books, DriveAddress.parse("/srv/books"));
    assertEquals(books, DriveAddress.parse("file:/srv/books"));
    assertEquals(books, DriveAddress.parse("file:///srv/books"));
    assertInstanceOf(DriveAddress.Folder.class, DriveAddress.parse("books"));
    assertInstanceOf(DriveAddress.Folder.class, DriveAddress.parse("C:\\books"));
  }

  @ParameterizedTest
  @CsvSource({
    "s3://books, books, ''",
    "s3://books/, books, ''",
    "s3://books/team%20a/x, books, 'team a/x/'"
  })
  void bucketsMayHaveAFolder(String text, String bucket, String prefix) {
    assertEquals(
        new DriveAddress.S3(bucket, prefix, Optional.empty(), Optional.empty()),
        DriveAddress.parse(text));
  }

  @Test
  void bucketsMaySayWhereTheyLie() {
    assertEquals(
        new DriveAddress.S3(
            "books", "", Optional.of(URI.create("http://localhost:9000")), Optional.of("here")),
        DriveAddress.parse("s3://books?endpoint=http://localhost:9000/&region=here"));
  }

  @Test
  void webDavComesOverHttpOrHttps() {
    assertEquals(
        new DriveAddress.WebDav(URI.create("https://host/dav/books/")),
        DriveAddress.parse("webdavs://host/dav/books"));
    assertEquals(
        new DriveAddress.WebDav(URI.create("http://host:81/")),
        DriveAddress.parse("webdav://host:81"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "s3:///books",
        "s3://books/team a",
        "s3://key:secret@books",
        "s3://books?password=x",
        "s3://books?endpoint=ftp://host",
        "webdav://user:secret@host/x",
        "webdavs:///x",
        "memory:x",
        "file://host/x",
        "a\0b"
      })
  void whatIsNoAddressIsRefusedWithoutRepeatingSecrets(String text) {
    var refused = assertThrows(IllegalArgumentException.class, () -> DriveAddress.parse(text));
    assertFalse(String.valueOf(refused.getMessage()).contains("secret"));
  }

  @Test
  void drivesInsideAPlaceAreApart() {
    assertEquals("/srv/books/ada", DriveAddress.parse("/srv/books").inside("ada").toString());
    assertEquals(
        "s3://books/team/ada/", DriveAddress.parse("s3://books/team").inside("ada").toString());
    assertEquals(
        "webdav://host/dav/ada/", DriveAddress.parse("webdav://host/dav").inside("ada").toString());
  }

  @Test
  void foldersAreMadeWhenOpened(@TempDir Path temp) throws Exception {
    var opener = new DriveOpener(Map.of(), InstantSource.system());
    DriveStore drive =
        opener.open(new DriveAddress.Folder(temp.resolve("new/drive")), temp.resolve("state"));
    assertEquals("", drive.root().path());
    assertTrue(Files.isDirectory(temp.resolve("new/drive")));
  }

  @Test
  void bucketWithoutCredentialsSaysWhichVariableIsMissing(@TempDir Path temp) {
    var opener = new DriveOpener(Map.of("AWS_ACCESS_KEY_ID", "key"), InstantSource.system());
    var refused =
        assertThrows(
            StoreFault.Unreadable.class, () -> opener.open(DriveAddress.parse("s3://books"), temp));
    assertTrue(String.valueOf(refused.getMessage()).contains("AWS_SECRET_ACCESS_KEY"));
  }

  @Test
  void bucketIsFoundThroughTheEnvironment(@TempDir Path temp) throws Exception {
    try (S3Server server = S3Server.start()) {
      S3Address address = server.bucket("books", "");
      var opener =
          new DriveOpener(
              Map.of(
                  "AWS_ACCESS_KEY_ID",
                  S3Server.CREDENTIALS.accessKey(),
                  "AWS_SECRET_ACCESS_KEY",
                  S3Server.CREDENTIALS.secretKey(),
                  "AWS_REGION",
                  "anywhere",
                  "AWS_ENDPOINT_URL",
                  address.endpoint() + "/"),
              InstantSource.system());
      DriveStore drive = opener.open(DriveAddress.parse("s3://books"), temp);
      drive.createFolder(drive.root().id(), "Sub");
      assertTrue(S3Server.open(address).findByPath("Sub").isPresent());
      assertFalse(opener.toString().contains("secret"));
    }
  }
}
