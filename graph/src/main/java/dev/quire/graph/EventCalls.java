package dev.quire.graph;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.quire.graph.Entry.Found;
import dev.quire.graph.Entry.NoItem;
import dev.quire.graph.exchange.GraphRequest;
import dev.quire.graph.exchange.Headers;
import dev.quire.graph.gate.Access;
import dev.quire.graph.gate.Caller;
import dev.quire.graph.json.JsonOut;
import dev.quire.graph.path.PathParser;
import dev.quire.graph.path.Route;
import dev.quire.graph.resource.BadArgument;
import dev.quire.graph.resource.NotAllowed;
import dev.quire.session.BookEvent;
import dev.quire.session.BookStream;
import dev.quire.session.Sessions;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/// The changes of a workbook as Server-Sent Events (WHATWG HTML §9.2), outside of Graph: `/events`
/// and the path of the item behind it, as it is behind `/v1.0`.
///
/// - `ready` tells the number of the last change when the stream begins.
/// - `edit` is a change that is durable; its id is its number. Whoever was cut off sends the last
///   id as `Last-Event-ID` and gets what he has missed, or `missed` when that is no longer known.
/// - `replaced` says that the whole file is another one.
/// - `end` says why nothing more comes: `deleted`, `slow`, `stopping`, `expired`.
final class EventCalls {
  private static final String ROOT = "/events";
  private static final Duration HEARTBEAT = Duration.ofSeconds(10);
  private static final Duration LIFE = Duration.ofHours(1);
  private static final int RETRY_MILLIS = 2_000;

  private final Entry entry;
  private final Sessions sessions;
  private final PathParser paths;

  EventCalls(Entry entry, Sessions sessions, PathParser paths) {
    this.entry = entry;
    this.sessions = sessions;
    this.paths = paths;
  }

  static boolean handles(GraphRequest request) {
    return request.rawPath().equals(ROOT) || request.rawPath().startsWith(ROOT + "/");
  }

  /// The workbook whose changes are asked for.
  Found find(GraphRequest request, Caller caller) {
    if (!request.method().equals("GET")) {
      throw new NotAllowed(request.method(), "GET");
    }
    Route route = paths.parse("GET", "/v1.0" + request.rawPath().substring(ROOT.length()));
    entry.check(caller, Access.WORKBOOK_READ);
    Found found = entry.find(caller, route.itemPart());
    if (!found.item().isFile()) {
      throw new NoItem("A folder has no changes of cells.");
    }
    return found;
  }

  Answer answer(GraphRequest request, Caller caller, Found found) {
    BookStream stream =
        sessions.watch(
            caller.userId(), found.book().with(Call.password(request)), lastSeen(request));
    return new Answer(
        200,
        Headers.NONE
            .with("Content-Type", "text/event-stream")
            .with("Cache-Control", "no-store")
            .with("X-Accel-Buffering", "no"),
        out -> tell(stream, out));
  }

  private static OptionalLong lastSeen(GraphRequest request) {
    Optional<String> id = request.headers().find("Last-Event-ID").map(String::strip);
    if (id.isEmpty() || id.get().isEmpty()) {
      return OptionalLong.empty();
    }
    if (!id.get().matches("\\d{1,18}")) {
      throw new BadArgument("'Last-Event-ID' has to be a number that an event had as its id.");
    }
    return OptionalLong.of(Long.parseLong(id.get()));
  }

  private static void tell(BookStream stream, OutputStream out) throws IOException {
    long end = System.nanoTime() + LIFE.toNanos();
    try (stream) {
      write(out, "retry: " + RETRY_MILLIS + "\n\n");
      boolean goesOn = true;
      while (goesOn) {
        Optional<BookEvent> next =
            end - System.nanoTime() > 0
                ? stream.next(HEARTBEAT)
                : Optional.of(new BookEvent.Ended(BookEvent.Reason.EXPIRED));
        write(out, next.isPresent() ? text(next.get()) : ":\n\n");
        goesOn = next.filter(event -> event instanceof BookEvent.Ended).isEmpty();
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private static void write(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(UTF_8));
    out.flush();
  }

  private static String text(BookEvent event) throws IOException {
    return switch (event) {
      case BookEvent.Ready(long number) -> text("ready", OptionalLong.of(number), out -> {});
      case BookEvent.Missed(long number) -> text("missed", OptionalLong.of(number), out -> {});
      case BookEvent.Replaced replaced ->
          text("replaced", OptionalLong.empty(), out -> out.text("at", replaced.at().toString()));
      case BookEvent.Edited edited ->
          text(
              "edit",
              edited.number(),
              out -> {
                out.text("at", edited.at().toString()).text("kind", edited.kind());
                edited.sheet().ifPresent(sheet -> out.text("sheet", sheet));
                edited.address().ifPresent(address -> out.text("address", address));
              });
      case BookEvent.Ended(BookEvent.Reason reason) ->
          text(
              "end",
              OptionalLong.empty(),
              out -> out.text("reason", reason.name().toLowerCase(Locale.ROOT)));
    };
  }

  private interface Members {
    void write(JsonOut out);
  }

  private static String text(String name, OptionalLong id, Members members) throws IOException {
    var data = new ByteArrayOutputStream();
    JsonOut.write(
        data,
        out -> {
          out.beginObject();
          id.ifPresent(number -> out.number("sequence", number));
          members.write(out);
          out.endObject();
        });
    String line = id.isPresent() ? "id: " + id.getAsLong() + "\n" : "";
    return "event: " + name + "\n" + line + "data: " + data.toString(UTF_8) + "\n\n";
  }
}
