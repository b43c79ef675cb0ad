package dev.quire.store;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Locale;
import org.junit.jupiter.api.Test;

final class IdentityTest {
  private final Identity identity = Identity.of("foobarfoobarfoobarfo".getBytes(US_ASCII));

  @Test
  void idIsPrefixAndBase32() {
    // GNU base32 of the same 20 bytes.
    assertEquals("01MZXW6YTBOJTG633CMFZGM33PMJQXEZTP", identity.id());
    assertTrue(Identity.looksLikeId(identity.id()));
  }

  @Test
  void tagsCarryGuidAndNumber() {
    assertEquals("\"{666F6F62-6172-666F-6F62-6172666F6F62},7\"", identity.eTag(7));
    assertEquals("\"c:{666F6F62-6172-666F-6F62-6172666F6F62},7\"", identity.cTag(7));
  }

  @Test
  void otherTextsAreNoIds() {
    assertFalse(Identity.looksLikeId(identity.id().toLowerCase(Locale.ROOT)));
    assertFalse(Identity.looksLikeId(identity.id() + "A"));
    assertFalse(Identity.looksLikeId("02" + identity.id().substring(2)));
    assertFalse(Identity.looksLikeId(identity.id().replace('M', '1')));
  }
}
