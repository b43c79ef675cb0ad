package dev.quire.ooxml.zip;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// Numbers as zip and OLE2 files hold them. The caller checks bounds.
final class LittleEndian {
  private static final VarHandle SHORT =
      MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle INT =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private LittleEndian() {}

  /// Two bytes, unsigned.
  static int u16(byte[] bytes, int at) {
    return Short.toUnsignedInt((short) SHORT.get(bytes, at));
  }

  /// Four bytes, signed.
  static int i32(byte[] bytes, int at) {
    return (int) INT.get(bytes, at);
  }

  /// Four bytes, unsigned.
  static long u32(byte[] bytes, int at) {
    return Integer.toUnsignedLong(i32(bytes, at));
  }

  /// Eight bytes, signed.
  static long i64(byte[] bytes, int at) {
    return (long) LONG.get(bytes, at);
  }

  /// The same bytes to be read at places, so that others may read them too.
  static ByteBuffer of(ByteBuffer bytes) {
    return bytes.duplicate().order(ByteOrder.LITTLE_ENDIAN);
  }

  /// Two bytes, unsigned, of a buffer in this order.
  static int u16(ByteBuffer bytes, int at) {
    return Short.toUnsignedInt(bytes.getShort(at));
  }

  /// Four bytes, unsigned, of a buffer in this order.
  static long u32(ByteBuffer bytes, int at) {
    return Integer.toUnsignedLong(bytes.getInt(at));
  }

  /// Writes eight bytes.
  static void i64(byte[] bytes, int at, long value) {
    LONG.set(bytes, at, value);
  }
}
