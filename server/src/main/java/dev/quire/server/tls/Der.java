package dev.quire.server.tls;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/// Writes the distinguished encoding of ASN.1 values (X.690): a tag, a length, the content.
final class Der {
  private static final int BOOLEAN = 0x01;
  private static final int INTEGER = 0x02;
  private static final int BIT_STRING = 0x03;
  private static final int OCTET_STRING = 0x04;
  private static final int OBJECT_IDENTIFIER = 0x06;
  private static final int UTF8_STRING = 0x0c;
  private static final int UTC_TIME = 0x17;
  private static final int GENERALIZED_TIME = 0x18;
  private static final int SEQUENCE = 0x30;
  private static final int SET = 0x31;
  private static final int CONTEXT = 0x80;
  private static final int CONSTRUCTED = 0x20;

  private static final DateTimeFormatter TWO_DIGIT_YEAR =
      DateTimeFormatter.ofPattern("yyMMddHHmmss'Z'").withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter FOUR_DIGIT_YEAR =
      DateTimeFormatter.ofPattern("yyyyMMddHHmmss'Z'").withZone(ZoneOffset.UTC);

  private Der() {}

  static byte[] sequence(byte[]... parts) {
    return value(SEQUENCE, join(parts));
  }

  static byte[] set(byte[] part) {
    return value(SET, part);
  }

  static byte[] yes() {
    return value(BOOLEAN, new byte[] {(byte) 0xff});
  }

  static byte[] integer(BigInteger number) {
    return value(INTEGER, number.toByteArray());
  }

  static byte[] octets(byte[] content) {
    return value(OCTET_STRING, content);
  }

  /// Whole bytes of bits.
  static byte[] bits(byte[] content) {
    return value(BIT_STRING, join(new byte[] {0}, content));
  }

  /// Up to eight named bits, the first one in the highest place, without trailing zeros.
  static byte[] flags(int octet) {
    var unused = (byte) Integer.numberOfTrailingZeros(octet);
    return value(BIT_STRING, new byte[] {unused, (byte) octet});
  }

  static byte[] text(String text) {
    return value(UTF8_STRING, text.getBytes(StandardCharsets.UTF_8));
  }

  /// An object identifier in dotted form.
  static byte[] oid(String dotted) {
    var arcs = dotted.split("\\.");
    var content = new ByteArrayOutputStream();
    // The first two arcs share a number: 40 times the first, plus the second.
    writeBase128(content, 40 * Integer.parseInt(arcs[0]) + Integer.parseInt(arcs[1]));
    for (var arc = 2; arc < arcs.length; arc++) {
      writeBase128(content, Integer.parseInt(arcs[arc]));
    }
    return value(OBJECT_IDENTIFIER, content.toByteArray());
  }

  /// A moment, in whole seconds; the short form up to 2049, as certificates must have it.
  static byte[] time(Instant moment) {
    var isShort = moment.atZone(ZoneOffset.UTC).getYear() < 2050;
    var text = (isShort ? TWO_DIGIT_YEAR : FOUR_DIGIT_YEAR).format(moment);
    return value(isShort ? UTC_TIME : GENERALIZED_TIME, text.getBytes(StandardCharsets.US_ASCII));
  }

  /// A value under a number of the surrounding structure, around the value's own tag.
  static byte[] explicit(int number, byte[] value) {
    return value(CONTEXT | CONSTRUCTED | number, value);
  }

  /// Content under a number of the surrounding structure, in place of its own tag.
  static byte[] implicit(int number, byte[] content) {
    return value(CONTEXT | number, content);
  }

  private static void writeBase128(ByteArrayOutputStream out, int number) {
    for (var shift = 28; shift > 0; shift -= 7) {
      if (number >>> shift != 0) {
        out.write(0x80 | (number >>> shift & 0x7f));
      }
    }
    out.write(number & 0x7f);
  }

  private static byte[] value(int tag, byte[] content) {
    var out = new ByteArrayOutputStream();
    out.write(tag);
    if (content.length < 0x80) {
      out.write(content.length);
    } else {
      var length = BigInteger.valueOf(content.length).toByteArray();
      // toByteArray puts a zero before a high bit, which a length does not have.
      var start = length[0] == 0 ? 1 : 0;
      out.write(0x80 | (length.length - start));
      out.write(length, start, length.length - start);
    }
    out.writeBytes(content);
    return out.toByteArray();
  }

  /// One after the other.
  static byte[] join(byte[]... parts) {
    var out = new ByteArrayOutputStream();
    for (var part : parts) {
      out.writeBytes(part);
    }
    return out.toByteArray();
  }
}
