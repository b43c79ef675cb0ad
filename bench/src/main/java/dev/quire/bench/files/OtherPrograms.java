package dev.quire.bench.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// Programs that are measured where they are installed: SheetJS in node, fetched by npm when it is
/// first needed, and LibreOffice. Each runs once, so its figures are cold.
final class OtherPrograms {
  private static final String SHEETJS = "xlsx@0.18.5";

  private final Path folder;

  OtherPrograms(Path folder) {
    this.folder = folder.toAbsolutePath();
  }

  Optional<FileTimes> run(FileRow row, Path file) throws IOException, InterruptedException {
    return row.who().equals("SheetJS") ? sheetJs(file) : office(file);
  }

  private Optional<FileTimes> sheetJs(Path file) throws IOException, InterruptedException {
    if (isMissing("node") || isMissing("npm")) {
      return Optional.empty();
    }
    Path modules = folder.resolve("sheetjs");
    if (!Files.exists(modules.resolve("node_modules/xlsx"))) {
      Files.createDirectories(modules);
      int code =
          new ProcessBuilder("npm", "install", "--silent", "--prefix", modules.toString(), SHEETJS)
              .start()
              .waitFor();
      if (code != 0) {
        return Optional.empty();
      }
    }
    Path script = copied("sheetjs.js", modules);
    return FilesBenchmark.run(
        List.of(
            "node",
            "--expose-gc",
            "--max-old-space-size=8192",
            script.toString(),
            file.toAbsolutePath().toString()),
        folder);
  }

  private Optional<FileTimes> office(Path file) throws IOException, InterruptedException {
    if (isMissing("soffice")) {
      return Optional.empty();
    }
    Path script = copied("office.sh", folder);
    return FilesBenchmark.run(
        List.of("bash", script.toString(), file.toAbsolutePath().toString(), folder.toString()),
        folder);
  }

  private static boolean isMissing(String program) {
    for (String place : System.getenv("PATH").split(":")) {
      if (Files.isExecutable(Path.of(place, program))) {
        return false;
      }
    }
    return true;
  }

  private static Path copied(String resource, Path folder) throws IOException {
    Path target = folder.resolve(resource);
    try (InputStream in =
        Objects.requireNonNull(OtherPrograms.class.getResourceAsStream(resource), resource)) {
      Files.copy(in, target, StandardCopyOption.REPLACE_EXISTING);
    }
    return target;
  }
}
