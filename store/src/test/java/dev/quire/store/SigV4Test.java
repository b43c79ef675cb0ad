package dev.quire.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;

/// The examples that Amazon publishes with the procedure (D).
final class SigV4Test {
  private static final Instant NOW = Instant.parse("2013-05-24T00:00:00Z");
  private static final String HOST = "https://examplebucket.s3.amazonaws.com";
  private static final byte[] NOTHING = {};

  private static SigV4 signing(Optional<String> token) {
    return new SigV4(
        new S3Credentials(
            "AKIAIOSFODNN7EXAMPLE", "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY", token),
        "us-east-1");
  }

  private static String signature(
      String method, String target, Map<String, String> headers, byte[] body) {
    SortedMap<String, String> added =
        signing(Optional.empty()).headers(method, URI.create(HOST + target), headers, body, NOW);
    assertEquals("20130524T000000Z", added.get("x-amz-date"));
    return added.get("Authorization").replaceAll(".*Signature=", "");
  }

  @Test
  void readingAPartOfAnObjectIsSignedAsPublished() {
    assertEquals(
        "f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41",
        signature("GET", "/test.txt", Map.of("Range", "bytes=0-9"), NOTHING));
  }

  @Test
  void writingAnObjectWithASignInItsKeyIsSignedAsPublished() {
    assertEquals(
        "98ad721746da40c64f1a55b78f14c238d841ea1380cd77a1b5971af0ece108bd",
        signature(
            "PUT",
            "/test%24file.text",
            Map.of(
                "Date", "Fri, 24 May 2013 00:00:00 GMT",
                "x-amz-storage-class", "REDUCED_REDUNDANCY"),
            "Welcome to Amazon S3.".getBytes(UTF_8)));
  }

  @Test
  void parameterWithoutAValueIsSignedAsPublished() {
    assertEquals(
        "fea454ca298b7da1c68078a5d1bdbfbbe0d65c699e0f91ac7a200a0136783543",
        signature("GET", "/?lifecycle", Map.of(), NOTHING));
  }

  @Test
  void parametersAreSignedInTheirOrderByName() {
    assertEquals(
        "34b48302e7b5fa45bde8084f4b7868a86f0a534bc59db6670ed5711ef69dc6f7",
        signature("GET", "/?prefix=J&max-keys=2", Map.of(), NOTHING));
  }

  @Test
  void tokenOfATemporaryCredentialIsSentAndSigned() {
    SortedMap<String, String> added =
        signing(Optional.of("a token"))
            .headers("GET", URI.create(HOST + "/"), Map.of(), NOTHING, NOW);
    assertEquals("a token", added.get("x-amz-security-token"));
    assertTrue(added.get("Authorization").contains("x-amz-date;x-amz-security-token,"));
  }

  @Test
  void onlyUnreservedCharactersStandForThemselves() {
    assertEquals("a-b_c.d~e/%25%2B%20%C3%BC%2A%27", SigV4.encodedPath("a-b_c.d~e/%+ ü*'"));
    assertEquals("a%2Fb", SigV4.encoded("a/b"));
  }
}
