package dev.quire.graph;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.quire.store.DriveStore;
import dev.quire.store.Shelf;
import dev.quire.store.StoreFault;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/// A wish to be told when something in a drive changes. Lies on the shelf of the drive, so restarts
/// and other servers keep it.
///
/// @param id a GUID
/// @param expires in whole milliseconds
/// @param userId whose it is
/// @param resource as the client named it
/// @param itemId the file; empty for the whole drive
/// @param url where notifications go
/// @param clientState what they carry, for the client to know them by
record Subscription(
    String id,
    Instant expires,
    String userId,
    String resource,
    String itemId,
    String url,
    String clientState) {
  private static final String FOLDER = "subscriptions";
  private static final int GUID_CHARS = 36;

  /// How many a drive has, expired ones included.
  static int count(DriveStore drive) {
    return drive.shelf().names(FOLDER).size();
  }

  /// All that are not over. Those that are, are taken away.
  static List<Subscription> all(DriveStore drive, Instant now) {
    Shelf shelf = drive.shelf();
    List<String> names = shelf.names(FOLDER);
    names.stream().filter(name -> !expiry(name).isAfter(now)).forEach(name -> drop(shelf, name));
    return names.stream()
        .filter(name -> expiry(name).isAfter(now))
        .flatMap(name -> shelf.read(FOLDER, name).flatMap(bytes -> parsed(name, bytes)).stream())
        .toList();
  }

  private static void drop(Shelf shelf, String name) {
    try {
      shelf.remove(FOLDER, name);
    } catch (StoreFault later) {
      // It does nothing any more; whoever looks next tries again.
    }
  }

  /// Whether it is there, perhaps with another end.
  boolean isIn(DriveStore drive) {
    return drive.shelf().names(FOLDER).stream().anyMatch(name -> name.startsWith(id + "-"));
  }

  void keep(DriveStore drive) {
    String text =
        String.join("\n", coded(userId), coded(resource), coded(itemId), coded(url))
            + "\n"
            + coded(clientState);
    drive.shelf().add(FOLDER, name(), text.getBytes(UTF_8));
  }

  void remove(DriveStore drive) {
    drive.shelf().remove(FOLDER, name());
  }

  Subscription until(Instant other) {
    return new Subscription(id, other, userId, resource, itemId, url, clientState);
  }

  private String name() {
    return id + "-" + expires.toEpochMilli();
  }

  private static Instant expiry(String name) {
    String digits = name.length() > GUID_CHARS ? name.substring(GUID_CHARS + 1) : "";
    return digits.matches("\\d{1,15}")
        ? Instant.ofEpochMilli(Long.parseLong(digits))
        : Instant.EPOCH;
  }

  private static Optional<Subscription> parsed(String name, byte[] text) {
    try {
      List<String> lines = new String(text, UTF_8).lines().map(Subscription::decoded).toList();
      return Optional.of(
          new Subscription(
              name.substring(0, GUID_CHARS),
              expiry(name),
              lines.get(0),
              lines.get(1),
              lines.get(2),
              lines.get(3),
              lines.get(4)));
    } catch (RuntimeException garbled) {
      return Optional.empty();
    }
  }

  /// With a letter in front, so that no line is empty.
  private static String coded(String text) {
    return "x" + Base64.getEncoder().encodeToString(text.getBytes(UTF_8));
  }

  private static String decoded(String line) {
    return new String(Base64.getDecoder().decode(line.substring(1)), UTF_8);
  }
}
