package dev.quire.engine.formula;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

final class CollationTest {
  @Test
  void textsAreSortedAsInExcel() {
    List<String> sorted =
        List.of(
            "", "(x)", "_a", "~", "<b", "0", "1", "10", "2", "a", "\u00e4", "ab", "a-b", "abc",
            "co-op", "coop x", "coops", "e", "\u00e9", "ea", "ez", "f", "it's", "itsy", "Z", "z1",
            "\u03b1");
    var shuffled = new ArrayList<>(sorted);
    Collections.shuffle(shuffled, new Random(3));
    shuffled.sort(Ordering::compare);
    assertEquals(sorted, shuffled);
  }

  @Property
  void onlyCaseMakesNoDifference(
      @ForAll @StringLength(max = 6) @CharRange(from = '!', to = 'z') String a,
      @ForAll @StringLength(max = 6) @CharRange(from = '!', to = 'z') String b) {
    assertEquals(a.equalsIgnoreCase(b), Ordering.compare(a, b) == 0);
    assertEquals(Integer.signum(Ordering.compare(a, b)), -Integer.signum(Ordering.compare(b, a)));
  }

  @Property
  void theOrderIsOne(
      @ForAll @StringLength(max = 4) @CharRange(from = '&', to = 'c') String a,
      @ForAll @StringLength(max = 4) @CharRange(from = '&', to = '\u00e9') String b,
      @ForAll @StringLength(max = 4) @CharRange(from = '&', to = '\u00e9') String c) {
    if (Ordering.compare(a, b) <= 0 && Ordering.compare(b, c) <= 0) {
      assertTrue(Ordering.compare(a, c) <= 0);
    }
  }
}
