package dev.quire.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class AsideTest {
  @ParameterizedTest
  @ValueSource(ints = {0, 3, Aside.LEAST_BYTES - 8, Aside.LEAST_BYTES})
  void piecesBecomeOneContentWhereverTheyLie(int size) throws IOException {
    byte[] large = new byte[size];
    new Random(6).nextBytes(large);
    ByteBuffer beside = ByteBuffer.allocateDirect(3).put(new byte[] {4, 5, 6});
    ByteBuffer part = ByteBuffer.wrap(new byte[] {0, 1, 2, 3, 0}).slice(1, 3);
    ByteBuffer joined = Aside.join(List.of(part, beside, ByteBuffer.wrap(large)));
    ByteBuffer wanted = ByteBuffer.allocate(size + 6);
    wanted.put(new byte[] {1, 2, 3, 4, 5, 6}).put(large).flip();
    assertEquals(wanted, joined);
    assertEquals(size + 6 >= Aside.LEAST_BYTES, joined.isDirect());
    assertArrayEquals(wanted.array(), Buffers.stream(joined).readAllBytes());
    assertEquals(0, joined.position());
  }

  @Test
  void contentThatLiesInAnArrayOfItsSizeIsNotCopied() {
    byte[] bytes = {1, 2, 3};
    assertSame(bytes, Buffers.array(ByteBuffer.wrap(bytes)));
    assertArrayEquals(new byte[] {2, 3}, Buffers.array(ByteBuffer.wrap(bytes).slice(1, 2)));
  }
}
