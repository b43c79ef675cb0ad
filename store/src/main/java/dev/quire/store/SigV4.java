package dev.quire.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// AWS Signature Version 4 in the `Authorization` header, for service `s3`, with a hash of the
/// whole body.
///
/// [The procedure](https://docs.aws.amazon.com/AmazonS3/latest/API/sig-v4-header-based-auth.html)
/// (D).
final class SigV4 {
  private static final String ALGORITHM = "AWS4-HMAC-SHA256";
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
  private static final int DATE_CHARS = 8;

  private final S3Credentials credentials;
  private final String region;

  SigV4(S3Credentials credentials, String region) {
    this.credentials = credentials;
    this.region = region;
  }

  /// What has to be added to the headers of a request.
  ///
  /// @param headers those that are to be signed as well
  SortedMap<String, String> headers(
      String method, URI uri, Map<String, String> headers, byte[] body, Instant now) {
    var added = new TreeMap<String, String>();
    String time = TIME.format(now);
    String hash = Sha256.hex(body);
    added.put("x-amz-content-sha256", hash);
    added.put("x-amz-date", time);
    credentials.sessionToken().ifPresent(token -> added.put("x-amz-security-token", token));

    var signed = new TreeMap<>(added);
    headers.forEach((name, value) -> signed.put(name.toLowerCase(Locale.ROOT), value));
    signed.put("host", uri.getRawAuthority());
    String names = String.join(";", signed.keySet());
    String request = canonical(method, uri, signed, names, hash);
    String date = time.substring(0, DATE_CHARS);
    String scope = date + "/" + region + "/s3/aws4_request";
    String text = String.join("\n", ALGORITHM, time, scope, Sha256.hex(request.getBytes(UTF_8)));
    String signature = Sha256.hexKeyed(signingKey(date), text);
    added.put(
        "Authorization",
        "%s Credential=%s/%s,SignedHeaders=%s,Signature=%s"
            .formatted(ALGORITHM, credentials.accessKey(), scope, names, signature));
    return added;
  }

  private static String canonical(
      String method, URI uri, SortedMap<String, String> signed, String names, String hash) {
    String lines =
        signed.entrySet().stream()
            .map(header -> header.getKey() + ":" + header.getValue().strip() + "\n")
            .collect(Collectors.joining());
    String path = uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
    return String.join("\n", method, path, canonicalQuery(uri), lines, names, hash);
  }

  private static String canonicalQuery(URI uri) {
    String query = uri.getRawQuery();
    if (query == null) {
      return "";
    }
    return Arrays.stream(query.split("&"))
        .map(pair -> pair.contains("=") ? pair : pair + "=")
        .sorted()
        .collect(Collectors.joining("&"));
  }

  private byte[] signingKey(String date) {
    byte[] key = ("AWS4" + credentials.secretKey()).getBytes(UTF_8);
    for (String part : new String[] {date, region, "s3", "aws4_request"}) {
      key = Sha256.keyed(key, part);
    }
    return key;
  }

  /// Percent-encodes all but the unreserved characters of RFC 3986 §2.3.
  static String encoded(String text) {
    var encoded = new StringBuilder();
    for (byte next : text.getBytes(UTF_8)) {
      if (isUnreserved(next)) {
        encoded.append((char) next);
      } else {
        encoded.append('%').append("%02X".formatted(next & 0xff));
      }
    }
    return encoded.toString();
  }

  /// The same, with slashes as they are.
  static String encodedPath(String key) {
    return encoded(key).replace("%2F", "/");
  }

  private static boolean isUnreserved(byte b) {
    return b >= 'A' && b <= 'Z'
        || b >= 'a' && b <= 'z'
        || b >= '0' && b <= '9'
        || b == '-'
        || b == '.'
        || b == '_'
        || b == '~';
  }
}
