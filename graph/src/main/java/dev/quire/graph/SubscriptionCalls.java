package dev.quire.graph;

import dev.quire.graph.Entry.Found;
import dev.quire.graph.Entry.NoItem;
import dev.quire.graph.gate.Access;
import dev.quire.graph.gate.Courier;
import dev.quire.graph.gate.Drives.Drive;
import dev.quire.graph.json.Json;
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
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;

/// `subscriptions`: who is told when something in a drive changes. A subscription is about a whole
/// drive, by its root, or about one file. Its id ends with the id of the drive, where it is kept.
final class SubscriptionCalls {
  static final String UPDATED = "updated";
  private static final String ENTRANCE = "subscriptions";

  /// The longest life of a subscription to drive items (D).
  private static final Duration LONGEST = Duration.ofMinutes(42_300);

  private static final int LONGEST_STATE = 128;
  private static final int MOST_OF_A_DRIVE = 100;
  private static final int GUID_CHARS = 36;
  private static final int TOKEN_BYTES = 24;

  private final Entry entry;
  private final PathParser paths;
  private final Courier courier;
  private final InstantSource clock;
  private final RandomGenerator random;

  SubscriptionCalls(
      Entry entry, PathParser paths, Courier courier, InstantSource clock, RandomGenerator random) {
    this.entry = entry;
    this.paths = paths;
    this.courier = courier;
    this.clock = clock;
    this.random = random;
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
    return switch (call.route().last()) {
      case Segment.Entrance _ -> many(call);
      case Segment.Key key -> one(call, find(call, key.value()));
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
    return Subscription.all(drive.store(), clock.instant()).stream()
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
    String url = address(needed(body, "notificationUrl"));
    Instant expires = expiry(needed(body, "expirationDateTime"));
    String state = text(body, "clientState").orElse("");
    if (state.length() > LONGEST_STATE) {
      throw new BadArgument("'clientState' has at most %d characters.".formatted(LONGEST_STATE));
    }
    if (Subscription.count(found.drive().store()) >= MOST_OF_A_DRIVE) {
      throw new Overloaded("The drive has %d subscriptions already.".formatted(MOST_OF_A_DRIVE));
    }
    shakeHands(url);
    var made =
        new Subscription(
            UUID.randomUUID().toString(),
            expires,
            call.caller().userId(),
            resource,
            found.item().isFile() ? found.item().id() : "",
            url,
            state);
    made.keep(found.drive().store());
    return shown(call, 201, new Kept(found.drive(), made));
  }

  private static void refuseWhatIsNotServed(JsonObject body) {
    for (String name :
        List.of("lifecycleNotificationUrl", "includeResourceData", "encryptionCertificate")) {
      Json value = body.find(name).orElse(new JsonNull());
      boolean asksForIt =
          !(value instanceof JsonNull)
              && !(value instanceof dev.quire.graph.json.JsonFlag(boolean wanted) && !wanted);
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

  private String address(String url) {
    courier
        .refusal(url)
        .ifPresent(why -> {
          throw new BadArgument(why);
        });
    return url;
  }

  private Instant expiry(String text) {
    Instant expires;
    try {
      expires = OffsetDateTime.parse(text).toInstant().truncatedTo(ChronoUnit.MILLIS);
    } catch (DateTimeException garbled) {
      throw new BadArgument("'expirationDateTime' has to be a time such as 2026-12-24T18:00:00Z.");
    }
    Instant now = clock.instant();
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

  /// Whoever is to get notifications shows that he wants them: he answers a token that was sent.
  private void shakeHands(String url) {
    var bytes = new byte[TOKEN_BYTES];
    random.nextBytes(bytes);
    String token = HexFormat.of().formatHex(bytes);
    String sign = url.contains("?") ? "&" : "?";
    try {
      Courier.Receipt receipt =
          courier.post(url + sign + "validationToken=" + token, "text/plain", new byte[0]);
      if (receipt.status() == 200 && receipt.body().strip().equals(token)) {
        return;
      }
      throw new NotValidated("it answered %d and not the token".formatted(receipt.status()));
    } catch (IOException unreachable) {
      throw new NotValidated("it does not answer");
    }
  }

  private Kept renewed(Call call, Kept kept) throws IOException {
    Instant expires = expiry(needed(call.body(), "expirationDateTime"));
    Subscription renewed = kept.subscription().until(expires);
    if (!renewed.equals(kept.subscription())) {
      // In this order it is there at every moment.
      renewed.keep(kept.drive().store());
      kept.subscription().remove(kept.drive().store());
    }
    return new Kept(kept.drive(), renewed);
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
        .text("notificationUrl", shown.url())
        .text("expirationDateTime", shown.expires().toString())
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

  /// The address of notifications did not show that it wants them. Expected, so without a stack
  /// trace.
  static final class NotValidated extends RuntimeException {
    private static final long serialVersionUID = 1;

    NotValidated(String why) {
      super(
          "Subscription validation request failed: %s. A notificationUrl has to answer 200 and the validationToken as text."
              .formatted(why),
          null,
          false,
          false);
    }
  }
}
