package dev.quire.graph;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.quire.store.DriveStore;
import dev.quire.store.Shelf;
import dev.quire.store.StoreFault;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A wish to be told when something in a drive changes. Lies on the shelf of the drive, so restarts
/// and other servers keep it.
///
/// @param id a GUID
/// @param term from when until when it holds
/// @param userId whose it is
/// @param resource as the client named it
/// @param itemId the file; empty for the whole drive
/// @param url where notifications go
/// @param lifecycleUrl where those go that are about the subscription itself; empty for nowhere
/// @param clientState what they carry, for the client to know them by
record Subscription(
    String id,
    Term term,
    String userId,
    String resource,
    String itemId,
    String url,
    String lifecycleUrl,
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
    names.stream().filter(name -> !term(name).holds(now)).forEach(name -> drop(shelf, name));
    return names.stream()
        .filter(name -> term(name).holds(now))
        .flatMap(name -> read(shelf, name).stream())
        .toList();
  }

  /// Those whose owners are to be told now that they end soon. Each is told so a few times unless
  /// he answers, and by one server.
  static List<Subscription> due(DriveStore drive, Instant now) {
    Shelf shelf = drive.shelf();
    return shelf.names(FOLDER).stream()
        .filter(name -> new Challenges(shelf, id(name), term(name)).due(now) > 0)
        .flatMap(name -> read(shelf, name).stream())
        .filter(Subscription::hasLifecycleUrl)
        .filter(each -> new Challenges(shelf, each.id(), each.term()).claim(now))
        .toList();
  }

  private static void drop(Shelf shelf, String name) {
    try {
      shelf.remove(FOLDER, name);
      Challenges.forget(shelf, id(name));
    } catch (StoreFault later) {
      // It does nothing any more; whoever looks next tries again.
    }
  }

  boolean hasLifecycleUrl() {
    return !lifecycleUrl.isEmpty();
  }

  /// Whether it is there, perhaps with another end.
  boolean isIn(DriveStore drive) {
    return drive.shelf().names(FOLDER).stream().anyMatch(name -> name.startsWith(id + "-"));
  }

  /// Whether the file that it is about is no longer there.
  boolean isMoot(DriveStore drive) {
    return !itemId.isEmpty() && drive.find(itemId).isEmpty();
  }

  void keep(DriveStore drive) {
    List<String> words = List.of(userId, resource, itemId, url, clientState, lifecycleUrl);
    String text = String.join("\n", words.stream().map(Subscription::coded).toList());
    drive.shelf().add(FOLDER, name(), text.getBytes(UTF_8));
  }

  void remove(DriveStore drive) {
    drive.shelf().remove(FOLDER, name());
    Challenges.forget(drive.shelf(), id);
  }

  /// Takes it away, also when it has been renewed.
  void end(DriveStore drive) {
    Shelf shelf = drive.shelf();
    shelf.names(FOLDER).stream()
        .filter(name -> id(name).equals(id))
        .forEach(name -> shelf.remove(FOLDER, name));
    Challenges.forget(shelf, id);
  }

  /// Its owner has shown that he knows of its end.
  void answered(DriveStore drive) {
    new Challenges(drive.shelf(), id, term).answer();
  }

  Subscription during(Term other) {
    return new Subscription(id, other, userId, resource, itemId, url, lifecycleUrl, clientState);
  }

  private String name() {
    return id + "-" + term.text();
  }

  private static String id(String name) {
    return name.substring(0, Math.min(GUID_CHARS, name.length()));
  }

  private static Term term(String name) {
    return Term.of(name.length() > GUID_CHARS ? name.substring(GUID_CHARS + 1) : "");
  }

  private static Optional<Subscription> read(Shelf shelf, String name) {
    return shelf.read(FOLDER, name).flatMap(bytes -> parsed(name, bytes));
  }

  private static Optional<Subscription> parsed(String name, byte[] text) {
    try {
      List<String> lines =
          Stream.concat(new String(text, UTF_8).lines().map(Subscription::decoded), Stream.of(""))
              .toList();
      return Optional.of(
          new Subscription(
              id(name),
              term(name),
              lines.get(0),
              lines.get(1),
              lines.get(2),
              lines.get(3),
              lines.get(5), // older versions kept none
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
