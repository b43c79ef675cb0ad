package dev.quire.bench.files;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.quire.bench.torture.Api;
import dev.quire.bench.torture.Server;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What clients do with a large workbook, asked over HTTP of a server with a small heap: read a
/// cell, change one, save, download, come back after the server was stopped, or killed.
final class SmallHeap {
  private static final String BOOK = "Large.xlsx";
  private static final String CELL = "/worksheets/S1/range(address='C%d')";
  private static final Pattern TICKET = Pattern.compile("\"id\":\"([^\"]+)\"");
  private static final Pattern VALUE = Pattern.compile("\"values\":\\[\\[([^\\]]*)]]");

  /// No file is saved but when somebody asks for it.
  private static final int NEVER_MILLIS = 3_600_000;

  private final List<String> command;
  private final Path folder;
  private final int row;
  private final List<String> lines = new ArrayList<>();

  /// @param command what starts `quire`, with the heap it may take
  /// @param folder an empty folder for the drive and the data of the server
  /// @param row number of a row of the workbook, from 1
  SmallHeap(List<String> command, Path folder, int row) {
    this.command = command;
    this.folder = folder;
    this.row = row;
  }

  /// Something that clients do.
  @FunctionalInterface
  private interface Deed {
    void run(Api api) throws IOException, InterruptedException;
  }

  /// Does it all.
  ///
  /// @return a line of a table for each step: what, CPU seconds of the server, seconds
  /// @throws IOException when an answer is not what it should be, naming the step
  List<String> run(Path workbook) throws IOException, InterruptedException {
    Files.createDirectories(folder.resolve("drive"));
    Files.copy(workbook, file());
    try (Server server = start()) {
      step(server, "open and read a cell", this::value);
      step(server, "change it in a session, journaled", api -> change(api, session(api), 4711.25));
      step(server, "change it and save, in a session", this::changeAndSave);
      step(server, "download the file", this::download);
    }
    try (Server server = start()) {
      step(server, "open it after a stop", api -> require(api, 4712.25));
      step(server, "change it without a session, journaled", api -> change(api, "", 4713.25));
      server.kill();
    }
    try (Server server = start()) {
      step(server, "open it after a kill, from the journal", api -> require(api, 4713.25));
    }
    try (Server server = start()) {
      step(server, "open what was saved at the stop", api -> require(api, 4713.25));
    }
    return lines;
  }

  private Path file() {
    return folder.resolve("drive").resolve(BOOK);
  }

  private Server start() throws IOException {
    return Server.start(command, folder, NEVER_MILLIS);
  }

  private void step(Server server, String words, Deed deed)
      throws IOException, InterruptedException {
    try (var api = new Api(server.ready())) {
      Duration cpu = server.cpu().orElse(Duration.ZERO);
      long begun = System.nanoTime();
      deed.run(api);
      double seconds = (System.nanoTime() - begun) / 1e9;
      double used = server.cpu().orElse(Duration.ZERO).minus(cpu).toMillis() / 1e3;
      lines.add(String.format(Locale.ROOT, "| %s | %.2f | %.2f |", words, used, seconds));
    } catch (IOException failed) {
      throw new IOException(words + ": " + failed.getMessage(), failed);
    }
  }

  private String value(Api api) throws IOException, InterruptedException {
    return found(VALUE, send(api, "GET", CELL.formatted(row) + "?$select=values", "", ""));
  }

  private void require(Api api, double wanted) throws IOException, InterruptedException {
    String found = value(api);
    if (!found.equals(Double.toString(wanted))) {
      throw new IOException("the cell has " + found + " and not " + wanted);
    }
  }

  private static String session(Api api) throws IOException, InterruptedException {
    return found(TICKET, send(api, "POST", "/createSession", "", "{\"persistChanges\":true}"));
  }

  private void change(Api api, String ticket, double value)
      throws IOException, InterruptedException {
    send(api, "PATCH", CELL.formatted(row), ticket, "{\"values\":[[" + value + "]]}");
  }

  private void changeAndSave(Api api) throws IOException, InterruptedException {
    byte[] before = Files.readAllBytes(file());
    String ticket = session(api);
    change(api, ticket, 4712.25);
    send(api, "POST", "/closeSession", ticket, "{}");
    if (Arrays.equals(before, Files.readAllBytes(file()))) {
      throw new IOException("the file is what it was");
    }
  }

  private void download(Api api) throws IOException, InterruptedException {
    HttpResponse<byte[]> answer =
        api.send("GET", Api.file(BOOK) + ":/content", Optional.empty(), "");
    if (!Arrays.equals(succeeded(answer).body(), Files.readAllBytes(file()))) {
      throw new IOException("the download is not the file");
    }
  }

  private static String send(Api api, String method, String path, String ticket, String body)
      throws IOException, InterruptedException {
    Optional<String> session = Optional.of(ticket).filter(each -> !each.isEmpty());
    HttpResponse<byte[]> answer = api.send(method, Api.workbook(BOOK) + path, session, body);
    return new String(succeeded(answer).body(), UTF_8);
  }

  private static HttpResponse<byte[]> succeeded(HttpResponse<byte[]> answer) throws IOException {
    if (answer.statusCode() >= 300) {
      throw new IOException(answer.statusCode() + " " + new String(answer.body(), UTF_8));
    }
    return answer;
  }

  private static String found(Pattern pattern, String answer) throws IOException {
    Matcher found = pattern.matcher(answer);
    if (!found.find()) {
      throw new IOException("an answer without what was asked for: " + answer);
    }
    return found.group(1);
  }
}
