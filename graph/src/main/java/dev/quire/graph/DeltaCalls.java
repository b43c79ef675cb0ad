package dev.quire.graph;

import dev.quire.graph.Entry.Found;
import dev.quire.graph.gate.Drives.Drive;
import dev.quire.graph.json.JsonOut;
import dev.quire.graph.path.Argument;
import dev.quire.graph.path.Segment;
import dev.quire.graph.query.QueryString;
import dev.quire.graph.resource.BadArgument;
import dev.quire.graph.resource.NotServed;
import dev.quire.store.DriveChanges;
import dev.quire.store.DriveChanges.Change;
import dev.quire.store.Item;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// `delta` of the root of a drive: everything that is there, and later what has changed since.
///
/// A token says after which change to go on, so a page is never out of date: what changes while a
/// client reads page after page comes again at the end. Whole drives only, as for work accounts.
final class DeltaCalls {
  private static final String TOKEN = "token";
  private static final String LATEST = "latest";
  private static final int PAGE = 200;
  private static final int LARGEST_PAGE = 1_000;
  private static final Pattern TOKENS = Pattern.compile("([0-9a-f]{16})\\.(\\d{1,18})");

  private final RandomGenerator random;

  /// @param random names numberings of changes
  DeltaCalls(RandomGenerator random) {
    this.random = random;
  }

  Answer answer(Call call, Segment.FunctionCall delta, Found base) {
    if (base.item().parentId().isPresent()) {
      throw new NotServed("delta of anything but the root of a drive");
    }
    var changes = new DriveChanges(base.drive().store(), random);
    DriveChanges.Found found = changes.look();
    String token = token(call, delta).orElse("");
    if (token.equals(LATEST)) {
      return page(call, base.drive(), found, List.of(), false);
    }
    long after = token.isEmpty() ? 0 : number(call, token, found);
    boolean isFirst = token.isEmpty();
    List<Change> all =
        found.after(after).stream().filter(change -> !isFirst || !change.isDeletion()).toList();
    int size = Math.min(call.options().top().orElse(PAGE), LARGEST_PAGE);
    if (size == 0) {
      throw new BadArgument("A page has one item at least; $top is 0.");
    }
    boolean isMore = all.size() > size;
    return page(call, base.drive(), found, isMore ? all.subList(0, size) : all, isMore);
  }

  private static Optional<String> token(Call call, Segment.FunctionCall delta) {
    if (delta.arguments().get(TOKEN) instanceof Argument.Text(String text)) {
      return Optional.of(text);
    }
    return QueryString.entries(call.request().rawQuery().orElse("")).stream()
        .filter(each -> each.name().equalsIgnoreCase(TOKEN))
        .map(QueryString.Entry::value)
        .findFirst();
  }

  private static long number(Call call, String token, DriveChanges.Found found) {
    Matcher parts = TOKENS.matcher(token);
    if (!parts.matches()) {
      throw new BadArgument("'%s' is not a token that delta has answered.".formatted(token));
    }
    long number = Long.parseLong(parts.group(2));
    boolean isKnown =
        parts.group(1).equals(found.epoch())
            && number <= found.last()
            && (number >= found.forgotten());
    if (!isKnown) {
      throw new Resync(link(call, Optional.empty()));
    }
    return number;
  }

  private static Answer page(
      Call call, Drive drive, DriveChanges.Found found, List<Change> changes, boolean isMore) {
    long last = isMore ? changes.getLast().number() : found.last();
    String next = link(call, Optional.of(found.epoch() + "." + last));
    return Answer.json(
        call,
        200,
        out -> {
          out.beginObject()
              .text("@odata.context", DriveJson.context(call, "Collection(driveItem)"))
              .text(isMore ? "@odata.nextLink" : "@odata.deltaLink", next)
              .name("value")
              .beginArray();
          changes.forEach(change -> change(call, drive, change, out));
          out.endArray().endObject();
        });
  }

  /// What has gone since the look is told as gone at the next one, and left out of this page.
  private static void change(Call call, Drive drive, Change change, JsonOut out) {
    if (change.isDeletion()) {
      out.beginObject().text("id", change.itemId());
      out.name("parentReference")
          .beginObject()
          .text("driveType", "business")
          .text("driveId", drive.id())
          .text("id", change.parentId())
          .endObject();
      out.name("deleted").beginObject().text("state", "deleted").endObject().endObject();
      return;
    }
    Optional<Item> item = drive.store().find(change.itemId());
    if (item.isPresent()) {
      out.beginObject();
      DriveJson.members(new Found(drive, item.get()), call.options(), out);
      out.endObject();
    }
  }

  /// The address of this delta with another token; without one, from the beginning. Other wishes of
  /// the client stay.
  private static String link(Call call, Optional<String> token) {
    String path = call.request().rawPath();
    String base = call.request().origin() + path.substring(0, path.lastIndexOf('/'));
    String wishes =
        String.join(
            "&",
            List.of(call.request().rawQuery().orElse("").split("&")).stream()
                .filter(each ->
                    !each.isEmpty() && !each.toLowerCase(Locale.ROOT).startsWith(TOKEN + "="))
                .toList());
    return base
        + token.map(text -> "/delta(token='%s')".formatted(text)).orElse("/delta")
        + (wishes.isEmpty() ? "" : "?" + wishes);
  }

  /// A token from before what is still known. Expected, so without a stack trace.
  static final class Resync extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final String link;

    Resync(String link) {
      super(
          "The token is too old to tell what has changed since; begin anew and compare.",
          null,
          false,
          false);
      this.link = link;
    }

    /// Where to begin anew.
    String link() {
      return link;
    }
  }
}
