package dev.quire.engine.ref;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ShiftTest {
  private static Area area(String address) {
    return A1.parse(address).orElseThrow();
  }

  private static Shift shift(Shift.Kind kind, String cells) {
    return new Shift(kind, area(cells));
  }

  private static Optional<Area> expected(String address) {
    return address.equals("gone") ? Optional.empty() : Optional.of(area(address));
  }

  @ParameterizedTest
  @CsvSource({
    "INSERT_DOWN,  1:2,   A5:C11",
    "INSERT_DOWN,  5:6,   A3:C11",
    "INSERT_DOWN,  10:11, A3:C9",
    "INSERT_RIGHT, B:B,   A3:D9",
    "INSERT_DOWN,  A1:A2, A3:C9",
    "DELETE_UP,    1:1,   A2:C8",
    "DELETE_UP,    5:6,   A3:C7",
    "DELETE_UP,    3:4,   A3:C7",
    "DELETE_UP,    3:9,   gone",
    "DELETE_LEFT,  A:B,   A3:A9",
    "DELETE_LEFT,  A3:C3, A3:C9"
  })
  void referenceStretchesAndShrinksWithTheCellsInside(Shift.Kind kind, String cells, String after) {
    assertEquals(expected(after), shift(kind, cells).reference(area("A3:C9")));
  }

  @ParameterizedTest
  @CsvSource({
    "INSERT_DOWN, 1:2,   A5:C11",
    "INSERT_DOWN, 4:4,   A3:C10",
    "DELETE_UP,   4:9,   A3:C3",
    "DELETE_UP,   3:3,   gone",
    "DELETE_UP,   2:3,   gone",
    "DELETE_LEFT, B:B,   A3:B9",
    "DELETE_LEFT, A3:C3, gone"
  })
  void areaBelowAHeaderGoesWithItsHeader(Shift.Kind kind, String cells, String after) {
    assertEquals(expected(after), shift(kind, cells).headed(area("A3:C9")));
  }
}
