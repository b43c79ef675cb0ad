package dev.quire.bench.filing;

import dev.quire.bench.filing.World.Seen;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/// What a client does with the files of its folder, one thing after the other.
final class Deeds {
  private static final int MOST_FILES = 7;
  private static final int MOST_FOLDERS = 2;
  private static final int NAMES = 12;
  private static final Cell MARK = new Cell(0, 3);

  private final Random random;
  private final AtomicInteger values;
  private final Ledger ledger;

  /// @param values gives values that nobody wrote before
  Deeds(Random random, AtomicInteger values, Ledger ledger) {
    this.random = random;
    this.values = values;
    this.ledger = ledger;
  }

  private World known() {
    return ledger.world();
  }

  void next(Office office) throws IOException, InterruptedException {
    if (known().papers().size() < 2) {
      create(office);
      return;
    }
    boolean hasRoom = known().papers().size() < MOST_FILES;
    switch (random.nextInt(18)) {
      case 0, 1 -> delete(office, somePath());
      case 2, 3 -> move(office);
      case 4 -> moveOver(office);
      case 5, 6 -> {
        if (hasRoom) {
          copy(office);
        } else {
          delete(office, somePath());
        }
      }
      case 7 -> copyOver(office);
      case 8 -> upload(office);
      case 9 -> restore(office);
      case 10, 11, 12 -> session(office);
      case 13 -> makeFolder(office);
      case 14 -> folder(office);
      case 15 -> Thread.sleep(random.nextInt(60));
      default -> {
        if (hasRoom) {
          create(office);
        }
      }
    }
  }

  private void create(Office office) throws IOException, InterruptedException {
    Map<Cell, Integer> marked = Map.of(MARK, values.incrementAndGet());
    var paper = new Paper(Truth.of(marked));
    String path = freePath();
    ledger
        .attempt(
            known().with(path, paper),
            201,
            () -> office.put(office.at(path) + ":/content", book(marked), false))
        .ifPresent(called(paper));
  }

  private static Consumer<HttpResponse<byte[]>> called(Paper paper) {
    return answer -> {
      try {
        paper.isCalled(Office.text(Office.object(answer), "id"));
      } catch (IOException garbled) {
        throw new UncheckedIOException(garbled);
      }
    };
  }

  private void move(Office office) throws IOException, InterruptedException {
    String from = somePath();
    String to = freePath();
    String id = paper(from).id().orElseThrow();
    ledger.attempt(
        known().moved(from, to),
        200,
        () -> office.send("PATCH", Office.item(id), place(office, to)));
  }

  private static String place(Office office, String path) {
    return "{\"name\":\"%s\",%s}".formatted(name(path), office.reference(parent(path)));
  }

  private void moveOver(Office office) throws IOException, InterruptedException {
    String from = somePath();
    String to = somePath();
    if (from.equals(to) || paper(to).ticket().isPresent()) {
      return;
    }
    String id = paper(from).id().orElseThrow();
    Paper replaced = paper(to);
    replaced.leaving(true);
    var moved =
        ledger.attempt(
            known().without(to).moved(from, to),
            200,
            () ->
                office.send(
                    "PATCH",
                    Office.item(id) + "?" + Office.REPLACING + "=replace",
                    place(office, to)));
    if (moved.isEmpty() && ledger.isClear()) {
      replaced.leaving(false);
    }
  }

  private void copy(Office office) throws IOException, InterruptedException {
    Paper original = paper(somePath());
    String to = freePath();
    Truth held = original.holds().beginCopy();
    var paper = new Paper(held);
    ledger.attempt(
        known().with(to, paper),
        202,
        () ->
            office.send(
                "POST", Office.item(original.id().orElseThrow()) + "/copy", place(office, to)));
    if (!ledger.isClear()) {
      return; // It may be going on.
    }
    original.holds().isCopied(held);
    if (known().papers().containsValue(paper)) {
      called(paper).accept(office.wire().ask("GET", office.at(to), Map.of()));
    }
  }

  private void copyOver(Office office) throws IOException, InterruptedException {
    Paper original = paper(somePath());
    String to = somePath();
    Paper target = paper(to);
    if (target == original || target.ticket().isPresent()) {
      return;
    }
    Truth held = original.holds().beginCopy();
    String body =
        "{\"%s\":\"replace\",%s".formatted(Office.REPLACING, place(office, to).substring(1));
    gives(
        target,
        held,
        202,
        () -> office.send("POST", Office.item(original.id().orElseThrow()) + "/copy", body));
    if (ledger.isClear()) {
      original.holds().isCopied(held);
    }
  }

  private void upload(Office office) throws IOException, InterruptedException {
    Paper paper = paper(somePath());
    Map<Cell, Integer> marked = Map.of(MARK, values.incrementAndGet());
    String path = Office.item(paper.id().orElseThrow()) + "/content";
    gives(paper, Truth.of(marked), 200, () -> office.put(path, book(marked), true));
  }

  private void restore(Office office) throws IOException, InterruptedException {
    Paper paper = paper(somePath());
    String item = Office.item(paper.id().orElseThrow());
    paper.lock().writeLock().lock();
    try {
      var versions = office.list(item + "/versions");
      if (versions.size() < 2) {
        return;
      }
      int chosen = 1 + random.nextInt(versions.size() - 1);
      String version = item + "/versions/" + Office.text(versions.get(chosen), "id");
      Truth held = Truth.of(Found.in(office.content(version + "/content")).values());
      gives(
          paper,
          held,
          204,
          () ->
              office
                  .wire()
                  .send("POST", version + "/restoreVersion", Map.of("If-Match", "*"), new byte[0]));
    } finally {
      paper.lock().writeLock().unlock();
    }
  }

  /// Gives a file another content, while nobody writes to it.
  private void gives(Paper paper, Truth held, int expected, Ledger.Request request)
      throws IOException, InterruptedException {
    paper.lock().writeLock().lock();
    try {
      paper.mayHold(held);
      if (ledger.attempt(known(), expected, request).isPresent()) {
        paper.holdsNow(held);
      } else if (ledger.isClear()) {
        paper.holdsStill();
      }
    } finally {
      paper.lock().writeLock().unlock();
    }
  }

  private void delete(Office office, String path) throws IOException, InterruptedException {
    var leaving = List.copyOf(known().below(path).values());
    leaving.forEach(paper -> paper.leaving(true));
    boolean isFile = known().papers().containsKey(path);
    String address = isFile ? Office.item(paper(path).id().orElseThrow()) : office.at(path);
    if (ledger
        .attempt(known().without(path), 204, () -> office.send("DELETE", address, ""))
        .isPresent()) {
      leaving.forEach(ledger::leaveOrStay);
    } else if (ledger.isClear()) {
      leaving.forEach(paper -> paper.leaving(false));
    }
  }

  private void session(Office office) throws IOException, InterruptedException {
    Paper paper = paper(somePath());
    String workbook = Office.item(paper.id().orElseThrow()) + "/workbook";
    paper.lock().writeLock().lock();
    try {
      if (paper.ticket().isEmpty()) {
        var opened = office.send("POST", workbook + "/createSession", "{\"persistChanges\":true}");
        if (opened.statusCode() == 201) {
          paper.ticket(Optional.of(Office.text(Office.object(opened), "id")));
        }
        return;
      }
      Optional<String> ticket = paper.ticket();
      paper.ticket(Optional.empty()); // From here on nobody knows whether it is open.
      office.inSession("POST", workbook + "/closeSession", ticket, "{}");
    } finally {
      paper.lock().writeLock().unlock();
    }
  }

  private void makeFolder(Office office) throws IOException, InterruptedException {
    String name = freeFolder();
    if (known().folders().size() < MOST_FOLDERS) {
      String body = "{\"name\":\"%s\",\"folder\":{}}".formatted(name);
      ledger.attempt(
          known().withFolder(name),
          201,
          () -> office.send("POST", office.at("") + ":/children", body));
    }
  }

  private void folder(Office office) throws IOException, InterruptedException {
    if (known().folders().isEmpty()) {
      return;
    }
    String path = pick(List.copyOf(known().folders()));
    String to = freeFolder();
    switch (random.nextInt(3)) {
      case 0 -> delete(office, path);
      case 1 ->
          ledger.attempt(
              known().moved(path, to),
              200,
              () -> office.send("PATCH", office.at(path), "{\"name\":\"%s\"}".formatted(to)));
      default -> {
        if (known().folders().size() <= MOST_FOLDERS
            && known().papers().size() + known().below(path).size() <= MOST_FILES) {
          copyFolder(office, path, to);
        }
      }
    }
  }

  private void copyFolder(Office office, String path, String to)
      throws IOException, InterruptedException {
    World after = known().withFolder(to);
    var copies = new TreeMap<Paper, Truth>(Comparator.comparing(p -> p.id().orElse("")));
    for (var each : known().below(path).entrySet()) {
      Truth held = each.getValue().holds().beginCopy();
      copies.put(each.getValue(), held);
      after = after.with(to + each.getKey().substring(path.length()), new Paper(held));
    }
    World copied = after;
    ledger.attempt(
        copied,
        202,
        () -> office.send("POST", office.at(path) + ":/copy", "{\"name\":\"%s\"}".formatted(to)));
    if (!ledger.isClear()) {
      return; // It may be going on.
    }
    copies.forEach((original, held) -> original.holds().isCopied(held));
    if (known() == copied) {
      Seen seen = office.look();
      known()
          .papers()
          .forEach((each, paper) -> paper.isCalled(seen.files().getOrDefault(each, "?")));
    }
  }

  private Paper paper(String path) {
    return Objects.requireNonNull(known().papers().get(path));
  }

  private String somePath() {
    return pick(List.copyOf(known().papers().keySet()));
  }

  private String pick(List<String> all) {
    return all.get(random.nextInt(all.size()));
  }

  /// Names come again, so that a file may come to lie where another one lay.
  private String freePath() {
    while (true) {
      var folders = new ArrayList<>(known().folders());
      folders.add("");
      String folder = pick(folders);
      String name = "f%d.xlsx".formatted(random.nextInt(NAMES));
      String path = folder.isEmpty() ? name : folder + "/" + name;
      if (!known().papers().containsKey(path)) {
        return path;
      }
    }
  }

  private String freeFolder() {
    while (true) {
      String name = "d" + random.nextInt(NAMES);
      if (!known().folders().contains(name)) {
        return name;
      }
    }
  }

  private static String name(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  private static String parent(String path) {
    int slash = path.lastIndexOf('/');
    return slash < 0 ? "" : path.substring(0, slash);
  }

  private static byte[] book(Map<Cell, Integer> cells) throws IOException {
    try (var book = new XSSFWorkbook();
        var out = new ByteArrayOutputStream()) {
      var sheet = book.createSheet("Sheet1");
      cells.forEach((cell, value) ->
          sheet.createRow(cell.row()).createCell(cell.column()).setCellValue(value));
      book.write(out);
      return out.toByteArray();
    }
  }
}
