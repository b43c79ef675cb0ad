package dev.quire.conformance.drive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.quire.conformance.fixture.Ask;
import dev.quire.conformance.fixture.BookFile;
import dev.quire.conformance.fixture.Reply;
import dev.quire.conformance.fixture.Samples;
import dev.quire.conformance.fixture.User;
import dev.quire.conformance.fixture.WorkbookServer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import org.apache.poi.poifs.crypt.Decryptor;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Workbooks behind a password, which comes in a header (an extension of ours).
final class PasswordTest {
  private static final String HEADER = "x-quire-workbook-password";
  private static final String PASSWORD = "gr\u00fcn 100%";
  private static final String SENT = "UTF-8''gr%C3%BCn%20100%25";

  @RegisterExtension static final WorkbookServer SERVER = WorkbookServer.graph();

  private final User ann = SERVER.user("ann");

  private static byte[] encrypted() {
    try (var container = new POIFSFileSystem();
        var out = new ByteArrayOutputStream()) {
      var encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
      encryptor.confirmPassword(PASSWORD);
      try (OutputStream into = encryptor.getDataStream(container)) {
        into.write(Samples.small());
      }
      container.writeFilesystem(out);
      return out.toByteArray();
    } catch (IOException | GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  private static byte[] decrypted(byte[] file) {
    try (var container = new POIFSFileSystem(new ByteArrayInputStream(file))) {
      Decryptor decryptor = Decryptor.getInstance(new EncryptionInfo(container));
      assertTrue(decryptor.verifyPassword(PASSWORD));
      try (InputStream in = decryptor.getDataStream(container)) {
        return in.readAllBytes();
      }
    } catch (IOException | GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  private Reply write(BookFile book, String password) {
    return ann.send(Ask.patch(book.cell("C9"), "{\"values\":4711}").with(HEADER, password));
  }

  @Test
  void whoHasThePasswordWorksWithTheBookAndItStaysClosed() {
    BookFile book = SERVER.book("secret.xlsx", encrypted());
    Reply session =
        ann.send(
            Ask.post(book.workbook() + "/createSession", "{\"persistChanges\":true}")
                .with(HEADER, SENT));
    session.is(201);
    String id = session.member("id");
    ann.send(Ask.patch(book.cell("C9"), "{\"values\":4711}").in(id)).is(200);
    ann.send(Ask.post(book.workbook() + "/closeSession").in(id)).is(204);
    assertEquals(4711, BookFile.number(decrypted(book.content().get()), "C9"));
  }

  @Test
  void whatIsWrittenIsInTheEncryptedFileAtOnceAndNowhereInTheClear() throws IOException {
    BookFile book = SERVER.book("diary.xlsx", encrypted());
    String id =
        ann.send(
                Ask.post(book.workbook() + "/createSession", "{\"persistChanges\":true}")
                    .with(HEADER, SENT))
            .member("id");
    String text = "known to nobody but Ann";
    ann.send(Ask.patch(book.cell("C8"), "{\"values\":\"" + text + "\"}").in(id)).is(200);
    ann.send(Ask.patch(book.cell("C9"), "{\"values\":4711}").in(id)).is(200);
    assertEquals(4711, BookFile.number(decrypted(book.content().get()), "C9"));
    try (var files = Files.walk(SERVER.home())) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String content = Files.readString(file, StandardCharsets.ISO_8859_1);
        assertFalse(content.contains(text), file.toString());
      }
    }
  }

  @Test
  void whoHasNotIsRefusedAlsoWhileItIsOpenForOthers() {
    BookFile book = SERVER.book("closed.xlsx", encrypted());
    ann.send(Ask.get(book.cell("A1"))).refuses(501, "UnsupportedWorkbook", "unsupportedWorkbook");
    write(book, "wrong").refuses(403, "AccessDenied", "accessDenied");
    write(book, SENT).is(200);
    Reply refused = ann.send(Ask.get(book.cell("A1")));
    refused.refuses(501, "UnsupportedWorkbook", "unsupportedWorkbook");
    assertTrue(refused.message().contains(HEADER), refused.message());
    write(book, "wrong").refuses(403, "AccessDenied", "accessDenied");
  }
}
