package dev.quire.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.time.Instant;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

final class RevisionsTest {
  private static final Instant WRITTEN = Instant.parse("2026-01-01T00:00:00Z");
  private static final Instant SOON = WRITTEN.plusSeconds(1);
  private static final Instant LATER = WRITTEN.plusSeconds(10);
  private static final DrivePath PATH = DrivePath.parse("Book.xlsx");
  private static final byte[] ONE = {1};
  private static final byte[] TWO = {2};

  private final Revisions revisions = new Revisions();
  private final Stamp stamp = stamp(WRITTEN);

  private static Stamp stamp(Instant changed) {
    return new Stamp(Item.Kind.FILE, 1, WRITTEN, WRITTEN, 42, changed);
  }

  @Test
  void fileNeverMetIsKnownOnceItsTimeHasSettled() {
    assertEquals(OptionalInt.empty(), revisions.known(PATH, stamp, SOON));
    assertEquals(OptionalInt.of(0), revisions.known(PATH, stamp, LATER));
  }

  @Test
  void fileReadWithinATickOfItsChangeMustBeReadAgain() {
    assertEquals(0, revisions.learn(PATH, stamp, ONE, SOON));
    assertEquals(OptionalInt.empty(), revisions.known(PATH, stamp, LATER));
    assertEquals(1, revisions.learn(PATH, stamp, TWO, LATER));
    assertEquals(OptionalInt.of(1), revisions.known(PATH, stamp, LATER));
  }

  @Test
  void sameContentKeepsItsRevisionWhenOnlyAttributesChanged() {
    revisions.learn(PATH, stamp, ONE, LATER);
    Stamp touched = stamp(LATER);
    assertEquals(OptionalInt.empty(), revisions.known(PATH, touched, LATER));
    assertEquals(0, revisions.learn(PATH, touched, ONE, LATER));
    assertEquals(OptionalInt.of(0), revisions.known(PATH, touched, LATER));
  }

  @Test
  void newStampStartsOver() {
    revisions.learn(PATH, stamp, ONE, SOON);
    revisions.learn(PATH, stamp, TWO, SOON);
    var next = new Stamp(Item.Kind.FILE, 1, WRITTEN, SOON, 42, SOON);
    assertEquals(0, revisions.learn(PATH, next, ONE, LATER));
  }

  @Test
  void numbersDifferByRevisionAndByEachPartOfAVersion() {
    long number = stamp.number(0);
    assertNotEquals(number, stamp.number(1));
    assertNotEquals(number, new Stamp(Item.Kind.FILE, 2, WRITTEN, WRITTEN, 42, WRITTEN).number(0));
    assertNotEquals(number, new Stamp(Item.Kind.FILE, 1, WRITTEN, WRITTEN, 43, WRITTEN).number(0));
    assertNotEquals(
        number, new Stamp(Item.Kind.FILE, 1, WRITTEN, WRITTEN.plusNanos(1), 42, WRITTEN).number(0));
    assertEquals(number, stamp(LATER).number(0));
  }
}
