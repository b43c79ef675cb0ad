package dev.quire.server.data;

import com.nimbusds.jose.util.JSONObjectUtils;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.text.ParseException;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;

/// What a running server leaves in its data folder, so that commands find it.
///
/// @param baseUrl scheme, host and port, without a path
/// @param pid its process id
/// @param clockOffset how far its clock is ahead of the system's
public record RuntimeFile(URI baseUrl, long pid, Duration clockOffset) {
  /// What the server at `file` wrote; empty when none runs. A file that a killed server left behind
  /// counts as none when its process is gone.
  public static Optional<RuntimeFile> read(Path file) throws IOException {
    try {
      return parse(Files.readString(file)).filter(RuntimeFile::alive);
    } catch (NoSuchFileException none) {
      return Optional.empty();
    }
  }

  /// Writes the file, replacing an older one.
  public void write(Path file) throws IOException {
    Map<String, Object> fields =
        Map.of("baseUrl", baseUrl.toString(), "pid", pid, "clockOffset", clockOffset.toString());
    var text = JSONObjectUtils.toJSONString(fields) + "\n";
    SecretFiles.replace(file, text.getBytes(StandardCharsets.UTF_8));
  }

  private static Optional<RuntimeFile> parse(String text) throws IOException {
    try {
      var fields = JSONObjectUtils.parse(text);
      return Optional.of(
          new RuntimeFile(
              JSONObjectUtils.getURI(fields, "baseUrl"),
              JSONObjectUtils.getLong(fields, "pid"),
              Duration.parse(JSONObjectUtils.getString(fields, "clockOffset"))));
    } catch (ParseException | DateTimeParseException garbled) {
      throw new IOException("server.json in the data folder is garbled: " + garbled.getMessage());
    }
  }

  private boolean alive() {
    return ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false);
  }
}
