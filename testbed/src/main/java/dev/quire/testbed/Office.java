package dev.quire.testbed;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// LibreOffice without windows, as another reader of workbooks, where `soffice` is installed.
public final class Office {
  /// Values of all sheets as they are, not as they are shown; a file for each.
  private static final String TEXTS =
      "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1";

  private static final int AT_ONCE = 12;
  private static final int SECONDS_A_FILE = 30;

  private final Path folder;

  private Office(Path folder) {
    this.folder = folder;
  }

  /// The program, if it is there.
  ///
  /// @param folder where it may write
  public static Optional<Office> find(Path folder) {
    for (String place : System.getenv("PATH").split(":")) {
      if (Files.isExecutable(Path.of(place, "soffice"))) {
        return Optional.of(new Office(folder.toAbsolutePath()));
      }
    }
    return Optional.empty();
  }

  /// The values of each workbook that could be read. Dates are told as dates, as in `11/23/1912
  /// 06:00:00`.
  ///
  /// @param books the files by any key
  /// @return texts with commas between cells, sheet by sheet in the order of their names, by the
  ///   same keys
  public Map<String, String> texts(Map<String, byte[]> books)
      throws IOException, InterruptedException {
    var read = new LinkedHashMap<String, String>();
    var waiting = new LinkedHashMap<String, byte[]>();
    for (Map.Entry<String, byte[]> book : books.entrySet()) {
      waiting.put(book.getKey(), book.getValue());
      if (waiting.size() == AT_ONCE) {
        read.putAll(converted(waiting));
        waiting.clear();
      }
    }
    read.putAll(converted(waiting));
    // One file may take others down with it.
    for (Map.Entry<String, byte[]> book : books.entrySet()) {
      if (!read.containsKey(book.getKey())) {
        read.putAll(converted(Map.of(book.getKey(), book.getValue())));
      }
    }
    return read;
  }

  private Map<String, String> converted(Map<String, byte[]> books)
      throws IOException, InterruptedException {
    if (books.isEmpty()) {
      return Map.of();
    }
    Path in = Files.createDirectories(folder.resolve("in"));
    Path out = Files.createDirectories(folder.resolve("out"));
    var command =
        new ArrayList<>(
            List.of(
                "soffice",
                "-env:UserInstallation=file://" + folder.resolve("profile"),
                "--headless",
                "--convert-to",
                TEXTS,
                "--outdir",
                out.toString()));
    var files = new LinkedHashMap<String, Path>();
    for (Map.Entry<String, byte[]> book : books.entrySet()) {
      Path file = in.resolve("b" + files.size() + ".xlsx");
      Files.write(file, book.getValue());
      for (Path old : texts(out, "b" + files.size())) {
        Files.delete(old);
      }
      files.put(book.getKey(), file);
      command.add(file.toString());
    }
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    if (!process.waitFor((long) SECONDS_A_FILE * books.size(), TimeUnit.SECONDS)) {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
    var read = new LinkedHashMap<String, String>();
    for (Map.Entry<String, Path> file : files.entrySet()) {
      String name = file.getValue().getFileName().toString().replace(".xlsx", "");
      List<Path> sheets = texts(out, name);
      var text = new StringBuilder();
      for (Path sheet : sheets) {
        text.append(Files.readString(sheet, StandardCharsets.UTF_8));
      }
      if (!sheets.isEmpty()) {
        read.put(file.getKey(), text.toString());
      }
    }
    return read;
  }

  /// The texts of the sheets of a workbook, which older versions write only the first of.
  private static List<Path> texts(Path out, String book) throws IOException {
    try (Stream<Path> all = Files.list(out)) {
      return all.filter(
              each -> {
                String name = each.getFileName().toString();
                return name.equals(book + ".csv") || name.startsWith(book + "-");
              })
          .sorted()
          .toList();
    }
  }
}
