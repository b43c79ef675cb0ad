package dev.quire.bench.differential;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.json.JsonFactory;

/// HyperFormula in a process of node, fetched by npm when it is first needed. It is under the GPL:
/// a peer to compare with, no part of the product and not delivered with it.
final class HyperFormula implements AutoCloseable {
  private static final String PACKAGE = "hyperformula@3.5.0";
  private static final String SCRIPT = "hyperformula.mjs";

  private final Process process;
  private final BufferedWriter in;
  private final BufferedReader out;
  private final JsonFactory json = new JsonFactory();

  private HyperFormula(Process process) {
    this.process = process;
    this.in = process.outputWriter(StandardCharsets.UTF_8);
    this.out = process.inputReader(StandardCharsets.UTF_8);
  }

  /// Starts it; empty where there is no node, or nothing to be fetched from.
  static Optional<HyperFormula> start(Path folder) throws IOException, InterruptedException {
    Files.createDirectories(folder);
    if (isMissing("node") || isMissing("npm") || !fetched(folder)) {
      return Optional.empty();
    }
    Path script = folder.resolve(SCRIPT);
    try (InputStream resource =
        Objects.requireNonNull(HyperFormula.class.getResourceAsStream(SCRIPT), SCRIPT)) {
      Files.copy(resource, script, StandardCopyOption.REPLACE_EXISTING);
    }
    var builder = new ProcessBuilder("node", script.toAbsolutePath().toString());
    builder.directory(folder.toFile()).redirectError(ProcessBuilder.Redirect.INHERIT);
    return Optional.of(new HyperFormula(builder.start()));
  }

  private static boolean fetched(Path folder) throws IOException, InterruptedException {
    return Files.exists(folder.resolve("node_modules/hyperformula"))
        || new ProcessBuilder("npm", "install", "--silent", "--prefix", folder.toString(), PACKAGE)
                .start()
                .waitFor()
            == 0;
  }

  private static boolean isMissing(String program) {
    return Stream.of(System.getenv("PATH").split(":"))
        .noneMatch(place -> Files.isExecutable(Path.of(place, program)));
  }

  /// What the cells of a sheet come to.
  List<List<Told>> values(RandomSheet sheet) throws IOException {
    in.write(written(sheet));
    in.newLine();
    in.flush();
    String line = out.readLine();
    if (line == null) {
      throw new IOException("HyperFormula ended");
    }
    return read(line);
  }

  private String written(RandomSheet sheet) {
    var text = new StringWriter();
    try (JsonGenerator to =
        json.createGenerator(tools.jackson.core.ObjectWriteContext.empty(), text)) {
      to.writeStartArray();
      for (List<String> row : sheet.rows()) {
        to.writeStartArray();
        row.forEach(cell -> write(to, cell));
        to.writeEndArray();
      }
      to.writeEndArray();
    }
    return text.toString();
  }

  private static void write(JsonGenerator to, String cell) {
    switch (cell) {
      case "" -> to.writeNull();
      case "TRUE", "FALSE" -> to.writeBoolean(cell.equals("TRUE"));
      case String other when other.startsWith("=") || other.startsWith("'") ->
          to.writeString(other);
      case String number -> to.writeNumber(Double.parseDouble(number));
    }
  }

  private List<List<Told>> read(String line) {
    var rows = new ArrayList<List<Told>>();
    try (JsonParser from = json.createParser(tools.jackson.core.ObjectReadContext.empty(), line)) {
      List<Told> row = new ArrayList<>();
      for (JsonToken token = from.nextToken(); token != null; token = from.nextToken()) {
        if (token == JsonToken.VALUE_STRING) {
          row.add(Told.read(from.getString()));
        } else if (token == JsonToken.END_ARRAY && !row.isEmpty()) {
          rows.add(row);
          row = new ArrayList<>();
        }
      }
    }
    return rows;
  }

  @Override
  public void close() {
    process.destroy();
  }
}
