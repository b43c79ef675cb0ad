package dev.quire.app.setting;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Where settings are given. Each source checks its names and texts, and complains in its own
/// words.
final class Sources {
  /// Variables that are for the launcher, or say where the file lies.
  static final List<String> OTHER_VARIABLES =
      List.of("QUIRE_JAVA_HOME", "QUIRE_JAVA_OPTS", "QUIRE_CONFIG");

  private static final Map<String, Setting> BY_VARIABLE = by(Setting::variable);
  private static final Map<String, Setting> BY_KEY = by(Setting::key);

  private Sources() {}

  static Map<Setting, String> options(Map<Setting, String> options) throws UsageError {
    for (var option : options.entrySet()) {
      check(option.getKey(), option.getKey().option(), option.getValue());
    }
    return options;
  }

  static Map<Setting, String> environment(Map<String, String> environment) throws UsageError {
    var ours = new HashMap<>(environment);
    ours.keySet().removeIf(name -> !name.startsWith("QUIRE_") || OTHER_VARIABLES.contains(name));
    return known("environment variable", ours, BY_VARIABLE);
  }

  static Map<Setting, String> file(Map<String, String> lines) throws UsageError {
    return known("key in the configuration file", lines, BY_KEY);
  }

  private static Map<Setting, String> known(
      String what, Map<String, String> texts, Map<String, Setting> names) throws UsageError {
    var known = new EnumMap<Setting, String>(Setting.class);
    // Sorted, so that of several mistakes the same one is reported each time.
    for (var text : new TreeMap<>(texts).entrySet()) {
      var setting = names.get(text.getKey());
      if (setting == null) {
        throw new UsageError(
            "Unknown %s: %s.%s"
                .formatted(what, text.getKey(), Spelling.hint(text.getKey(), names.keySet())));
      }
      // An empty text is how scripts and containers say that they do not set a variable.
      if (!text.getValue().isEmpty()) {
        check(setting, text.getKey(), text.getValue());
        known.put(setting, text.getValue());
      }
    }
    return known;
  }

  private static void check(Setting setting, String name, String text) throws UsageError {
    try {
      setting.kind().check().look(text);
    } catch (BadValue bad) {
      throw new UsageError(name + " " + bad.getMessage() + ", not: " + text);
    }
  }

  private static Map<String, Setting> by(Function<Setting, String> name) {
    return Arrays.stream(Setting.values()).collect(Collectors.toMap(name, Function.identity()));
  }
}
