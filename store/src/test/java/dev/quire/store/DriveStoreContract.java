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
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What every drive promises. A back end's test extends this and says how to make an empty drive.
abstract class DriveStoreContract {
  static final String NO_ID = "01AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";
  static final Optional<String> ANY = Optional.empty();

  private DriveStore drive;

  /// An empty drive, a new one for each test.
  protected abstract DriveStore emptyDrive();

  /// The drive of this test, as the next start of the program finds it.
  protected abstract DriveStore reopened();

  /// Makes a folder in the drive of this test.
  protected Item makeFolder(Item parent, String name) {
    return drive.createFolder(parent.id(), name);
  }

  @BeforeEach
  final void openDrive() {
    drive = emptyDrive();
  }

  final Item create(String name, String text) {
    return create(drive.root(), name, text.getBytes(UTF_8));
  }

  final Item create(Item folder, String name, byte[] bytes) {
    return drive.create(folder.id(), name, new ByteArrayInputStream(bytes));
  }

  final String text(Item file) {
    return new String(drive.read(file.id()).bytes(), UTF_8);
  }

  // Items

  @Test
  void rootIsAFolderWithEmptyPathAndNoParent() {
    Item root = drive.root();
    assertEquals(Item.Kind.FOLDER, root.kind());
    assertEquals("", root.path());
    assertEquals(Optional.empty(), root.parentId());
    assertEquals(Optional.of(root), drive.find(root.id()));
    assertEquals(Optional.of(root), drive.findByPath(""));
    assertEquals(List.of(), drive.children(root.id()));
  }

  @Test
  void createdFileIsFoundByIdByPathAndInItsFolder() {
    Item created = create("Book.xlsx", "hello");
    assertEquals("Book.xlsx", created.name());
    assertEquals("Book.xlsx", created.path());
    assertEquals(5, created.size());
    assertTrue(created.isFile());
    assertEquals(Optional.of(drive.root().id()), created.parentId());
    assertEquals(Optional.of(created), drive.find(created.id()));
    assertEquals(Optional.of(created), drive.findByPath("Book.xlsx"));
    assertEquals(List.of(created), drive.children(drive.root().id()));
    assertEquals(created, drive.read(created.id()).item());
    assertEquals("hello", text(created));
  }

  @Test
  void idsAndTagsLookLikeThoseOfWorkAccounts() {
    Item item = create("Book.xlsx", "hello");
    assertTrue(item.id().matches("01[A-Z2-7]{32}"), item.id());
    String guid = "[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}";
    assertTrue(item.eTag().matches("\"\\{" + guid + "},[0-9]+\""), item.eTag());
    assertTrue(item.cTag().matches("\"c:\\{" + guid + "},[0-9]+\""), item.cTag());
  }

  @Test
  void itemsInFoldersHavePathsAndParents() {
    Item reports = makeFolder(drive.root(), "Reports");
    Item year = makeFolder(reports, "2026");
    Item book = create(year, "Book.xlsx", new byte[] {1});
    assertEquals("Reports/2026/Book.xlsx", book.path());
    assertEquals(Optional.of(year.id()), book.parentId());
    assertEquals(book.id(), drive.findByPath("Reports/2026/Book.xlsx").orElseThrow().id());
    assertEquals(List.of(book), drive.children(year.id()));
    assertEquals(List.of("2026"), drive.children(reports.id()).stream().map(Item::name).toList());
    assertEquals(0, year.size());
  }

  @Test
  void sameNameInTwoFoldersAreTwoItems() {
    Item here = create("Book.xlsx", "here");
    Item there = create(makeFolder(drive.root(), "Sub"), "Book.xlsx", "there".getBytes(UTF_8));
    assertNotEquals(here.id(), there.id());
    assertEquals("here", text(here));
    assertEquals("there", text(there));
  }

  @Test
  void childrenAreOrderedByNameWithoutRegardToCase() {
    for (String name : List.of("b.xlsx", "C.xlsx", "a.xlsx", "Übung.xlsx", "10.xlsx", "D.xlsx")) {
      create(name, name);
    }
    assertEquals(
        List.of("10.xlsx", "a.xlsx", "b.xlsx", "C.xlsx", "D.xlsx", "Übung.xlsx"),
        drive.children(drive.root().id()).stream().map(Item::name).toList());
  }

  @Test
  void idsAndTagsAreTheSameAfterReopening() {
    Item folder = makeFolder(drive.root(), "Sub");
    Item book = create(folder, "Book.xlsx", new byte[] {1, 2, 3});
    DriveStore again = reopened();
    assertEquals(Optional.of(book), again.find(book.id()));
    assertEquals(Optional.of(book), again.findByPath("Sub/Book.xlsx"));
    assertEquals(drive.root().id(), again.root().id());
    assertArrayEquals(new byte[] {1, 2, 3}, again.read(book.id()).bytes());
  }

  // Missing

  @ParameterizedTest
  @ValueSource(strings = {NO_ID, "", "nonsense", "../../etc/passwd", "01\0", "01aaaa"})
  void unknownIdIsNotFound(String id) {
    assertEquals(Optional.empty(), drive.find(id));
    assertThrows(StoreFault.NotFound.class, () -> drive.read(id));
    assertThrows(StoreFault.NotFound.class, () -> drive.children(id));
    assertThrows(StoreFault.NotFound.class, () -> drive.replace(id, new byte[0], ANY));
    assertThrows(StoreFault.NotFound.class, () -> drive.delete(id, ANY));
    assertThrows(
        StoreFault.NotFound.class, () -> drive.create(id, "a.xlsx", InputStream.nullInputStream()));
  }

  @Test
  void missingPathIsEmpty() {
    create("Book.xlsx", "x");
    assertEquals(Optional.empty(), drive.findByPath("No.xlsx"));
    assertEquals(Optional.empty(), drive.findByPath("no/such/Book.xlsx"));
    assertEquals(Optional.empty(), drive.findByPath("Book.xlsx/below"));
  }

  @Test
  void filesHaveNoChildrenAndFoldersNoContent() {
    Item file = create("Book.xlsx", "x");
    Item folder = makeFolder(drive.root(), "Sub");
    assertThrows(StoreFault.NotFound.class, () -> drive.children(file.id()));
    assertThrows(StoreFault.NotFound.class, () -> create(file, "below.xlsx", new byte[0]));
    assertThrows(StoreFault.NotFound.class, () -> drive.read(folder.id()));
    assertThrows(StoreFault.NotFound.class, () -> drive.replace(folder.id(), new byte[0], ANY));
  }

  // Replacing

  @Test
  void replacingKeepsIdAndChangesBothTags() {
    Item old = create("Book.xlsx", "one");
    Item now = drive.replace(old.id(), "three".getBytes(UTF_8), ANY);
    assertEquals(old.id(), now.id());
    assertNotEquals(old.eTag(), now.eTag());
    assertNotEquals(old.cTag(), now.cTag());
    assertEquals(5, now.size());
    assertEquals(Optional.of(now), drive.find(old.id()));
    assertEquals(now, drive.read(old.id()).item());
    assertEquals("three", text(now));
  }

  @Test
  void quickReplacementsOfEqualSizeAllHaveTheirOwnTag() {
    Item file = create("Book.xlsx", "000");
    var tags = new HashSet<String>(List.of(file.eTag()));
    for (int i = 1; i <= 100; i++) {
      Item now = drive.replace(file.id(), "%03d".formatted(i).getBytes(UTF_8), ANY);
      assertTrue(tags.add(now.eTag()), "tag came twice: " + now.eTag());
      assertEquals(now.eTag(), drive.read(file.id()).item().eTag());
    }
  }

  @Test
  void eitherTagMayBeAskedFor() {
    Item one = create("Book.xlsx", "one");
    Item two = drive.replace(one.id(), "two".getBytes(UTF_8), Optional.of(one.eTag()));
    drive.replace(one.id(), "three".getBytes(UTF_8), Optional.of(two.cTag()));
    assertEquals("three", text(one));
  }

  @Test
  void replacingAnotherVersionChangesNothing() {
    Item old = create("Book.xlsx", "one");
    Item now = drive.replace(old.id(), "two".getBytes(UTF_8), ANY);
    for (String stale : List.of(old.eTag(), old.cTag(), "nonsense", "")) {
      assertThrows(
          StoreFault.Changed.class,
          () -> drive.replace(old.id(), "three".getBytes(UTF_8), Optional.of(stale)));
    }
    assertEquals("two", text(old));
    assertEquals(Optional.of(now), drive.find(old.id()));
  }

  @Test
  void laterChangesToTheCallersArrayDoNotReachTheFile() {
    Item file = create("Book.xlsx", "one");
    byte[] bytes = {1, 2, 3};
    drive.replace(file.id(), bytes, ANY);
    bytes[0] = 9;
    assertArrayEquals(new byte[] {1, 2, 3}, drive.read(file.id()).bytes());
  }

  @Test
  void replacingWithNothingLeavesAnEmptyFile() {
    Item file = create("Book.xlsx", "one");
    assertEquals(0, drive.replace(file.id(), new byte[0], ANY).size());
    assertEquals("", text(file));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1_000, Aside.LEAST_BYTES + 1})
  void snapshotKeepsWhatTheFileHad(int size) {
    byte[] content = new byte[size];
    new Random(3).nextBytes(content);
    Item item = drive.create(drive.root().id(), "kept.xlsx", new ByteArrayInputStream(content));
    Snapshot snapshot = drive.snapshot(item.id());
    drive.replace(item.id(), new byte[size + 1], Optional.empty());
    assertEquals(ByteBuffer.wrap(content), snapshot.bytes());
    assertEquals(item.cTag(), snapshot.item().cTag());
    assertThrows(StoreFault.NotFound.class, () -> drive.snapshot("nothing"));
  }

  @Test
  void largeFileComesBackWhole() {
    var bytes = new byte[20 << 20];
    new Random(1).nextBytes(bytes);
    Item file = create(drive.root(), "Large.xlsx", bytes);
    assertArrayEquals(bytes, drive.read(file.id()).bytes());
    bytes[bytes.length - 1]++;
    drive.replace(file.id(), bytes, Optional.of(file.eTag()));
    assertArrayEquals(bytes, drive.read(file.id()).bytes());
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1_000, Aside.LEAST_BYTES + 1})
  void contentIsTakenFromWhereverItLies(int size) {
    byte[] bytes = new byte[size];
    new Random(4).nextBytes(bytes);
    ByteBuffer beside = ByteBuffer.allocateDirect(size).put(bytes);
    assertEquals(size, beside.position(), "which is not to mean anything");
    Item file = create("Book.xlsx", "one");
    assertEquals(size, drive.replace(file.id(), beside, ANY).size());
    assertArrayEquals(bytes, drive.read(file.id()).bytes());
    assertTrue(drive.shelf().add("versions", "beside", beside));
    assertArrayEquals(bytes, drive.shelf().read("versions", "beside").orElseThrow());
    assertEquals(size, beside.position());
  }

  // Creating

  @Test
  void createDoesNotOverwrite() {
    create("Book.xlsx", "one");
    makeFolder(drive.root(), "Sub");
    assertThrows(StoreFault.Exists.class, () -> create("Book.xlsx", "two"));
    assertThrows(StoreFault.Exists.class, () -> create("Sub", "two"));
    assertEquals("one", text(drive.findByPath("Book.xlsx").orElseThrow()));
    assertEquals(2, drive.children(drive.root().id()).size());
  }

  @Test
  void contentThatEndsWithAnErrorCreatesNothing() {
    var broken =
        new InputStream() {
          private int left = 100_000;

          @Override
          public int read() throws IOException {
            if (left-- <= 0) {
              throw new IOException("connection reset");
            }
            return 7;
          }
        };
    var fault =
        assertThrows(
            StoreFault.Unwritable.class,
            () -> drive.create(drive.root().id(), "Book.xlsx", broken));
    assertTrue(String.valueOf(fault.getMessage()).contains("connection reset"));
    assertEquals(List.of(), drive.children(drive.root().id()));
    create("Book.xlsx", "free again");
  }

  @Test
  void createdFolderIsFoundAndEmpty() {
    Item folder = drive.createFolder(drive.root().id(), "Sub");
    assertEquals(Item.Kind.FOLDER, folder.kind());
    assertEquals("Sub", folder.path());
    assertEquals(Optional.of(folder), drive.find(folder.id()));
    assertEquals(Optional.of(folder), drive.findByPath("Sub"));
    assertEquals(List.of(folder), drive.children(drive.root().id()));
    assertEquals(List.of(), drive.children(folder.id()));
  }

  @Test
  void createFolderRefusesWhatCreateRefuses() {
    String root = drive.root().id();
    Item file = create("Book.xlsx", "one");
    drive.createFolder(root, "Sub");
    assertThrows(StoreFault.Exists.class, () -> drive.createFolder(root, "Sub"));
    assertThrows(StoreFault.Exists.class, () -> drive.createFolder(root, "Book.xlsx"));
    assertThrows(StoreFault.BadName.class, () -> drive.createFolder(root, ".."));
    assertThrows(StoreFault.NotFound.class, () -> drive.createFolder(NO_ID, "Sub"));
    assertThrows(StoreFault.NotFound.class, () -> drive.createFolder(file.id(), "Sub"));
  }

  @Test
  void folderStaysWhenTheLastFileInItGoes() {
    Item folder = makeFolder(drive.root(), "Sub");
    Item file = create(folder, "Book.xlsx", new byte[] {1});
    drive.delete(file.id(), ANY);
    assertEquals(List.of(), drive.children(folder.id()));
  }

  // Moving

  @Test
  void renamedFileKeepsItsIdAndContent() {
    Item old = create("Book.xlsx", "one");
    Item now = drive.move(old.id(), drive.root().id(), "Plan.xlsx", Optional.of(old.eTag()));
    assertEquals(old.id(), now.id());
    assertEquals("Plan.xlsx", now.path());
    assertNotEquals(old.eTag(), now.eTag());
    assertEquals("one", text(old));
    assertEquals(Optional.empty(), drive.findByPath("Book.xlsx"));
    assertEquals(Optional.of(now), drive.findByPath("Plan.xlsx"));
    assertEquals(List.of(now), drive.children(drive.root().id()));
    DriveStore again = reopened();
    assertEquals(Optional.of(now), again.find(old.id()));
    assertEquals(Optional.of(now), again.findByPath("Plan.xlsx"));
  }

  @Test
  void whatLiesInAMovedFolderKeepsItsId() {
    Item year = makeFolder(drive.root(), "2026");
    Item month = makeFolder(year, "June");
    Item book = create(month, "Book.xlsx", "one".getBytes(UTF_8));
    Item archive = makeFolder(drive.root(), "Archive");
    drive.move(year.id(), archive.id(), "Last year", ANY);
    for (DriveStore each : List.of(drive, reopened())) {
      Item moved = each.find(book.id()).orElseThrow();
      assertEquals("Archive/Last year/June/Book.xlsx", moved.path());
      assertEquals(Optional.of(month.id()), moved.parentId());
      assertEquals(Optional.of(moved), each.findByPath(moved.path()));
      assertEquals("one", new String(each.read(book.id()).bytes(), UTF_8));
      assertEquals(Optional.empty(), each.findByPath("2026"));
    }
  }

  @Test
  void newItemAtAPlaceThatWasLeftIsAnotherItem() {
    Item first = create("Book.xlsx", "first");
    drive.move(first.id(), drive.root().id(), "Old.xlsx", ANY);
    Item second = create("Book.xlsx", "second");
    assertNotEquals(first.id(), second.id());
    drive.move(second.id(), drive.root().id(), "Older.xlsx", ANY);
    Item third = create("Book.xlsx", "third");
    for (DriveStore each : List.of(drive, reopened())) {
      assertEquals("first", new String(each.read(first.id()).bytes(), UTF_8));
      assertEquals("second", new String(each.read(second.id()).bytes(), UTF_8));
      assertEquals("third", new String(each.read(third.id()).bytes(), UTF_8));
    }
  }

  @Test
  void itemsThatChangePlacesKeepTheirIds() {
    Item one = create("One.xlsx", "one");
    Item two = create("Two.xlsx", "two");
    drive.move(one.id(), drive.root().id(), "Third.xlsx", ANY);
    drive.move(two.id(), drive.root().id(), "One.xlsx", ANY);
    drive.move(one.id(), drive.root().id(), "Two.xlsx", ANY);
    DriveStore again = reopened();
    assertEquals("Two.xlsx", again.find(one.id()).orElseThrow().path());
    assertEquals("One.xlsx", again.find(two.id()).orElseThrow().path());
    assertEquals("one", new String(again.read(one.id()).bytes(), UTF_8));
  }

  @Test
  void movingBackAndForthKeepsTheId() {
    Item folder = makeFolder(drive.root(), "Sub");
    Item file = create("Book.xlsx", "one");
    for (int i = 0; i < 3; i++) {
      drive.move(file.id(), folder.id(), "Book.xlsx", ANY);
      drive.move(file.id(), drive.root().id(), "Book.xlsx", ANY);
    }
    assertEquals("Book.xlsx", reopened().find(file.id()).orElseThrow().path());
  }

  @Test
  void moveRefusesWhatCannotBe() {
    Item file = create("Book.xlsx", "one");
    Item other = create("Other.xlsx", "two");
    Item folder = makeFolder(drive.root(), "Sub");
    Item inner = makeFolder(folder, "Inner");
    String root = drive.root().id();
    assertThrows(StoreFault.Exists.class, () -> drive.move(file.id(), root, "Other.xlsx", ANY));
    assertThrows(StoreFault.Exists.class, () -> drive.move(file.id(), root, "Sub", ANY));
    assertThrows(StoreFault.BadName.class, () -> drive.move(file.id(), root, "..", ANY));
    assertThrows(StoreFault.BadName.class, () -> drive.move(folder.id(), inner.id(), "Sub", ANY));
    assertThrows(StoreFault.Unwritable.class, () -> drive.move(root, folder.id(), "Root", ANY));
    assertThrows(StoreFault.NotFound.class, () -> drive.move(NO_ID, root, "New.xlsx", ANY));
    assertThrows(StoreFault.NotFound.class, () -> drive.move(file.id(), NO_ID, "New.xlsx", ANY));
    assertThrows(
        StoreFault.NotFound.class, () -> drive.move(file.id(), other.id(), "New.xlsx", ANY));
    assertThrows(
        StoreFault.Changed.class,
        () -> drive.move(file.id(), root, "New.xlsx", Optional.of(other.eTag())));
    assertEquals("one", text(file));
    assertEquals(Optional.of(file), drive.find(file.id()));
    assertEquals(3, drive.children(root).size());
  }

  @Test
  void movingToWhereItIsChangesNothing() {
    Item file = create("Book.xlsx", "one");
    assertEquals(file, drive.move(file.id(), drive.root().id(), "Book.xlsx", ANY));
  }

  // Deleting

  @Test
  void deletedFileIsGone() {
    Item file = create("Book.xlsx", "one");
    drive.delete(file.id(), ANY);
    assertEquals(Optional.empty(), drive.find(file.id()));
    assertEquals(Optional.empty(), drive.findByPath("Book.xlsx"));
    assertEquals(List.of(), drive.children(drive.root().id()));
    assertThrows(StoreFault.NotFound.class, () -> drive.delete(file.id(), ANY));
  }

  @Test
  void deletedFolderIsGoneWithAllThatIsInIt() {
    Item folder = makeFolder(drive.root(), "Sub");
    Item inner = makeFolder(folder, "Inner");
    Item deep = create(inner, "Deep.xlsx", new byte[] {1});
    Item beside = create("Sub2.xlsx", "stays");
    drive.delete(folder.id(), ANY);
    assertEquals(Optional.empty(), drive.find(folder.id()));
    assertEquals(Optional.empty(), drive.find(inner.id()));
    assertEquals(Optional.empty(), drive.find(deep.id()));
    assertEquals("stays", text(beside));
  }

  @Test
  void deletingAnotherVersionRemovesNothing() {
    Item old = create("Book.xlsx", "one");
    Item now = drive.replace(old.id(), "two".getBytes(UTF_8), ANY);
    assertThrows(StoreFault.Changed.class, () -> drive.delete(old.id(), Optional.of(old.eTag())));
    assertEquals("two", text(old));
    drive.delete(old.id(), Optional.of(now.eTag()));
    assertEquals(Optional.empty(), drive.find(old.id()));
  }

  @Test
  void rootCannotBeDeleted() {
    create("Book.xlsx", "one");
    assertThrows(StoreFault.Unwritable.class, () -> drive.delete(drive.root().id(), ANY));
    assertEquals(1, drive.children(drive.root().id()).size());
  }

  @Test
  void tagsOfAFileMadeAgainAreNew() {
    Item old = create("Book.xlsx", "one");
    drive.delete(old.id(), ANY);
    Item again = create("Book.xlsx", "two");
    assertNotEquals(old.eTag(), again.eTag());
  }

  // Names

  static List<String> oddNames() {
    return List.of(
        "with blanks inside.xlsx",
        "quote's & (brackets) [x] {y}.xlsx",
        "hash#percent%plus+equals=at@.xlsx",
        "%2e%2e",
        "%2F.xlsx",
        "a~$b.xlsx",
        "noextension",
        "two..dots.xlsx",
        "Zürich–Genève.xlsx",
        "caf\u00e9 NFC.xlsx",
        "cafe\u0301 NFD.xlsx",
        "報告書 отчёт دفتر.xlsx",
        "📊👩‍💻.xlsx",
        "comma,semicolon;.xlsx",
        "CONTRACT.xlsx",
        "x".repeat(250) + ".xlsx",
        "ü".repeat(125) + ".xlsx");
  }

  @ParameterizedTest
  @MethodSource("oddNames")
  void oddNamesAreKeptToTheLetter(String name) {
    Item item = create(name, name);
    assertEquals(name, item.name());
    assertEquals(item, drive.findByPath(name).orElseThrow());
    assertEquals(List.of(item), drive.children(drive.root().id()));
    Item replaced = drive.replace(item.id(), "new".getBytes(UTF_8), Optional.of(item.eTag()));
    assertEquals(List.of(replaced), drive.children(drive.root().id()));
    drive.delete(item.id(), ANY);
    assertEquals(Optional.empty(), drive.findByPath(name));
  }

  static List<String> badNames() {
    return List.of(
        "",
        ".",
        "..",
        ".hidden",
        "~$lock.xlsx",
        "dot.",
        " blank",
        "blank ",
        "\u00a0",
        "a/b",
        "a\\b",
        "a\"b",
        "a*b",
        "a:b",
        "a<b",
        "a>b",
        "a?b",
        "a|b",
        "nul\0.xlsx",
        "line\nfeed",
        "tab\t.xlsx",
        "del\u007f",
        "c1\u0085x",
        "lone\ud800.xlsx",
        "a\ufffdb",
        "con",
        "NUL.xlsx",
        "com1",
        "LPT9.txt",
        "Desktop.ini",
        "a_vti_b",
        "x".repeat(256),
        "ü".repeat(128));
  }

  @ParameterizedTest
  @MethodSource("badNames")
  void badNamesAreRefused(String name) {
    assertThrows(StoreFault.BadName.class, () -> create(name, "x"));
    if (!name.contains("/")) {
      assertThrows(StoreFault.BadName.class, () -> drive.findByPath("Sub/" + name + "/x.xlsx"));
    }
    assertEquals(List.of(), drive.children(drive.root().id()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/Book.xlsx",
        "Book.xlsx/",
        "a//b",
        "../Book.xlsx",
        "a/../../b",
        "a/./b",
        "./a",
        "..\\Book.xlsx",
        "C:\\Windows",
        "//server/share",
        "a/\0",
        "~$a/b",
        ".quire/drive-seed"
      })
  void pathsThatAreNoneAreRefused(String path) {
    assertThrows(StoreFault.BadName.class, () -> drive.findByPath(path));
  }

  @Test
  void pathsAreNotUnescaped() {
    create("Book.xlsx", "x");
    assertEquals(Optional.empty(), drive.findByPath("%2e%2e"));
    assertEquals(Optional.empty(), drive.findByPath("%42ook.xlsx"));
  }

  @Test
  void endlessPathIsRefusedWithAShortMessage() {
    var fault =
        assertThrows(StoreFault.BadName.class, () -> drive.findByPath("a/".repeat(100_000) + "a"));
    assertTrue(String.valueOf(fault.getMessage()).length() < 250);
  }

  // Many at once

  @Test
  void ofWritersWithTheSameTagExactlyOneWins() throws Exception {
    Item file = create("Book.xlsx", "start");
    for (int round = 0; round < 10; round++) {
      int now = round;
      Optional<String> tag = drive.find(file.id()).map(Item::eTag);
      List<String> won =
          Together.results(
              8,
              number -> {
                String text = "writer %d in round %d".formatted(number, now);
                return drive.replace(file.id(), text.getBytes(UTF_8), tag).eTag() + text;
              },
              StoreFault.Changed.class);
      assertEquals(1, won.size());
      assertEquals(won.getFirst(), drive.find(file.id()).orElseThrow().eTag() + text(file));
    }
  }

  @Test
  void ofCreatorsOfTheSameNameExactlyOneWins() throws Exception {
    for (int round = 0; round < 10; round++) {
      String name = "Book%d.xlsx".formatted(round);
      List<String> won =
          Together.results(
              8,
              number -> {
                create(name, "creator " + number);
                return "creator " + number;
              },
              StoreFault.Exists.class);
      assertEquals(1, won.size());
      assertEquals(won.getFirst(), text(drive.findByPath(name).orElseThrow()));
    }
    assertEquals(10, drive.children(drive.root().id()).size());
  }

  @Test
  void readersNeverSeeATornFileNorAWrongTag() throws Exception {
    Item file = create(drive.root(), "Book.xlsx", uniform(0));
    var tagOf = new ConcurrentHashMap<String, Byte>();
    Together.results(
        4,
        number -> {
          for (int i = 0; i < 25; i++) {
            if (number == 0) {
              drive.replace(file.id(), uniform(i), ANY);
            } else {
              Content content = drive.read(file.id());
              byte kind = content.bytes()[0];
              assertArrayEquals(uniform(kind), content.bytes());
              Byte before = tagOf.putIfAbsent(content.item().eTag(), kind);
              assertTrue(before == null || before == kind, "one tag, two contents");
            }
          }
          return number;
        },
        StoreFault.Changed.class);
    assertArrayEquals(uniform(24), drive.read(file.id()).bytes());
  }

  private static byte[] uniform(int kind) {
    var bytes = new byte[300_000];
    Arrays.fill(bytes, (byte) kind);
    return bytes;
  }

  // The shelf

  @Test
  void shelfKeepsWhatIsPutThereFirst() {
    Shelf shelf = drive.shelf();
    assertTrue(shelf.add("versions-01", "000002-b", new byte[] {2}));
    assertTrue(shelf.add("versions-01", "000001-a", new byte[0]));
    assertTrue(shelf.add("other", "000001-a", new byte[] {9}));
    assertFalse(shelf.add("versions-01", "000002-b", new byte[] {3}));
    assertEquals(List.of("000001-a", "000002-b"), shelf.names("versions-01"));
    assertArrayEquals(new byte[] {2}, shelf.read("versions-01", "000002-b").orElseThrow());
    assertArrayEquals(new byte[0], shelf.read("versions-01", "000001-a").orElseThrow());
    assertEquals(Optional.empty(), shelf.read("versions-01", "000003-c"));
    assertEquals(List.of(), shelf.names("nothing"));
    assertArrayEquals(new byte[] {9}, reopened().shelf().read("other", "000001-a").orElseThrow());
  }

  @Test
  void shelfForgetsWhatIsTakenAway() {
    Shelf shelf = drive.shelf();
    shelf.add("one", "a", new byte[] {1});
    shelf.add("one", "b", new byte[] {1});
    shelf.add("two", "a", new byte[] {1});
    shelf.remove("one", "a");
    shelf.remove("one", "never");
    assertEquals(List.of("b"), shelf.names("one"));
    assertTrue(shelf.add("one", "a", new byte[] {5}));
    shelf.clear("one");
    shelf.clear("nothing");
    assertEquals(List.of(), shelf.names("one"));
    assertEquals(List.of("a"), shelf.names("two"));
    assertTrue(shelf.add("one", "a", new byte[] {6}));
  }

  @Test
  void shelfHoldsLargeValuesAndIsNotSeenInTheDrive() {
    var large = new byte[3_000_000];
    new Random(3).nextBytes(large);
    assertTrue(drive.shelf().add("versions", "large", large));
    assertArrayEquals(large, drive.shelf().read("versions", "large").orElseThrow());
    assertEquals(List.of(), drive.children(drive.root().id()));
    assertEquals(List.of("large"), drive.shelf().names("versions"));
  }

  @Test
  void ofManyWhoAddTheSameNameOneHasIt() throws Exception {
    for (int round = 0; round < 5; round++) {
      String name = "name" + round;
      List<Integer> added =
          Together.results(
              4,
              number -> drive.shelf().add("race", name, new byte[] {(byte) number}) ? number : -1,
              StoreFault.Changed.class);
      List<Integer> winners = added.stream().filter(number -> number >= 0).toList();
      assertEquals(1, winners.size());
      assertArrayEquals(
          new byte[] {winners.getFirst().byteValue()},
          drive.shelf().read("race", name).orElseThrow());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "..", "a/b", "a.b", "a b", "ä"})
  void shelfTakesPlainNamesOnly(String name) {
    assertThrows(IllegalArgumentException.class, () -> drive.shelf().names(name));
    assertThrows(
        IllegalArgumentException.class, () -> drive.shelf().add("plain", name, new byte[1]));
  }

  // Taking a place, appearing whole

  @Test
  void fileTakesThePlaceOfAnotherOneAndKeepsItsId() {
    Item folder = makeFolder(drive.root(), "Reports");
    Item draft = create("Draft.xlsx", "new");
    Item target = create(folder, "Plan.xlsx", "old".getBytes(UTF_8));
    Item moved =
        drive.moveOnto(
            draft.id(), target.id(), Optional.of(target.eTag()), Optional.of(draft.eTag()));
    assertEquals(draft.id(), moved.id());
    assertEquals("Reports/Plan.xlsx", moved.path());
    assertEquals("new", text(moved));
    assertEquals(Optional.empty(), drive.find(target.id()));
    assertEquals(Optional.empty(), drive.findByPath("Draft.xlsx"));
    assertEquals(List.of(moved), drive.children(folder.id()));
    assertEquals(draft.id(), reopened().findByPath("Reports/Plan.xlsx").orElseThrow().id());
  }

  @Test
  void bothFilesStayWhenOneOfThemHasAnotherTag() {
    Item draft = create("Draft.xlsx", "new");
    Item target = create("Plan.xlsx", "old");
    Optional<String> wrong = Optional.of("\"other\"");
    assertThrows(
        StoreFault.Changed.class, () -> drive.moveOnto(draft.id(), target.id(), wrong, ANY));
    assertThrows(
        StoreFault.Changed.class, () -> drive.moveOnto(draft.id(), target.id(), ANY, wrong));
    assertEquals("new", text(drive.findByPath("Draft.xlsx").orElseThrow()));
    assertEquals("old", text(drive.findByPath("Plan.xlsx").orElseThrow()));
  }

  @Test
  void folderIsCreatedWithAllThatIsToLieInIt() {
    Item made =
        drive.createFolder(
            drive.root().id(),
            "Reports",
            nest -> {
              nest.file("Book.xlsx", new ByteArrayInputStream("one".getBytes(UTF_8)));
              nest.folder("2026").file("Plan.xlsx", new ByteArrayInputStream(new byte[] {2}));
            });
    assertEquals(drive.findByPath("Reports"), Optional.of(made));
    assertEquals("one", text(drive.findByPath("Reports/Book.xlsx").orElseThrow()));
    Item plan = drive.findByPath("Reports/2026/Plan.xlsx").orElseThrow();
    assertArrayEquals(new byte[] {2}, drive.read(plan.id()).bytes());
    assertEquals(drive.findByPath("Reports/2026").map(Item::id), plan.parentId());
    assertEquals(Optional.of(made.id()), drive.find(plan.parentId().get()).get().parentId());
    drive.delete(made.id(), ANY);
    assertEquals(Optional.empty(), drive.find(plan.id()));
  }

  @Test
  void folderThatCannotBeFilledIsNotThere() {
    var broken = new StoreFault.Unreadable("Plan.xlsx", "it is elsewhere");
    assertThrows(
        StoreFault.Unreadable.class,
        () ->
            drive.createFolder(
                drive.root().id(),
                "Reports",
                nest -> {
                  nest.file("Book.xlsx", new ByteArrayInputStream(new byte[] {1}));
                  throw broken;
                }));
    assertEquals(Optional.empty(), drive.findByPath("Reports"));
    assertEquals(List.of(), drive.children(drive.root().id()));
    create("Reports", "a file may have the name");
    assertThrows(
        StoreFault.Exists.class, () -> drive.createFolder(drive.root().id(), "Reports", _ -> {}));
  }
}
