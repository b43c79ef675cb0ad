package dev.quire.store;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;

/// The resources of a WebDAV server as files. A server with locks (class 2) is asked for one before
/// a file is looked at and changed; any other must honour `If-Match` and `If-None-Match`.
final class WebDavFiles implements RemoteFiles {
  /// Hidden from the drive by its dot.
  private static final String STATE = ".quire";

  private static final int LOCK_TRIES = 100;
  private static final long LOCK_PAUSE_MILLIS = 20;

  private final WebDavServer server;
  private final boolean locks;

  WebDavFiles(WebDavServer server) throws IOException {
    this.server = server;
    this.locks = server.locks();
  }

  @Override
  public Optional<Entry> find(DrivePath path) throws IOException {
    return look(path.toString()).map(found -> entry(path, found));
  }

  private Optional<WebDavResource> look(String path) throws IOException {
    return server
        .look(path, 0)
        .flatMap(all -> all.stream().findFirst())
        .filter(WebDavFiles::exists);
  }

  /// A name that is only locked so far is answered without any properties.
  private static boolean exists(WebDavResource found) {
    return found.isFolder() || !found.tag().isEmpty();
  }

  @Override
  public List<Entry> children(DrivePath folder) throws IOException {
    var entries = new ArrayList<Entry>();
    int depth = folder.names().size();
    for (WebDavResource each : server.look(slashed(folder), 1).orElse(List.of())) {
      String[] names = each.path().split("/");
      boolean isChild = !each.path().isEmpty() && names.length == depth + 1;
      if (isChild && exists(each) && folder.canHold(names[depth])) {
        entries.add(entry(folder.child(names[depth]), each));
      }
    }
    return entries;
  }

  private static String slashed(DrivePath folder) {
    return folder.isRoot() ? "" : folder + "/";
  }

  @Override
  public void walk(Consumer<DrivePath> visitor) throws IOException {
    var folders = new ArrayDeque<DrivePath>(List.of(DrivePath.ROOT));
    while (!folders.isEmpty()) {
      for (Entry each : children(folders.pop())) {
        visitor.accept(each.path());
        if (!each.isFile()) {
          folders.push(each.path());
        }
      }
    }
  }

  @Override
  public Optional<Found> read(DrivePath file) throws IOException {
    return read(file, file.toString());
  }

  private Optional<Found> read(DrivePath file, String at) throws IOException {
    RemoteAnswer answer = server.get(at);
    return switch (answer.status()) {
      case 200 -> {
        String tag = WebDavResource.strong(answer.header("ETag"));
        var modified = WebDavResource.date(answer.header("Last-Modified"));
        yield Optional.of(
            new Found(
                new Entry(file, Item.Kind.FILE, answer.body().length, modified, tag),
                answer.body()));
      }
      case 404 -> Optional.empty();
      default -> throw WebDavServer.refused("read " + at, answer);
    };
  }

  @Override
  public Optional<Entry> write(DrivePath file, byte[] bytes, Condition condition)
      throws IOException {
    return write(file.toString(), bytes, condition).map(found -> entry(file, found));
  }

  private Optional<WebDavResource> write(String at, byte[] bytes, Condition condition)
      throws IOException {
    return locks
        ? locked(at, condition, held -> written(at, bytes, server.put(at, bytes, held)))
        : written(at, bytes, server.put(at, bytes, headers(condition)));
  }

  private Optional<WebDavResource> written(String at, byte[] bytes, RemoteAnswer answer)
      throws IOException {
    return switch (answer.status()) {
      case 200, 201, 204 ->
          Optional.of(look(at).orElseThrow(() -> new IOException("it vanished meanwhile")));
      case 412, 423 -> answer.repeated() ? ownWork(at, bytes) : Optional.empty();
      default -> throw WebDavServer.refused("write " + at, answer);
    };
  }

  /// When a request was sent again, the first may have been carried out and be what the second met.
  private Optional<WebDavResource> ownWork(String at, byte[] bytes) throws IOException {
    RemoteAnswer now = server.get(at);
    return now.status() == 200 && Arrays.equals(now.body(), bytes) ? look(at) : Optional.empty();
  }

  private static Map<String, String> headers(Condition condition) {
    return switch (condition) {
      case Condition.Absent none -> Map.of("If-None-Match", "*");
      case Condition.Version version -> Map.of("If-Match", version.version());
    };
  }

  /// What is done while nobody else can write.
  private interface Deed<T> {
    Optional<T> run(Map<String, String> held) throws IOException;
  }

  /// Does something to a file that is as the condition says, and stays so meanwhile.
  private <T> Optional<T> locked(String at, Condition condition, Deed<T> deed) throws IOException {
    if (!holds(at, condition)) {
      return Optional.empty();
    }
    String token = lock(at);
    try {
      return holds(at, condition) ? deed.run(server.holding(at, token)) : Optional.empty();
    } finally {
      server.unlock(at, token);
    }
  }

  private boolean holds(String at, Condition condition) throws IOException {
    Optional<WebDavResource> now = look(at);
    return switch (condition) {
      case Condition.Absent none -> now.isEmpty();
      case Condition.Version version ->
          now.filter(found -> found.tag().equals(version.version())).isPresent();
    };
  }

  private String lock(String at) throws IOException {
    for (int attempt = 0; attempt < LOCK_TRIES; attempt++) {
      RemoteAnswer answer = server.lock(at);
      switch (answer.status()) {
        case 200, 201 -> {
          return answer
              .headers()
              .firstValue("Lock-Token")
              .orElseThrow(() -> WebDavServer.refused("lock " + at + " without a token", answer));
        }
        case 423 ->
            Pause.ofMillis(
                LOCK_PAUSE_MILLIS + ThreadLocalRandom.current().nextLong(LOCK_PAUSE_MILLIS));
        default -> throw WebDavServer.refused("lock " + at, answer);
      }
    }
    throw new IOException("somebody else has locked it");
  }

  @Override
  public boolean makeFolder(DrivePath folder) throws IOException {
    return find(folder).isEmpty() && makeFolder(folder + "/");
  }

  private boolean makeFolder(String at) throws IOException {
    RemoteAnswer answer = server.makeFolder(at);
    return switch (answer.status()) {
      case 201 -> true;
      case 405 -> answer.repeated();
      default -> {
        // What Apache says to all but one of those who make it at the same time.
        if (look(at).filter(WebDavResource::isFolder).isPresent()) {
          yield false;
        }
        throw WebDavServer.refused("make " + at, answer);
      }
    };
  }

  @Override
  public boolean deleteFile(DrivePath file, String version) throws IOException {
    String at = file.toString();
    var condition = new Condition.Version(version);
    return locks
        ? locked(at, condition, held -> deleted(at, server.delete(at, held))).isPresent()
        : deleted(at, server.delete(at, headers(condition))).isPresent();
  }

  private static Optional<String> deleted(String at, RemoteAnswer answer) throws IOException {
    return switch (answer.status()) {
      case 200, 204 -> Optional.of(at);
      case 404 -> answer.repeated() ? Optional.of(at) : Optional.empty();
      case 412, 423 -> Optional.empty();
      default -> throw WebDavServer.refused("delete " + at, answer);
    };
  }

  @Override
  public void deleteFolder(DrivePath folder) throws IOException {
    RemoteAnswer answer = server.delete(slashed(folder), Map.of());
    if (answer.status() != 204 && answer.status() != 404) {
      throw WebDavServer.refused("delete " + folder, answer);
    }
  }

  @Override
  public boolean move(Entry from, DrivePath to) throws IOException {
    boolean isFile = from.isFile();
    RemoteAnswer answer =
        server.move(
            isFile ? from.path().toString() : slashed(from.path()),
            isFile ? to.toString() : slashed(to));
    return switch (answer.status()) {
      case 201, 204 -> true;
      case 412 -> answer.repeated() && isMoved(from, to);
      default -> {
        if (answer.repeated() && isMoved(from, to)) {
          yield true;
        }
        throw WebDavServer.refused("move " + from.path(), answer);
      }
    };
  }

  private boolean isMoved(Entry from, DrivePath to) throws IOException {
    return find(from.path()).isEmpty() && find(to).isPresent();
  }

  @Override
  public Optional<Found> state(String name) throws IOException {
    return read(DrivePath.ROOT, STATE + "/" + name);
  }

  @Override
  public boolean writeState(String name, byte[] bytes, Condition condition) throws IOException {
    makeFolder(STATE + "/");
    int slash = name.indexOf('/');
    if (slash > 0) {
      makeFolder(STATE + "/" + name.substring(0, slash + 1));
    }
    return write(STATE + "/" + name, bytes, condition).isPresent();
  }

  @Override
  public List<String> stateNames(String folder) throws IOException {
    String base = STATE + "/" + folder + "/";
    return server.look(base, 1).orElse(List.of()).stream()
        .filter(each -> !each.isFolder() && exists(each))
        .map(each -> each.path().substring(each.path().lastIndexOf('/') + 1))
        .toList();
  }

  @Override
  public void deleteState(String name) throws IOException {
    RemoteAnswer answer = server.delete(STATE + "/" + name, Map.of());
    if (answer.status() != 204 && answer.status() != 200 && answer.status() != 404) {
      throw WebDavServer.refused("delete " + name, answer);
    }
  }

  private static Entry entry(DrivePath path, WebDavResource found) {
    return found.isFolder()
        ? new Entry(path, Item.Kind.FOLDER, 0, found.modified(), "")
        : new Entry(path, Item.Kind.FILE, found.size(), found.modified(), found.tag());
  }
}
