package dev.quire.ooxml;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.quire.engine.value.NumberValue;
import dev.quire.ooxml.guard.XlsxFault;
import dev.quire.ooxml.guard.XlsxLimits;
import dev.quire.workbook.WorksheetKeys;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Random;
import org.apache.poi.poifs.crypt.CipherAlgorithm;
import org.apache.poi.poifs.crypt.Decryptor;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.crypt.HashAlgorithm;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Files behind a password, held against another implementation of the schemes.
class PasswordTest {
  private static final String PASSWORD = "Pa\u00df wort \uD83D\uDD11";

  private static XlsxFile open(byte[] bytes, String password) {
    return XlsxFile.open(
        bytes, Optional.of(password), XlsxLimits.DEFAULT, Books.ENVIRONMENT, WorksheetKeys.FRESH);
  }

  private static byte[] plain(int padding) {
    var noise = new byte[padding];
    new Random(5).nextBytes(noise);
    return TestPackage.rows("<row r=\"1\"><c r=\"A1\"><v>42</v></c></row>")
        .part("xl/noise.txt", "x/y", HexFormat.of().formatHex(noise))
        .bytes();
  }

  private static EncryptionInfo info(String kind) {
    return switch (kind) {
      case "standard" -> new EncryptionInfo(EncryptionMode.standard);
      case "agile-sha1" ->
          new EncryptionInfo(
              EncryptionMode.agile, CipherAlgorithm.aes128, HashAlgorithm.sha1, 128, 16, null);
      case "agile-sha384" ->
          new EncryptionInfo(
              EncryptionMode.agile, CipherAlgorithm.aes192, HashAlgorithm.sha384, 192, 16, null);
      default ->
          new EncryptionInfo(
              EncryptionMode.agile, CipherAlgorithm.aes256, HashAlgorithm.sha512, 256, 16, null);
    };
  }

  private static byte[] encrypted(byte[] plain, String kind) {
    return encrypted(plain, kind, PASSWORD);
  }

  private static byte[] encrypted(byte[] plain, String kind, String password) {
    try (var container = new POIFSFileSystem();
        var out = new ByteArrayOutputStream()) {
      Encryptor encryptor = info(kind).getEncryptor();
      encryptor.confirmPassword(password);
      try (OutputStream into = encryptor.getDataStream(container)) {
        into.write(plain);
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

  @ParameterizedTest
  @ValueSource(strings = {"standard", "agile-sha1", "agile-sha384", "agile-sha512"})
  void openedChangedAndClosedAgain(String kind) {
    byte[] plain = plain(9_000);
    byte[] bytes = encrypted(plain, kind);
    XlsxFile file = open(bytes, PASSWORD);
    assertSame(bytes, file.save(file.workbook(), Books.NOW).bytes());
    var saved = file.save(Books.number(file.workbook(), 0, "A2", 7), Books.NOW);
    XlsxFile again = open(saved.bytes(), PASSWORD);
    assertEquals(new NumberValue(42), Books.value(again.workbook(), 0, "A1"));
    assertEquals(new NumberValue(7), Books.value(again.workbook(), 0, "A2"));
    XlsxFile plainly = Books.open(plain);
    byte[] expected = plainly.save(Books.number(plainly.workbook(), 0, "A2", 7), Books.NOW).bytes();
    assertArrayEquals(expected, decrypted(saved.bytes()));
  }

  @Test
  void filesLargerThanTheTablesOfTheHeaderAreClosedToo() {
    XlsxFile file = open(encrypted(plain(5_000_000), "agile-sha512"), PASSWORD);
    byte[] saved = file.save(Books.number(file.workbook(), 0, "A2", 7), Books.NOW).bytes();
    assertTrue(saved.length > 8_000_000 || saved.length > 5_000_000);
    assertTrue(decrypted(saved).length > 5_000_000);
    assertEquals(new NumberValue(7), Books.value(open(saved, PASSWORD).workbook(), 0, "A2"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"standard", "agile-sha512"})
  void theOnePasswordThatExcelKnowsNeedNotBeGiven(String kind) {
    byte[] bytes = encrypted(plain(10), kind, Decryptor.DEFAULT_PASSWORD);
    XlsxFile file = Books.open(bytes);
    assertEquals(new NumberValue(42), Books.value(file.workbook(), 0, "A1"));
    assertTrue(file.admits(Optional.empty()));
    assertTrue(file.admits(Optional.of("whatever")));
    byte[] saved = file.save(Books.number(file.workbook(), 0, "A2", 7), Books.NOW).bytes();
    assertEquals(new NumberValue(7), Books.value(Books.open(saved).workbook(), 0, "A2"));
    assertEquals(
        new NumberValue(7),
        Books.value(open(saved, Decryptor.DEFAULT_PASSWORD).workbook(), 0, "A2"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"standard", "agile-sha512"})
  void anotherPasswordAndNoneAreRefused(String kind) {
    byte[] bytes = encrypted(plain(10), kind);
    assertThrows(XlsxFault.WrongPassword.class, () -> open(bytes, "wrong"));
    assertThrows(XlsxFault.Encrypted.class, () -> Books.open(bytes));
    XlsxFile file = open(bytes, PASSWORD);
    assertTrue(file.admits(Optional.of(PASSWORD)));
    assertFalse(file.admits(Optional.of("wrong")));
    assertFalse(file.admits(Optional.empty()));
  }

  @Test
  void aPasswordForAnOpenFileIsOverlooked() {
    assertEquals(new NumberValue(42), Books.value(open(plain(1), "any").workbook(), 0, "A1"));
  }

  @Test
  void damagedContainersAreFaults() {
    byte[] bytes = encrypted(plain(2_000), "agile-sha512");
    var random = new Random(11);
    for (int i = 0; i < 300; i++) {
      byte[] broken = bytes.clone();
      for (int hit = 0; hit < 3; hit++) {
        broken[random.nextInt(8, i % 2 == 0 ? 512 : broken.length)] = (byte) random.nextInt();
      }
      try {
        open(broken, PASSWORD);
      } catch (XlsxFault expected) {
        continue;
      }
    }
  }
}
