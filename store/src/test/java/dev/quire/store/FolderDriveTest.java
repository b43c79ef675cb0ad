package dev.quire.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FolderDriveTest extends DriveStoreContract {
  private static final int CROWD = 8;

  private final Path temp;
  private final Path folder;

  /// The drive once more, as if another program part had opened it.
  private final FolderDrive drive;

  FolderDriveTest(@TempDir Path temp) throws IOException {
    this.temp = temp;
    this.folder = Files.createDirectory(temp.resolve("drive"));
    this.drive = open(folder, temp);
  }

  @Test
  void largeSnapshotTakesNoHeapAndLeavesNoFile() throws IOException {
    byte[] content = new byte[Aside.LEAST_BYTES];
    content[content.length - 1] = 7;
    Files.write(folder.resolve("large.xlsx"), content);
    Set<Path> before = temporaries();
    Snapshot snapshot = drive.snapshot(drive.findByPath("large.xlsx").orElseThrow().id());
    assertTrue(snapshot.bytes().isDirect());
    assertEquals(before, temporaries());
    assertEquals(Sha256.hex(content), Sha256.hex(snapshot.bytes()));
  }

  /// A mapping of the file itself would end the reader, or show it the other content.
  @Test
  void snapshotOutlivesWhatOthersDoToItsFile() throws IOException {
    byte[] content = new byte[2 * Aside.LEAST_BYTES];
    content[content.length - 1] = 7;
    Path file = Files.write(folder.resolve("large.xlsx"), content);
    Snapshot snapshot = drive.snapshot(drive.findByPath("large.xlsx").orElseThrow().id());
    try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.write(ByteBuffer.wrap(new byte[] {1, 2, 3}));
      channel.truncate(Aside.LEAST_BYTES);
    }
    assertEquals(ByteBuffer.wrap(content), snapshot.bytes());
    Files.delete(file);
    assertEquals(7, snapshot.bytes().get(content.length - 1));
  }

  private static Set<Path> temporaries() throws IOException {
    try (var all = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
      return all.filter(each -> each.getFileName().toString().matches("quire-.*\\.tmp"))
          .collect(Collectors.toSet());
    }
  }

  private static FolderDrive open(Path folder, Path temp) {
    return FolderDrive.open(folder, temp.resolve("state"));
  }

  private FolderDrive open() {
    return open(folder, temp);
  }

  @Override
  protected DriveStore emptyDrive() {
    return open();
  }

  @Override
  protected DriveStore reopened() {
    return open();
  }

  @Override
  protected Item makeFolder(Item parent, String name) {
    try {
      Path made = Files.createDirectory(folder.resolve(parent.path()).resolve(name));
      return drive.findByPath(folder.relativize(made).toString().replace('\\', '/')).orElseThrow();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Item outside(String path, String text) throws IOException {
    Files.writeString(folder.resolve(path), text);
    return drive.findByPath(path).orElseThrow();
  }

  private List<String> names() {
    return drive.children(drive.root().id()).stream().map(Item::name).toList();
  }

  private List<String> namesOnDisk(Path where) throws IOException {
    try (var entries = Files.list(where)) {
      return entries.map(p -> p.getFileName().toString()).sorted().toList();
    }
  }

  // Opening

  @Test
  void nothingIsLeftInTheDriveFolder() throws IOException {
    Item file = create("Book.xlsx", "one");
    drive.replace(file.id(), new byte[] {1}, ANY);
    assertEquals(List.of("Book.xlsx"), namesOnDisk(folder));
    drive.delete(file.id(), ANY);
    assertEquals(List.of(), namesOnDisk(folder));
  }

  @Test
  void missingFolderCannotBeOpened() {
    Path missing = temp.resolve("missing");
    assertThrows(
        StoreFault.Unreadable.class, () -> FolderDrive.open(missing, temp.resolve("state")));
    assertFalse(Files.exists(missing));
  }

  @Test
  void fileCannotBeOpenedAsADrive() throws IOException {
    Path file = Files.writeString(temp.resolve("file"), "x");
    assertThrows(StoreFault.Unreadable.class, () -> FolderDrive.open(file, temp.resolve("state")));
    assertThrows(StoreFault.Unwritable.class, () -> FolderDrive.open(folder, file));
  }

  @Test
  void stateInTheDriveMustBeHidden() {
    assertThrows(
        IllegalArgumentException.class, () -> FolderDrive.open(folder, folder.resolve("state")));
    var hidden = FolderDrive.open(folder, folder.resolve(".quire"));
    assertEquals(
        List.of("state"), hidden.children(hidden.root().id()).stream().map(Item::name).toList());
  }

  @Test
  void damagedSeedIsNotReplacedSilently() throws IOException {
    Files.writeString(temp.resolve("state/drive-seed"), "cafe");
    assertThrows(StoreFault.Unreadable.class, this::open);
  }

  @Test
  void drivesWithDifferentStatesHaveDifferentIds() throws IOException {
    Item here = outside("Book.xlsx", "x");
    var other = FolderDrive.open(folder, temp.resolve("other"));
    assertNotEquals(here.id(), other.findByPath("Book.xlsx").orElseThrow().id());
    assertEquals(Optional.empty(), other.find(here.id()));
  }

  @Test
  void driveFolderMayBeReachedThroughALink() throws IOException {
    Item book = outside("Book.xlsx", "x");
    Path link = Files.createSymbolicLink(temp.resolve("link"), folder);
    var linked = FolderDrive.open(link, temp.resolve("state"));
    assertEquals(Optional.of(book), linked.find(book.id()));
  }

  // Other programs

  @Test
  void idSurvivesReplacementByAnotherProgram() throws IOException {
    Item book = create("Book.xlsx", "one");
    Path draft = Files.writeString(folder.resolve("draft"), "two");
    Files.move(draft, folder.resolve("Book.xlsx"), StandardCopyOption.REPLACE_EXISTING);
    Item now = drive.find(book.id()).orElseThrow();
    assertNotEquals(book.eTag(), now.eTag());
    assertEquals("two", text(now));
    assertThrows(
        StoreFault.Changed.class,
        () -> drive.replace(book.id(), new byte[0], Optional.of(book.eTag())));
  }

  @Test
  void changesInPlaceOfEqualSizeAndTimeHaveTheirOwnTags() throws IOException {
    var time = FileTime.from(Instant.now());
    var tags = new HashSet<String>();
    for (int i = 0; i < 20; i++) {
      outside("Book.xlsx", "%02d".formatted(i));
      Files.setLastModifiedTime(folder.resolve("Book.xlsx"), time);
      Item found = drive.findByPath("Book.xlsx").orElseThrow();
      Content read = drive.read(found.id());
      assertEquals(found, read.item());
      assertArrayEquals("%02d".formatted(i).getBytes(UTF_8), read.bytes());
      assertTrue(tags.add(found.eTag()), "tag came twice");
    }
  }

  @Test
  void contentWithItsOldTimeSetBackIsToldApartOnceItWasRead() throws Exception {
    Path file = folder.resolve("Book.xlsx");
    var old = FileTime.from(Instant.now().minus(Duration.ofDays(1)));
    outside("Book.xlsx", "one");
    Files.setLastModifiedTime(file, old);
    Content read = drive.read(drive.findByPath("Book.xlsx").orElseThrow().id());
    Files.writeString(file, "two");
    Files.setLastModifiedTime(file, old);
    assertNotEquals(read.item().eTag(), drive.find(read.item().id()).orElseThrow().eTag());
  }

  @Test
  void tagsOfAnUntouchedFileStayWhateverTheWayToAsk() throws IOException {
    Item first = outside("Book.xlsx", "one");
    assertEquals(first, drive.read(first.id()).item());
    Files.setPosixFilePermissions(
        folder.resolve("Book.xlsx"), PosixFilePermissions.fromString("rw-------"));
    assertEquals(Optional.of(first), drive.find(first.id()));
    assertEquals(List.of(first), drive.children(drive.root().id()));
    assertEquals(Optional.of(first), open().find(first.id()));
  }

  @Test
  void fileMadeByAnotherProgramIsFoundByTheIdAnotherProcessSaw() throws IOException {
    assertEquals(Optional.empty(), drive.find(NO_ID));
    Files.createDirectories(folder.resolve("a/b"));
    Files.writeString(folder.resolve("a/b/New.xlsx"), "x");
    Item seenElsewhere = open().findByPath("a/b/New.xlsx").orElseThrow();
    assertEquals(Optional.of(seenElsewhere), drive.find(seenElsewhere.id()));
  }

  @Test
  void idOfWhatBecameAFolderReadsAsNotFound() throws IOException {
    Item file = create("thing", "x");
    Files.delete(folder.resolve("thing"));
    Files.createDirectory(folder.resolve("thing"));
    assertThrows(StoreFault.NotFound.class, () -> drive.read(file.id()));
    assertThrows(StoreFault.NotFound.class, () -> drive.replace(file.id(), new byte[1], ANY));
  }

  @Test
  void folderThatBecameAFileHasNothingInIt() throws IOException {
    Item sub = makeFolder(drive.root(), "Sub");
    Item book = create(sub, "Book.xlsx", new byte[] {1});
    Disk.remove(folder.resolve("Sub"));
    Files.writeString(folder.resolve("Sub"), "a file now");
    assertEquals(Optional.empty(), drive.find(book.id()));
    assertThrows(StoreFault.NotFound.class, () -> drive.replace(book.id(), new byte[1], ANY));
    assertThrows(StoreFault.NotFound.class, () -> create(sub, "New.xlsx", new byte[1]));
    assertEquals("a file now", Files.readString(folder.resolve("Sub")));
  }

  // Links and hidden files

  @Test
  void linksAreNeitherListedNorReadNorWrittenThrough() throws IOException {
    Path secrets = Files.createDirectories(temp.resolve("secrets"));
    Path secret = Files.writeString(secrets.resolve("secret.xlsx"), "secret");
    outside("Inside.xlsx", "inside");
    Files.createSymbolicLink(folder.resolve("file.xlsx"), secret);
    Files.createSymbolicLink(folder.resolve("folder"), secrets);
    Files.createSymbolicLink(folder.resolve("alias.xlsx"), folder.resolve("Inside.xlsx"));
    Files.createSymbolicLink(folder.resolve("loop"), folder.resolve("loop"));
    Files.createSymbolicLink(folder.resolve("up"), Path.of(".."));

    assertEquals(List.of("Inside.xlsx"), names());
    for (String path :
        List.of("file.xlsx", "folder", "folder/secret.xlsx", "alias.xlsx", "loop", "loop/x")) {
      assertEquals(Optional.empty(), drive.findByPath(path), path);
    }
    assertEquals(Optional.empty(), drive.findByPath("up/secrets/secret.xlsx"));
    assertThrows(StoreFault.Exists.class, () -> create("file.xlsx", "overwritten"));
    assertEquals("secret", Files.readString(secret));
  }

  @Test
  void fileThatBecameALinkIsGone() throws IOException {
    Path secret = Files.writeString(temp.resolve("secret"), "secret");
    Item sub = makeFolder(drive.root(), "Sub");
    Item book = create("Book.xlsx", "one");
    Files.delete(folder.resolve("Book.xlsx"));
    Files.createSymbolicLink(folder.resolve("Book.xlsx"), secret);
    Files.delete(folder.resolve("Sub"));
    Files.createSymbolicLink(folder.resolve("Sub"), temp);

    assertEquals(Optional.empty(), drive.find(book.id()));
    assertThrows(StoreFault.NotFound.class, () -> drive.read(book.id()));
    assertThrows(StoreFault.NotFound.class, () -> drive.replace(book.id(), new byte[1], ANY));
    assertThrows(StoreFault.NotFound.class, () -> drive.delete(book.id(), ANY));
    assertThrows(StoreFault.NotFound.class, () -> drive.children(sub.id()));
    assertThrows(StoreFault.NotFound.class, () -> create(sub, "New.xlsx", new byte[1]));
    assertEquals("secret", Files.readString(secret));
    assertEquals(List.of("drive", "secret", "state"), namesOnDisk(temp));
  }

  @Test
  void deletingAFolderRemovesLinksButNotWhatTheyLeadTo() throws IOException {
    Path kept = Files.createDirectories(temp.resolve("kept"));
    Files.writeString(kept.resolve("file"), "kept");
    Item sub = makeFolder(drive.root(), "Sub");
    Files.createSymbolicLink(folder.resolve("Sub/link"), kept);
    Files.writeString(folder.resolve("Sub/.hidden"), "goes");
    drive.delete(sub.id(), ANY);
    assertEquals("kept", Files.readString(kept.resolve("file")));
    assertEquals(List.of(), namesOnDisk(folder));
  }

  @Test
  void hiddenFilesAndNamesNoDriveCouldHoldAreNotListed() throws IOException {
    for (String name : List.of(".hidden", "~$Book.xlsx", "a:b.xlsx", "tab\t.xlsx", "Book.xlsx")) {
      Files.writeString(folder.resolve(name), "x");
    }
    assertEquals(List.of("Book.xlsx"), names());
  }

  // Leftovers

  @Test
  void leftoversAreNeverListedAndSweptWhenOld() throws IOException {
    Item sub = makeFolder(drive.root(), "Sub");
    Path fresh = Files.writeString(folder.resolve(".quire-0123456789abcdef.tmp"), "being written");
    Path old = Files.writeString(folder.resolve("Sub/.quire-0000000000000001.tmp"), "left behind");
    Path oldTree = Files.createDirectory(folder.resolve("Sub/.quire-0000000000000002.tmp"));
    Files.writeString(oldTree.resolve("x"), "x");
    Path others = Files.writeString(folder.resolve("Sub/.other.tmp"), "not ours");
    var yesterday = FileTime.from(Instant.now().minus(Duration.ofDays(1)));
    for (Path path : List.of(old, oldTree, others)) {
      Files.setLastModifiedTime(path, yesterday);
    }

    assertEquals(List.of("Sub"), names());
    assertEquals(List.of(), drive.children(sub.id()));
    assertTrue(Files.exists(fresh));
    assertEquals(List.of(".other.tmp"), namesOnDisk(folder.resolve("Sub")));
  }

  // Refusals of the disk

  private FolderDrive on(Disk disk) throws IOException {
    return new FolderDrive(folder.toRealPath(), temp.resolve("state"), disk, Instant::now);
  }

  @Test
  void fullDiskLeavesOldContentAndNoLeftovers() throws IOException {
    Item book = create("Book.xlsx", "old");
    FolderDrive full = on(new Disks.Full(folder));
    var fault =
        assertThrows(
            StoreFault.Unwritable.class, () -> full.replace(book.id(), new byte[100_000], ANY));
    assertTrue(String.valueOf(fault.getMessage()).contains("No space left"));
    assertThrows(
        StoreFault.Unwritable.class,
        () -> full.create(full.root().id(), "New.xlsx", new ByteArrayInputStream(new byte[9])));
    assertEquals(List.of("Book.xlsx"), namesOnDisk(folder));
    assertEquals("old", text(book));
    assertEquals(Optional.of(book), full.find(book.id()));
  }

  @Test
  void writeProtectedFileIsNotReplaced() throws IOException {
    Item book = create("Book.xlsx", "old");
    FolderDrive guarded = on(new Disks.Protected(folder));
    assertThrows(StoreFault.Unwritable.class, () -> guarded.replace(book.id(), new byte[1], ANY));
    assertEquals("old", text(book));
  }

  @Test
  void fileSystemWithoutHardLinksCreatesWithoutOverwriting() throws IOException {
    FolderDrive linkless = on(new Disks.Linkless(folder));
    String root = linkless.root().id();
    var bytes = new byte[] {1, 2, 3};
    Item made = linkless.create(root, "Book.xlsx", new ByteArrayInputStream(bytes));
    assertArrayEquals(bytes, linkless.read(made.id()).bytes());
    assertEquals(Optional.of(made), linkless.find(made.id()));
    Files.createSymbolicLink(folder.resolve("taken"), temp.resolve("nowhere"));
    assertThrows(
        StoreFault.Exists.class,
        () -> linkless.create(root, "taken", new ByteArrayInputStream(bytes)));
    assertEquals(List.of("Book.xlsx", "taken"), namesOnDisk(folder));
  }

  @Test
  void folderRemovedWhileWritingIsARefusalNotAnError() throws IOException {
    Item sub = makeFolder(drive.root(), "Sub");
    Item book = create(sub, "Book.xlsx", new byte[] {1});
    FolderDrive vanishing =
        on(new Disks.Meanwhile(folder, () -> Disk.remove(folder.resolve("Sub"))));
    assertThrows(StoreFault.NotFound.class, () -> vanishing.replace(book.id(), new byte[1], ANY));
    assertEquals(List.of(), namesOnDisk(folder));
  }

  @Test
  void folderThatBecomesALinkWhileContentArrivesIsNotWrittenThrough() throws IOException {
    Item sub = makeFolder(drive.root(), "Sub");
    Path outside = Files.createDirectory(temp.resolve("outside"));
    FolderDrive slow =
        on(
            new Disks.Meanwhile(
                folder,
                () -> {
                  Files.move(folder.resolve("Sub"), folder.resolve("Moved"));
                  Files.createSymbolicLink(folder.resolve("Sub"), outside);
                }));
    assertThrows(
        StoreFault.NotFound.class,
        () -> slow.create(sub.id(), "New.xlsx", new ByteArrayInputStream(new byte[9])));
    assertEquals(List.of(), namesOnDisk(outside));
  }

  @Test
  void changeByAnotherProgramWhileWritingIsSeenBeforeTheSwap() throws IOException {
    Item book = create("Book.xlsx", "one");
    FolderDrive slow =
        on(
            new Disks.Meanwhile(
                folder, () -> Files.writeString(folder.resolve("Book.xlsx"), "theirs")));
    assertThrows(
        StoreFault.Changed.class,
        () -> slow.replace(book.id(), "ours".getBytes(UTF_8), Optional.of(book.eTag())));
    assertEquals("theirs", text(book));
    assertEquals(List.of("Book.xlsx"), namesOnDisk(folder));
  }

  @Test
  void permissionsSurviveReplacement() throws IOException {
    Item book = create("Book.xlsx", "one");
    for (String permissions : List.of("rw-------", "rw-rw-r--", "rwxr-x---")) {
      Files.setPosixFilePermissions(
          folder.resolve("Book.xlsx"), PosixFilePermissions.fromString(permissions));
      drive.replace(book.id(), new byte[] {1}, ANY);
      assertEquals(
          permissions,
          PosixFilePermissions.toString(
              Files.getPosixFilePermissions(folder.resolve("Book.xlsx"))));
    }
  }

  /// One thread moves a file and the folder it lies in; whoever knows its id must not miss it, even
  /// where others leave it little time, so that it comes too late again and again.
  @Test
  void whatIsMovedIsFoundReadAndReplacedMeanwhile() throws Exception {
    Item folder = makeFolder(drive.root(), "Reports");
    Item file = create(folder, "Book.xlsx", new byte[] {1});
    var ended = new AtomicBoolean();
    try (var others = Executors.newFixedThreadPool(1 + CROWD)) {
      var moving =
          others.submit(() -> {
            for (int round = 0; round < 150; round++) {
              drive.move(file.id(), folder.id(), "Book" + round + ".xlsx", ANY);
              drive.move(folder.id(), drive.root().id(), "Reports" + round, ANY);
            }
            return true;
          });
      for (int each = 0; each < CROWD; each++) {
        others.execute(() -> {
          while (!ended.get()) {
            Thread.onSpinWait();
          }
        });
      }
      try {
        while (!moving.isDone()) {
          for (int look = 0; look < 40; look++) {
            assertEquals(file.id(), drive.find(file.id()).orElseThrow().id());
          }
          assertEquals(1, drive.read(file.id()).bytes().length);
          assertEquals(file.id(), drive.replace(file.id(), new byte[] {2}, ANY).id());
          assertEquals(1, drive.children(folder.id()).size());
          Item seen = drive.children(drive.root().id()).getFirst();
          assertEquals(folder.id(), seen.id());
        }
      } finally {
        ended.set(true);
      }
      assertTrue(moving.get());
    }
  }
}
