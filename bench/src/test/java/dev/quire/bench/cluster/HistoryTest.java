package dev.quire.bench.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.quire.bench.cluster.History.Op;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The judge of `./quire cluster-torture` sees what it is there to see.
final class HistoryTest {
  private static Op write(int value, long begun, long ended) {
    return new Op(true, value, begun, ended);
  }

  private static Op read(int value, long begun, long ended) {
    return new Op(false, value, begun, ended);
  }

  private static void isFine(Op... ops) {
    assertEquals(List.of(), History.wrong(List.of(ops)));
  }

  private static void isWrong(Op... ops) {
    assertFalse(History.wrong(List.of(ops)).isEmpty());
  }

  @Test
  void readOfTheLastWriteIsFine() {
    isFine(read(0, 1, 2), write(1, 3, 4), read(1, 5, 6), write(2, 7, 8), read(2, 9, 10));
  }

  @Test
  void readDuringAWriteMaySeeEither() {
    isFine(write(1, 1, 2), write(2, 3, 9), read(1, 4, 5), read(2, 6, 7), read(2, 10, 11));
  }

  @Test
  void writeThatNobodyKnowsOfMayComeLateOrNever() {
    isFine(write(1, 1, 2), write(2, 3, History.NEVER), read(1, 4, 5), read(2, 50, 51));
    isFine(write(1, 1, 2), write(2, 3, History.NEVER), read(1, 50, 51));
  }

  @Test
  void lostWriteIsSeen() {
    isWrong(write(1, 1, 2), write(2, 3, 4), read(1, 5, 6));
    isWrong(write(1, 1, 2), read(0, 3, 4));
  }

  @Test
  void valueThatComesBackIsSeen() {
    isWrong(write(1, 1, 2), write(2, 3, 9), read(2, 4, 5), read(1, 6, 7));
    isWrong(write(1, 1, 2), write(2, 3, History.NEVER), read(2, 10, 11), read(1, 12, 13));
  }

  @Test
  void staleReadOfASecondOwnerIsSeen() {
    isWrong(write(1, 1, 2), read(1, 3, 4), write(2, 5, 6), read(2, 7, 8), read(1, 9, 10));
  }

  @Test
  void valueFromNowhereAndFromTheFutureIsSeen() {
    isWrong(read(7, 1, 2));
    isWrong(read(7, 1, 2), write(7, 3, 4));
  }
}
