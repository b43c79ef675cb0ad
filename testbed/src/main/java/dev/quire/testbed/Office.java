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

/// LibreOffice without windows, as another reader of workbooks, where `soffice` is installed.
public final class Office {
  /// Values of the first sheet as they are, not as they are shown.
  private static final String TEXTS = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false";

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

  /// The values of the first sheet of each workbook that could be read.
  ///
  /// @param books the files by any key
  /// @return texts with commas between cells, by the same keys
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
      Files.deleteIfExists(out.resolve("b" + files.size() + ".csv"));
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
      String name = file.getValue().getFileName().toString().replace(".xlsx", ".csv");
      Path text = out.resolve(name);
      if (Files.exists(text)) {
        read.put(file.getKey(), Files.readString(text, StandardCharsets.UTF_8));
      }
    }
    return read;
  }
}
