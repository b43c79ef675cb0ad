package dev.quire.graph;

import dev.quire.graph.Entry.Found;
import dev.quire.graph.Entry.NoItem;
import dev.quire.graph.exchange.GraphRequest;
import dev.quire.graph.exchange.GraphResponse;
import dev.quire.graph.exchange.Headers;
import dev.quire.graph.gate.Placement;
import dev.quire.session.SessionFault;
import dev.quire.store.Item;
import dev.quire.store.Shelf;
import dev.quire.store.StoreFault;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.function.Supplier;

/// The files that a request is about beside the one in its address: what a copy replaces, what lies
/// in a folder. In a cluster each may be another server's, which is asked to do what this one would
/// do. So each server changes only what it looks after, no file has to change hands, and two
/// servers that need each other's files do not wait for each other.
///
/// @param placement who looks after which file
/// @param sources tells what was left behind, and names what is handed over
record OtherFiles(Placement placement, Sources sources) {
  /// Says in a request that a file on which somebody has a session is to stay.
  static final String IF_UNUSED = "x-quire-if-unused";

  /// Says in a request to delete a file that it is only asked whether that may be done.
  static final String ONLY_ASKED = "x-quire-only-asked";

  /// Names the content of a request that lies on the shelf of the drive. Bodies between servers are
  /// no larger than those of clients; files are.
  private static final String SHELVED = "x-quire-shelved";

  private static final String FOLDER = "handed-over";
  private static final Duration LONGEST = Duration.ofHours(1);
  private static final int TRIES = 5;
  private static final GraphResponse CAME_HERE =
      new GraphResponse(421, Headers.NONE, GraphResponse.Body.EMPTY);

  /// Whether all files are this server's.
  boolean areHere() {
    return placement.isAlone();
  }

  /// The bytes of a file with every write that has been acknowledged.
  ///
  /// @param own reads them, should this server look after the file
  byte[] content(Asker asker, Found file, Supplier<byte[]> own) {
    return at(
        file,
        asker,
        () -> asker.about(file, "GET", "/content", Map.of()),
        own,
        Function.identity());
  }

  /// Gives a file another content, if nobody has a session on it.
  ///
  /// @param own does so, should this server look after the file
  Item replace(Asker asker, Found file, byte[] content, Supplier<Item> own) {
    Shelf shelf = file.drive().store().shelf();
    String name = "%013d-%s".formatted(sources.clock().millis(), sources.secretId());
    var isHandedOver = new AtomicBoolean();
    try {
      return at(
          file,
          asker,
          () -> {
            clean(shelf);
            shelf.add(FOLDER, name, content);
            isHandedOver.set(true);
            return asker.about(file, "PUT", "/content", Map.of(SHELVED, name));
          },
          own,
          _ -> file.drive().store().find(file.item().id()).orElseThrow(NoItem::item));
    } finally {
      if (isHandedOver.get()) {
        remove(shelf, name);
      }
    }
  }

  /// What servers have left that ended while they waited for an answer.
  private void clean(Shelf shelf) {
    String oldest = "%013d".formatted(sources.clock().instant().minus(LONGEST).toEpochMilli());
    shelf.names(FOLDER).stream()
        .filter(name -> name.compareTo(oldest) < 0)
        .forEach(name -> remove(shelf, name));
  }

  private static void remove(Shelf shelf, String name) {
    try {
      shelf.remove(FOLDER, name);
    } catch (StoreFault later) {
      // It is old in an hour.
    }
  }

  /// The content that a request of [#replace] is about; nothing when it has a body, as those of
  /// clients have.
  static Optional<byte[]> handedOver(GraphRequest request, Shelf shelf) {
    return request
        .headers()
        .find(SHELVED)
        .map(name ->
            Optional.of(name)
                .filter(text -> text.matches("[0-9a-f-]{1,60}"))
                .flatMap(text -> shelf.read(FOLDER, text))
                .orElseThrow(() -> new NoItem("The content that was handed over is gone.")));
  }

  /// Lets a file go, if its server says that nobody has a session on it.
  ///
  /// @param own does so, should this server look after the file
  /// @param agreed does so after another server has agreed
  <T> T leave(Asker asker, Found file, Supplier<T> own, Supplier<T> agreed) {
    var headers = Map.of(IF_UNUSED, "true", ONLY_ASKED, "true", "If-Match", file.item().eTag());
    return at(file, asker, () -> asker.about(file, "DELETE", "", headers), own, _ -> agreed.get());
  }

  /// Says that a file goes with its folder.
  ///
  /// @param own hears of it, should this server look after the file
  void announceEnd(Asker asker, Found file, Runnable own) {
    at(
        file,
        asker,
        () -> asker.about(file, "DELETE", "", Map.of(ONLY_ASKED, "true")),
        () -> {
          own.run();
          return true;
        },
        _ -> true);
  }

  /// Makes sure that a file which has come into sight only now is this server's.
  ///
  /// @throws Appeared when it is another's
  void requireHere(Found file) {
    if (areHere()) {
      return;
    }
    switch (placement.others().find(file.drive().id(), file.item().id())) {
      case Placement.Here here -> here.close();
      case Placement.There _ -> throw new Appeared();
    }
  }

  /// Does something to a file where it is looked after.
  ///
  /// @param errand what another server is asked
  /// @param own what is done here
  /// @param told makes the result of the body that the other server answers
  private <T> T at(
      Found file,
      Asker asker,
      Supplier<GraphRequest> errand,
      Supplier<T> own,
      Function<byte[], T> told) {
    if (areHere()) {
      return own.get();
    }
    for (int tries = 1; tries <= TRIES; tries++) {
      switch (placement.others().find(file.drive().id(), file.item().id())) {
        case Placement.Here here -> {
          try (here) {
            T result = own.get();
            if (here.isStill()) {
              return result;
            }
            throw new SessionFault.Elsewhere("this server lost a workbook while it answered");
          }
        }
        case Placement.There(Placement.Forwarding forwarding) -> {
          GraphResponse answer = forwarding.answer(errand.get(), asker.caller(), _ -> CAME_HERE);
          if (answer != CAME_HERE) {
            return told.apply(accepted(answer));
          }
        }
      }
    }
    throw new SessionFault.Elsewhere("a workbook goes from server to server");
  }

  private static byte[] accepted(GraphResponse answer) {
    byte[] body = bytes(answer);
    if (answer.status() == 412) {
      throw new StoreFault.Changed("the file", "another", "what its server has");
    }
    if (answer.status() >= 300) {
      throw new RefusedThere(
          new GraphResponse(answer.status(), answer.headers(), out -> out.write(body)));
    }
    return body;
  }

  private static byte[] bytes(GraphResponse answer) {
    var bytes = new ByteArrayOutputStream();
    try {
      answer.body().writeTo(bytes);
    } catch (IOException broken) {
      throw new SessionFault.Elsewhere("the server that has a workbook broke off");
    }
    return bytes.toByteArray();
  }

  /// A file that was not there when the server of a request was looked for has come to be there, on
  /// another server. Expected, so without a stack trace.
  static final class Appeared extends RuntimeException {
    private static final long serialVersionUID = 1;

    Appeared() {
      super("appeared", null, false, false);
    }
  }

  /// The server that looks after a file has refused what it was asked for; the client gets that
  /// answer. Expected, so without a stack trace.
  static final class RefusedThere extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final transient GraphResponse answer;

    RefusedThere(GraphResponse answer) {
      super("refused with " + answer.status(), null, false, false);
      this.answer = answer;
    }

    GraphResponse answer() {
      return answer;
    }
  }
}
