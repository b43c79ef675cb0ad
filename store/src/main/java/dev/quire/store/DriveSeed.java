package dev.quire.store;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;

/// What turns paths into identities of this drive: 32 random bytes, drawn when a drive is opened
/// for the first time and kept in a file. Whoever loses that file gets new ids for everything.
record DriveSeed(byte[] bytes) {
  private static final String FILE_NAME = "drive-seed";
  private static final int BYTES = 32;

  /// The seed kept in a folder, drawn now if there is none yet.
  static DriveSeed open(Path stateDir) throws IOException {
    Files.createDirectories(stateDir);
    Path file = stateDir.resolve(FILE_NAME);
    try {
      return read(file);
    } catch (NoSuchFileException e) {
      drawInto(file);
      return read(file);
    }
  }

  /// The identity of what has this origin: the path where it lay first, see [Origins].
  Identity identity(String origin) {
    return Identity.of(Sha256.keyed(bytes, origin));
  }

  private static DriveSeed read(Path file) throws IOException {
    return parse(file.toString(), Files.readString(file, StandardCharsets.UTF_8));
  }

  /// The seed that was written as this text.
  ///
  /// @param where what the text was found in
  /// @throws StoreFault.Unreadable when it is none
  static DriveSeed parse(String where, String text) {
    String digits = text.strip();
    if (!digits.matches("[0-9a-f]{%d}".formatted(2 * BYTES))) {
      throw new StoreFault.Unreadable(
          where, "it should hold %d hexadecimal digits".formatted(2 * BYTES));
    }
    return new DriveSeed(HexFormat.of().parseHex(digits));
  }

  /// A new seed.
  static DriveSeed drawn() {
    var bytes = new byte[BYTES];
    new SecureRandom().nextBytes(bytes);
    return new DriveSeed(bytes);
  }

  /// How it is written.
  String text() {
    return HexFormat.of().formatHex(bytes) + "\n";
  }

  private static void drawInto(Path file) throws IOException {
    byte[] text = drawn().text().getBytes(StandardCharsets.UTF_8);
    Path folder = Disk.folderOf(file);
    var disk = new Disk(folder);
    Path draft = disk.draft(folder, new ByteArrayInputStream(text)).at();
    try {
      disk.publish(draft, file);
      disk.sync(folder);
    } catch (FileAlreadyExistsException e) {
      // Another process opened the drive for the first time as well: its seed is as good as ours.
    } finally {
      Files.deleteIfExists(draft);
    }
  }
}
