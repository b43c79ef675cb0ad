package dev.quire.ooxml.zip;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import java.util.zip.DataFormatException;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class InflateProperties {
  @Property(tries = 200)
  void whatTheJdkPackedIsUnpacked(@ForAll long seed) throws Inflate.Damaged {
    var random = new Random(seed);
    byte[] content = Deflated.content(random, 1 + random.nextInt(400_000));
    assertArrayEquals(content, Deflated.inflate(Deflated.pack(random, content)));
  }

  @Property(tries = 400)
  void whatIsDamagedIsRefusedWhenTheJdkRefusesIt(@ForAll long seed) {
    var random = new Random(seed);
    byte[] packed = Deflated.pack(random, Deflated.content(random, 1 + random.nextInt(50_000)));
    packed[random.nextInt(packed.length)] ^= (byte) (1 << random.nextInt(8));
    assertEquals(theirs(packed).map(Arrays::hashCode), ours(packed).map(Arrays::hashCode));
  }

  @Property(tries = 200)
  void whatIsCutOffIsRefused(@ForAll long seed) {
    var random = new Random(seed);
    byte[] packed = Deflated.pack(random, Deflated.content(random, 1 + random.nextInt(50_000)));
    byte[] cut = Arrays.copyOf(packed, random.nextInt(packed.length));
    assertThrows(Inflate.Damaged.class, () -> Deflated.inflate(cut));
  }

  private static Optional<byte[]> ours(byte[] packed) {
    try {
      return Optional.of(Deflated.inflate(packed));
    } catch (Inflate.Damaged damaged) {
      return Optional.empty();
    }
  }

  private static Optional<byte[]> theirs(byte[] packed) {
    try {
      return Optional.of(Deflated.unpack(packed));
    } catch (DataFormatException damaged) {
      return Optional.empty();
    }
  }
}
