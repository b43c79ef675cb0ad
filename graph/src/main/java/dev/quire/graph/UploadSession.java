package dev.quire.graph;

import dev.quire.graph.DriveEdits.Made;
import dev.quire.graph.Links.Link;
import dev.quire.graph.Uploading.Target;
import dev.quire.graph.exchange.GraphRequest;
import dev.quire.graph.resource.BadArgument;
import dev.quire.graph.resource.NotAllowed;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A file that comes in pieces, in order. What has come so far is kept in memory, within a budget
/// that all uploads share.
final class UploadSession {
  private static final Pattern RANGE = Pattern.compile("bytes (\\d{1,12})-(\\d{1,12})/(\\d{1,12})");

  private final DriveCalls drive;
  private final Links links;
  private final Target target;
  private final Conflict conflict;
  private final AtomicLong budget;
  private final ByteArrayOutputStream come = new ByteArrayOutputStream();
  private boolean ended;

  /// @param budget bytes that uploads may still keep
  UploadSession(
      DriveCalls drive, Links links, Target target, Conflict conflict, AtomicLong budget) {
    this.drive = drive;
    this.links = links;
    this.target = target;
    this.conflict = conflict;
    this.budget = budget;
  }

  /// Answers a request to its address.
  synchronized Answer answer(GraphRequest request, Link link) throws IOException {
    if (ended) {
      throw new Entry.NoItem("The upload has ended.");
    }
    return switch (request.method()) {
      case "GET", "HEAD" -> status(200, request, link, false);
      case "PUT" -> put(request, link);
      case "DELETE" -> {
        end(link);
        yield Answer.noContent();
      }
      default -> throw new NotAllowed(request.method(), "GET, HEAD, PUT, DELETE");
    };
  }

  /// Where to send what, and until when.
  Answer status(int status, GraphRequest request, Link link, boolean withUrl) {
    return Answer.json(
        status,
        out -> {
          out.beginObject();
          if (withUrl) {
            out.text(
                "@odata.context",
                request.origin() + "/v1.0/$metadata#microsoft.graph.uploadSession");
            out.text("uploadUrl", link.url(request));
          }
          out.text("expirationDateTime", link.expires().toString());
          out.name("nextExpectedRanges").beginArray().text(come.size() + "-").endArray();
          out.endObject();
        });
  }

  private Answer put(GraphRequest request, Link link) throws IOException {
    Matcher range = RANGE.matcher(request.headers().find("Content-Range").orElse("").strip());
    if (!range.matches()) {
      throw new BadArgument("'Content-Range' has to be like 'bytes 0-25/128'.");
    }
    long from = Long.parseLong(range.group(1));
    long to = Long.parseLong(range.group(2));
    long total = Long.parseLong(range.group(3));
    if (to < from || to >= total || total > Integer.MAX_VALUE) {
      throw new BadArgument("'Content-Range' makes no sense: " + range.group());
    }
    if (from != come.size()) {
      throw new OutOfOrder(come.size());
    }
    byte[] piece = request.body().readAllBytes();
    if (piece.length != to - from + 1) {
      throw new BadArgument(
          "The body has %,d bytes, 'Content-Range' says %,d."
              .formatted(piece.length, to - from + 1));
    }
    keep(piece);
    return to + 1 == total ? finish(request, link) : status(202, request, link, false);
  }

  private void keep(byte[] piece) {
    if (budget.addAndGet(-piece.length) < 0) {
      budget.addAndGet(piece.length);
      throw new Overloaded("Too much is being uploaded at the moment.");
    }
    come.writeBytes(piece);
  }

  private Answer finish(GraphRequest request, Link link) {
    byte[] bytes = come.toByteArray();
    end(link);
    Made made = drive.write(request, target, bytes, conflict);
    return drive.written(request, made);
  }

  private void end(Link link) {
    ended = true;
    budget.addAndGet(come.size());
    come.reset();
    links.remove(link);
  }

  /// A piece that is not the next one. Expected, so without a stack trace.
  static final class OutOfOrder extends RuntimeException {
    private static final long serialVersionUID = 1;

    OutOfOrder(long next) {
      super("The next byte is number %,d.".formatted(next), null, false, false);
    }
  }
}
