package dev.quire.graph;

import dev.quire.graph.Entry.Found;
import dev.quire.graph.Entry.NoItem;
import dev.quire.graph.gate.Access;
import dev.quire.graph.gate.Courier;
import dev.quire.graph.gate.Drives.Drive;
import dev.quire.graph.json.Json;
import dev.quire.graph.json.JsonFlag;
import dev.quire.graph.json.JsonNull;
import dev.quire.graph.json.JsonObject;
import dev.quire.graph.json.JsonOut;
import dev.quire.graph.json.JsonText;
import dev.quire.graph.path.PathParser;
import dev.quire.graph.path.Route;
import dev.quire.graph.path.Segment;
import dev.quire.graph.resource.BadArgument;
import dev.quire.graph.resource.NotAllowed;
import dev.quire.graph.resource.NotServed;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/// `subscriptions`: who is told when something in a drive changes. A subscription is about a whole
/// drive, by its root, or about one file. Its id ends with the id of the drive, where it is kept.
final class SubscriptionCalls {
  static final String UPDATED = "updated";
  private static final String ENTRANCE = "subscriptions";
  private static final String URL = "notificationUrl";
  private static final String LIFECYCLE_URL = "lifecycleNotificationUrl";

  /// The longest life of a subscription to drive items (D).
  private static final Duration LONGEST = Duration.ofMinutes(42_300);

  private static final int LONGEST_STATE = 128;
  private static final int MOST_OF_A_DRIVE = 100;
  private static final int GUID_CHARS = 36;

  private final Entry entry;
  private final PathParser paths;
  private final Handshake handshake;
  private final Sources sources;

  SubscriptionCalls(Entry entry, PathParser paths, Courier courier, Sources sources) {
    this.entry = entry;
    this.paths = paths;
    this.handshake = new Handshake(courier, sources.secrets());
    this.sources = sources;
  }

  static boolean handles(Route route) {
    return route.segments().size() > 1
        && route.segments().get(1) instanceof Segment.Entrance first
        && first.entrance().name().equals(ENTRANCE);
  }

  /// A subscription and the drive that it is about.
  private record Kept(Drive drive, Subscription subscription) {
    String id() {
      return subscription.id() + "." + drive.id();
    }
  }

  Answer answer(Call call) throws IOException {
    entry.check(call.caller(), Access.DRIVE_WRITE);
    List<Segment> steps = call.route().segments();
    return switch (call.route().last()) {
      case Segment.Entrance _ -> many(call);
      case Segment.Key key -> one(call, find(call, key.value()));
      case Segment.ActionCall _ when steps.get(steps.size() - 2) instanceof Segment.Key key ->
          reauthorize(call, find(call, key.value()));
      default -> throw new NotServed(ENTRANCE);
    };
  }

  private Answer many(Call call) throws IOException {
    return switch (call.request().method()) {
      case "GET", "HEAD" -> list(call);
      case "POST" -> create(call);
      default -> throw new NotAllowed(call.request().method(), "GET, HEAD, POST");
    };
  }

  private Answer one(Call call, Kept kept) throws IOException {
    return switch (call.request().method()) {
      case "GET", "HEAD" -> shown(call, 200, kept);
      case "PATCH" -> shown(call, 200, renewed(call, kept));
      case "DELETE" -> {
        kept.subscription().remove(kept.drive().store());
        yield Answer.noContent();
      }
      default -> throw new NotAllowed(call.request().method(), "GET, HEAD, PATCH, DELETE");
    };
  }

  /// The owner is there and may still ask for it, so he is not asked again to come.
  private static Answer reauthorize(Call call, Kept kept) {
    if (!call.request().method().equals("POST")) {
      throw new NotAllowed(call.request().method(), "POST");
    }
    kept.subscription().answered(kept.drive().store());
    return Answer.noContent();
  }

  /// Those on the caller's own drive; others are asked for by their ids.
  private Answer list(Call call) {
    List<Kept> all =
        entry.own(call.caller()).stream().flatMap(drive -> of(call, drive).stream()).toList();
    return Answer.json(
        call,
        200,
        out -> {
          out.beginObject()
              .text("@odata.context", Context.ofType(call, ENTRANCE))
              .name("value")
              .beginArray();
          for (Kept each : all) {
            out.beginObject();
            members(each, out);
            out.endObject();
          }
          out.endArray().endObject();
        });
  }

  private List<Kept> of(Call call, Drive drive) {
    return Subscription.all(drive.store(), sources.clock().instant()).stream()
        .filter(each -> each.userId().equals(call.caller().userId()))
        .map(each -> new Kept(drive, each))
        .toList();
  }

  private Kept find(Call call, String id) {
    boolean looksRight = id.length() > GUID_CHARS + 1 && id.charAt(GUID_CHARS) == '.';
    Optional<Drive> drive =
        looksRight
            ? entry.findDrive(call.caller(), id.substring(GUID_CHARS + 1))
            : Optional.empty();
    return drive.stream()
        .flatMap(each -> of(call, each).stream())
        .filter(kept -> kept.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new NoItem("The subscription could not be found."));
  }

  private Answer create(Call call) throws IOException {
    JsonObject body = call.body();
    refuseWhatIsNotServed(body);
    if (!needed(body, "changeType").equals(UPDATED)) {
      throw new BadArgument("'changeType' has to be 'updated': items of a drive have no other.");
    }
    String resource = needed(body, "resource");
    Found found = watched(call, resource);
    String url = needed(body, URL);
    handshake.requireAllowed(URL, url);
    String lifecycleUrl = text(body, LIFECYCLE_URL).orElse("");
    if (!lifecycleUrl.isEmpty()) {
      handshake.requireAllowed(LIFECYCLE_URL, lifecycleUrl);
    }
    Instant expires = expiry(needed(body, "expirationDateTime"));
    String state = text(body, "clientState").orElse("");
    if (state.length() > LONGEST_STATE) {
      throw new BadArgument("'clientState' has at most %d characters.".formatted(LONGEST_STATE));
    }
    if (Subscription.count(found.drive().store()) >= MOST_OF_A_DRIVE) {
      throw new Overloaded("The drive has %d subscriptions already.".formatted(MOST_OF_A_DRIVE));
    }
    handshake.shake(URL, url);
    if (!lifecycleUrl.isEmpty() && !lifecycleUrl.equals(url)) {
      handshake.shake(LIFECYCLE_URL, lifecycleUrl);
    }
    var made =
        new Subscription(
            sources.secretId().toString(),
            term(expires),
            call.caller().userId(),
            resource,
            found.item().isFile() ? found.item().id() : "",
            url,
            lifecycleUrl,
            state);
    made.keep(found.drive().store());
    return shown(call, 201, new Kept(found.drive(), made));
  }

  private static void refuseWhatIsNotServed(JsonObject body) {
    for (String name : List.of("includeResourceData", "encryptionCertificate")) {
      Json value = body.find(name).orElse(new JsonNull());
      boolean asksForIt =
          !(value instanceof JsonNull) && !(value instanceof JsonFlag(boolean wanted) && !wanted);
      if (asksForIt) {
        throw new NotServed("'" + name + "' of a subscription");
      }
    }
  }

  private Found watched(Call call, String resource) {
    String path = resource.startsWith("/") ? resource : "/" + resource;
    Route route = paths.parse("GET", "/" + call.route().version() + path);
    boolean isItem =
        route
            .type()
            .filter(type -> type.name().equals("driveItem") && !type.collection())
            .isPresent();
    if (!isItem) {
      throw new NotServed("a subscription to anything but an item of a drive");
    }
    Found found = entry.find(call.caller(), route.itemPart());
    if (!found.item().isFile() && found.item().parentId().isPresent()) {
      throw new NotServed("a subscription to a folder other than the root");
    }
    return found;
  }

  private Term term(Instant expires) {
    return new Term(sources.clock().instant().truncatedTo(ChronoUnit.MILLIS), expires);
  }

  private Instant expiry(String text) {
    Instant expires;
    try {
      expires = OffsetDateTime.parse(text).toInstant().truncatedTo(ChronoUnit.MILLIS);
    } catch (DateTimeException garbled) {
      throw new BadArgument("'expirationDateTime' has to be a time such as 2026-12-24T18:00:00Z.");
    }
    Instant now = sources.clock().instant();
    if (!expires.isAfter(now)) {
      throw new BadArgument("'expirationDateTime' lies in the past.");
    }
    if (expires.isAfter(now.plus(LONGEST))) {
      throw new BadArgument(
          "Subscription expiration can only be %d minutes in the future."
              .formatted(LONGEST.toMinutes()));
    }
    return expires;
  }

  private Kept renewed(Call call, Kept kept) throws IOException {
    JsonObject body = call.body();
    Instant expires = expiry(needed(body, "expirationDateTime"));
    Subscription present = kept.subscription();
    requireSame(body, URL, present.url());
    requireSame(body, LIFECYCLE_URL, present.lifecycleUrl());
    if (present.term().ends().equals(expires)) {
      present.answered(kept.drive().store());
      return kept;
    }
    // In this order it is there at every moment.
    Subscription renewed = present.during(term(expires));
    renewed.keep(kept.drive().store());
    present.remove(kept.drive().store());
    return new Kept(kept.drive(), renewed);
  }

  /// The addresses of a subscription stay: who wants others makes another one.
  private static void requireSame(JsonObject body, String member, String present) {
    if (text(body, member).filter(other -> !other.equals(present)).isPresent()) {
      throw new NotServed("changing '" + member + "' of a subscription");
    }
  }

  private static Answer shown(Call call, int status, Kept kept) {
    return Answer.json(
        call,
        status,
        out -> {
          out.beginObject().text("@odata.context", Context.ofType(call, ENTRANCE + "/$entity"));
          members(kept, out);
          out.endObject();
        });
  }

  /// `clientState` is told to nobody but the one who gets the notifications.
  private static void members(Kept kept, JsonOut out) {
    Subscription shown = kept.subscription();
    out.text("id", kept.id())
        .text("resource", shown.resource())
        .text("changeType", UPDATED)
        .nothing("clientState")
        .text(URL, shown.url());
    if (shown.hasLifecycleUrl()) {
      out.text(LIFECYCLE_URL, shown.lifecycleUrl());
    } else {
      out.nothing(LIFECYCLE_URL);
    }
    out.text("expirationDateTime", shown.term().ends().toString())
        .text("creatorId", shown.userId());
  }

  private static String needed(JsonObject body, String name) {
    return text(body, name).orElseThrow(() -> new BadArgument("'%s' is missing.".formatted(name)));
  }

  private static Optional<String> text(JsonObject body, String name) {
    return switch (body.find(name).orElse(new JsonNull())) {
      case JsonNull _ -> Optional.empty();
      case JsonText(String text) -> Optional.of(text);
      case Json other ->
          throw new BadArgument("'%s' has to be a string, not %s.".formatted(name, other.kind()));
    };
  }
}
