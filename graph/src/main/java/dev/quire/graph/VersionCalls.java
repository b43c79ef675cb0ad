package dev.quire.graph;

import dev.quire.graph.Entry.Found;
import dev.quire.graph.Entry.NoItem;
import dev.quire.graph.exchange.Headers;
import dev.quire.graph.json.JsonOut;
import dev.quire.graph.path.Segment;
import dev.quire.graph.query.QueryOptions;
import dev.quire.graph.resource.BadArgument;
import dev.quire.graph.resource.NotAllowed;
import dev.quire.graph.resource.NotServed;
import dev.quire.session.FileVersion;
import dev.quire.session.Sessions;
import dev.quire.store.StoreFault;
import java.time.temporal.ChronoUnit;
import java.util.List;

/// The contents that a file has and had: `versions`. The first is what it has now.
final class VersionCalls {
  private static final String NAME = "versions";

  private final Entry entry;
  private final Sessions sessions;
  private final Replacing replacing;

  VersionCalls(Entry entry, Sessions sessions, Replacing replacing) {
    this.entry = entry;
    this.sessions = sessions;
    this.replacing = replacing;
  }

  /// Whether a step leads from an item to its versions.
  static boolean isVersions(Segment step) {
    return step instanceof Segment.Navigation navigation
        && navigation.property().name().equals(NAME);
  }

  /// Whether steps lead to versions, or further.
  static boolean handles(List<Segment> steps) {
    return steps.stream().anyMatch(VersionCalls::isVersions);
  }

  Answer answer(Call call, List<Segment> steps) {
    int at = 0;
    while (!isVersions(steps.get(at))) {
      at++;
    }
    Found found = entry.find(call.caller(), steps.subList(0, at));
    if (!found.item().isFile()) {
      throw new NoItem("The item is a folder and has no versions.");
    }
    List<Segment> inside = steps.subList(at + 1, steps.size());
    if (inside.isEmpty()) {
      call.requireReading();
      return list(call, found);
    }
    if (!(inside.getFirst() instanceof Segment.Key key)) {
      throw new NotServed(NAME);
    }
    FileVersion version = version(found, key.value());
    return switch (inside.getLast()) {
      case Segment.Key _ -> {
        call.requireReading();
        yield one(call, version);
      }
      case Segment.PropertyAccess access when access.property().name().equals("content") -> {
        call.requireReading();
        yield content(call, found, version);
      }
      case Segment.ActionCall _ -> restore(call, found, version);
      default -> throw new NotServed(NAME);
    };
  }

  private FileVersion version(Found found, String id) {
    return versions(found).stream()
        .filter(each -> each.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new NoItem("The version could not be found."));
  }

  /// What has been written belongs to the newest version, so it must be in the file.
  private List<FileVersion> versions(Found found) {
    sessions.files().settle(found.book());
    return sessions.files().versions().list(found.book());
  }

  private Answer list(Call call, Found found) {
    return DriveJson.page(
        call,
        "driveItemVersion",
        versions(found),
        (version, out) -> members(version, call.options(), out));
  }

  private static Answer one(Call call, FileVersion version) {
    return Answer.json(
        call,
        200,
        out -> {
          out.beginObject().text("@odata.context", DriveJson.context(call, "driveItemVersion"));
          members(version, call.options(), out);
          out.endObject();
        });
  }

  private static void members(FileVersion version, QueryOptions options, JsonOut out) {
    if (options.shows("id")) {
      out.text("id", version.id());
    }
    if (options.shows("lastModifiedDateTime")) {
      out.text(
          "lastModifiedDateTime", version.modified().truncatedTo(ChronoUnit.SECONDS).toString());
    }
    if (options.shows("size")) {
      out.number("size", version.size());
    }
  }

  private Answer content(Call call, Found found, FileVersion version) {
    if (isCurrent(found, version)) {
      return Download.answer(call.request(), sessions.files().snapshot(found.book()));
    }
    byte[] bytes = bytes(found, version);
    return new Answer(
        200,
        Headers.NONE
            .with("Content-Type", MediaTypes.of(found.item().name()))
            .with("Content-Length", Integer.toString(bytes.length)),
        stream -> stream.write(bytes));
  }

  private boolean isCurrent(Found found, FileVersion version) {
    return sessions.files().versions().list(found.book()).getFirst().number() == version.number();
  }

  private byte[] bytes(Found found, FileVersion version) {
    return sessions
        .files()
        .versions()
        .content(found.book(), version)
        .orElseThrow(() -> new NoItem("The version is no longer kept."));
  }

  /// Makes a content that the file had its newest one. The rules are those for uploading it.
  private Answer restore(Call call, Found found, FileVersion version) {
    if (!call.request().method().equals("POST")) {
      throw new NotAllowed(call.request().method(), "POST");
    }
    Found now =
        found
            .drive()
            .store()
            .find(found.item().id())
            .map(item -> new Found(found.drive(), item))
            .orElseThrow(() -> new StoreFault.NotFound(found.item().id()));
    if (isCurrent(now, version)) {
      throw new BadArgument("Version %s is the current one.".formatted(version.id()));
    }
    replacing.content(call, now, bytes(now, version));
    return Answer.noContent();
  }
}
