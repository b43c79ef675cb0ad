package dev.quire.app.setting;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/// The texts of all settings after everything was looked at: option before environment variable
/// before file before default. Every text that is given is of its setting's kind.
public final class Settings {
  private final Map<Setting, String> given;

  private Settings(Map<Setting, String> given) {
    this.given = given;
  }

  /// Settles the settings.
  ///
  /// @param file the lines of the configuration file
  /// @throws UsageError when a text is not of its kind, or a variable or key is unknown
  public static Settings of(
      Map<Setting, String> options, Map<String, String> environment, Map<String, String> file)
      throws UsageError {
    var given = new EnumMap<Setting, String>(Setting.class);
    Sources.file(file).forEach(given::put);
    Sources.environment(environment).forEach(given::put);
    Sources.options(options).forEach(given::put);
    return new Settings(given);
  }

  /// The text of a setting; empty when it is absent.
  public Optional<String> find(Setting setting) {
    return given(setting).or(() -> setting.usual(isServerProfile()));
  }

  /// The text of a setting when somebody gave it; its default does not count.
  public Optional<String> given(Setting setting) {
    return Optional.ofNullable(given.get(setting));
  }

  /// The text of a setting that has a default.
  public String text(Setting setting) {
    return find(setting).orElseThrow(() -> new IllegalStateException(setting + " has no default"));
  }

  /// Whether a flag is set.
  public boolean flag(Setting setting) {
    return text(setting).equals("true");
  }

  /// The value of a setting that has a default.
  public <T> T value(Setting setting, Reader<T> reader) {
    return read(text(setting), reader);
  }

  /// The value of a setting; empty when it is absent.
  public <T> Optional<T> find(Setting setting, Reader<T> reader) {
    return find(setting).map(text -> read(text, reader));
  }

  private boolean isServerProfile() {
    return "server".equals(given.get(Setting.PROFILE));
  }

  private static <T> T read(String text, Reader<T> reader) {
    try {
      return reader.read(text);
    } catch (BadValue impossible) {
      throw new IllegalStateException("A text was settled that is not of its kind.", impossible);
    }
  }

  /// Turns a text into a value.
  @FunctionalInterface
  public interface Reader<T> {
    /// @throws BadValue when the text is not of the kind
    T read(String text) throws BadValue;
  }
}
