package dev.quire.store;

import java.io.IOException;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// The objects of a bucket as files. A folder is what keys have before a slash; one that was made
/// empty, or became empty, is kept by an empty object whose key ends with a slash.
///
/// Needs a server that honours `If-Match` and `If-None-Match: *` of `PutObject`, as Amazon's has
/// done since 2024 (D), and that shows at once what was written.
final class S3Files implements RemoteFiles {
  /// Hidden from the drive by its dot.
  private static final String STATE = ".quire/";

  private static final Map<String, String> IF_ABSENT = Map.of("If-None-Match", "*");

  private final S3Bucket bucket;
  private final String prefix;

  /// @param prefix what keys start with
  S3Files(S3Bucket bucket, String prefix) {
    this.bucket = bucket;
    this.prefix = prefix;
  }

  @Override
  public Optional<Entry> find(DrivePath path) throws IOException {
    if (path.isRoot()) {
      return Optional.of(folder(path));
    }
    String key = key(path);
    RemoteAnswer answer = bucket.head(key);
    if (answer.status() == 200) {
      return Optional.of(file(path, answer));
    }
    requireMissing(key, answer);
    boolean isFolder = !firstOf(folderKey(path)).isEmpty();
    return isFolder ? Optional.of(folder(path)) : Optional.empty();
  }

  @Override
  public List<Entry> children(DrivePath folder) throws IOException {
    String base = folderKey(folder);
    var entries = new ArrayList<Entry>();
    pages(
        base,
        Map.of("delimiter", "/"),
        page -> {
          for (S3Object object : page.objects()) {
            child(folder, base, object.key()).ifPresent(path -> entries.add(file(path, object)));
          }
          for (String below : page.prefixes()) {
            child(folder, base, below.substring(0, below.length() - 1))
                .ifPresent(path -> entries.add(folder(path)));
          }
        });
    return entries;
  }

  private static Optional<DrivePath> child(DrivePath folder, String base, String key) {
    String name = key.substring(base.length());
    return folder.canHold(name) ? Optional.of(folder.child(name)) : Optional.empty();
  }

  @Override
  public void walk(Consumer<DrivePath> visitor) throws IOException {
    pages(
        prefix,
        Map.of(),
        page -> {
          for (S3Object object : page.objects()) {
            visit(object.key().substring(prefix.length()), visitor);
          }
        });
  }

  /// Folders may have no object of their own, so those above an object are visited with it.
  private static void visit(String key, Consumer<DrivePath> visitor) {
    DrivePath path = DrivePath.ROOT;
    for (String name : key.split("/")) {
      if (!path.canHold(name)) {
        return;
      }
      path = path.child(name);
      visitor.accept(path);
    }
  }

  @Override
  public Optional<Found> read(DrivePath file) throws IOException {
    RemoteAnswer answer = bucket.get(key(file));
    if (answer.status() == 200) {
      return Optional.of(new Found(file(file, answer), answer.body()));
    }
    requireMissing(key(file), answer);
    return Optional.empty();
  }

  @Override
  public Optional<Entry> write(DrivePath file, byte[] bytes, Condition condition)
      throws IOException {
    if (condition instanceof Condition.Absent && find(file).isPresent()) {
      return Optional.empty(); // A folder of this name has another key.
    }
    RemoteAnswer answer = bucket.put(key(file), bytes, header(condition));
    return switch (answer.status()) {
      case 200 -> Optional.of(written(file, bytes, answer));
      case 404, 409, 412 -> answer.repeated() ? ownWork(file, bytes) : Optional.empty();
      default -> throw S3Bucket.refused("write " + file, answer);
    };
  }

  private static Map<String, String> header(Condition condition) {
    return switch (condition) {
      case Condition.Absent none -> IF_ABSENT;
      case Condition.Version version -> Map.of("If-Match", version.version());
    };
  }

  /// When a request was sent again, the first try may have been carried out and be what the second
  /// met.
  private Optional<Entry> ownWork(DrivePath file, byte[] bytes) throws IOException {
    return read(file).filter(found -> Arrays.equals(found.bytes(), bytes)).map(Found::entry);
  }

  private Entry written(DrivePath file, byte[] bytes, RemoteAnswer put) throws IOException {
    RemoteAnswer now = bucket.head(key(file));
    String version = put.header("ETag");
    boolean same = now.status() == 200 && now.header("ETag").equals(version);
    Instant modified = same ? seconds(now.header("Last-Modified")) : seconds(put.header("Date"));
    return new Entry(file, Item.Kind.FILE, bytes.length, modified, version);
  }

  @Override
  public boolean makeFolder(DrivePath folder) throws IOException {
    if (find(folder).isPresent()) {
      return false;
    }
    String key = folderKey(folder);
    RemoteAnswer answer = bucket.put(key, S3Bucket.NO_BODY, IF_ABSENT);
    if (answer.status() != 200 && answer.status() != 412 && answer.status() != 409) {
      throw S3Bucket.refused("make " + folder, answer);
    }
    return answer.status() == 200 || answer.repeated();
  }

  @Override
  public boolean deleteFile(DrivePath file, String version) throws IOException {
    keepFolder(file);
    RemoteAnswer answer = bucket.delete(key(file), Map.of("If-Match", version));
    return switch (answer.status()) {
      case 200, 204 -> true;
      case 404 -> answer.repeated();
      case 409, 412 -> false;
      default -> throw S3Bucket.refused("delete " + file, answer);
    };
  }

  /// A folder stays when the last file in it goes.
  private void keepFolder(DrivePath file) throws IOException {
    DrivePath folder = file.parent().orElse(DrivePath.ROOT);
    if (!folder.isRoot()) {
      bucket.put(folderKey(folder), S3Bucket.NO_BODY, IF_ABSENT);
    }
  }

  @Override
  public void deleteFolder(DrivePath folder) throws IOException {
    keepFolder(folder);
    var keys = new ArrayList<String>();
    pages(folderKey(folder), Map.of(), page -> page.objects().forEach(o -> keys.add(o.key())));
    for (String key : keys) {
      RemoteAnswer answer = bucket.delete(key, Map.of());
      if (answer.status() != 204 && answer.status() != 200 && answer.status() != 404) {
        throw S3Bucket.refused("delete " + folder, answer);
      }
    }
  }

  /// Object by object, as the protocol has it: others can see it half done, and a failure can leave
  /// it so. Nothing is lost: an object goes from its old place when it is at the new one.
  @Override
  public boolean move(Entry from, DrivePath to) throws IOException {
    if (find(to).isPresent()) {
      return false;
    }
    keepFolder(from.path());
    var keys = new ArrayList<String>();
    if (from.isFile()) {
      keys.add(key(from.path()));
    } else {
      pages(
          folderKey(from.path()), Map.of(), page -> page.objects().forEach(o -> keys.add(o.key())));
      bucket.put(folderKey(to), S3Bucket.NO_BODY, IF_ABSENT);
    }
    String base = key(from.path());
    for (String key : keys) {
      RemoteAnswer copied = bucket.copy(key, key(to) + key.substring(base.length()));
      if (copied.status() != 200) {
        throw S3Bucket.refused("move " + from.path(), copied);
      }
    }
    for (String key : keys) {
      bucket.delete(key, Map.of());
    }
    return true;
  }

  @Override
  public Optional<Found> state(String name) throws IOException {
    String key = prefix + STATE + name;
    RemoteAnswer answer = bucket.get(key);
    if (answer.status() == 200) {
      return Optional.of(new Found(file(DrivePath.ROOT, answer), answer.body()));
    }
    requireMissing(key, answer);
    return Optional.empty();
  }

  @Override
  public boolean writeState(String name, byte[] bytes, Condition condition) throws IOException {
    RemoteAnswer answer = bucket.put(prefix + STATE + name, bytes, header(condition));
    return switch (answer.status()) {
      case 200 -> true;
      case 404, 409, 412 ->
          answer.repeated()
              && state(name).filter(found -> Arrays.equals(found.bytes(), bytes)).isPresent();
      default -> throw S3Bucket.refused("write " + name, answer);
    };
  }

  @Override
  public List<String> stateNames(String folder) throws IOException {
    String base = prefix + STATE + folder + "/";
    var names = new ArrayList<String>();
    pages(
        base,
        Map.of(),
        page -> page.objects().forEach(object -> names.add(object.key().substring(base.length()))));
    return names;
  }

  @Override
  public void deleteState(String name) throws IOException {
    RemoteAnswer answer = bucket.delete(prefix + STATE + name, Map.of());
    if (answer.status() != 204 && answer.status() != 200 && answer.status() != 404) {
      throw S3Bucket.refused("delete " + name, answer);
    }
  }

  private List<S3Object> firstOf(String keyPrefix) throws IOException {
    return bucket.list(keyPrefix, Map.of("max-keys", "1")).objects();
  }

  private void pages(String keyPrefix, Map<String, String> query, Consumer<S3Listing> each)
      throws IOException {
    S3Listing page = bucket.list(keyPrefix, query);
    each.accept(page);
    while (page.next().isPresent()) {
      var next = new HashMap<>(query);
      next.put("continuation-token", page.next().get());
      page = bucket.list(keyPrefix, next);
      each.accept(page);
    }
  }

  private String key(DrivePath path) {
    return prefix + path;
  }

  private String folderKey(DrivePath path) {
    return path.isRoot() ? prefix : prefix + path + "/";
  }

  private static Entry folder(DrivePath path) {
    return new Entry(path, Item.Kind.FOLDER, 0, Instant.EPOCH, "");
  }

  private static Entry file(DrivePath path, S3Object object) {
    Instant modified = object.modified().truncatedTo(ChronoUnit.SECONDS);
    return new Entry(path, Item.Kind.FILE, object.size(), modified, object.tag());
  }

  private static Entry file(DrivePath path, RemoteAnswer answer) {
    return new Entry(
        path,
        Item.Kind.FILE,
        answer.response().headers().firstValueAsLong("Content-Length").orElse(0),
        seconds(answer.header("Last-Modified")),
        answer.header("ETag"));
  }

  private static Instant seconds(String date) {
    return ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
  }

  private static void requireMissing(String key, RemoteAnswer answer) throws IOException {
    if (answer.status() != 404) {
      throw S3Bucket.refused("look at " + key, answer);
    }
  }
}
