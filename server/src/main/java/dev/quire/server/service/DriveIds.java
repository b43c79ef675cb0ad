package dev.quire.server.service;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/// Ids of drives in the shape of real ones: `b!` and 64 characters of URL-safe base64, the same
/// after every restart.
final class DriveIds {
  private static final int BYTES = 48;

  private DriveIds() {}

  static String of(String name) {
    byte[] text =
        FolderName.hash("drive " + name).substring(0, BYTES).getBytes(StandardCharsets.US_ASCII);
    return "b!" + Base64.getUrlEncoder().withoutPadding().encodeToString(text);
  }
}
