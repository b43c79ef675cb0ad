package dev.quire.app.setting;

import dev.quire.store.DriveAddress;
import java.net.URI;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/// Reads the texts that settings are written as.
public final class Amounts {
  private static final Pattern DURATION = Pattern.compile("(\\d{1,9})(ms|s|m|h|d)");
  private static final Pattern DURATIONS = Pattern.compile("(\\d{1,9}(ms|s|m|h|d))+");
  private static final Pattern SIZE = Pattern.compile("(\\d{1,12})(b|kb|mb|gb)?");

  private Amounts() {}

  /// A length of time: `90s`, `1h30m`, `2d`, `500ms`, or ISO 8601 (`PT6M`). Never negative.
  public static Duration duration(String text) throws BadValue {
    var plain = text.toLowerCase(Locale.ROOT);
    if (DURATIONS.matcher(plain).matches()) {
      return DURATION
          .matcher(plain)
          .results()
          .map(part -> Duration.ofMillis(Long.parseLong(part.group(1)) * millis(part.group(2))))
          .reduce(Duration.ZERO, Duration::plus);
    }
    try {
      var duration = Duration.parse(text);
      if (!duration.isNegative()) {
        return duration;
      }
    } catch (DateTimeParseException garbled) {
      // Falls through to the complaint, which says more than the parser does.
    }
    throw new BadValue("must be a time such as 90s, 5m, 1h, 2d or PT6M");
  }

  /// A number of bytes: `512kb`, `5mb`, `1gb` (of 1024 each), or plain bytes.
  public static long bytes(String text) throws BadValue {
    var match = SIZE.matcher(text.toLowerCase(Locale.ROOT));
    if (!match.matches()) {
      throw new BadValue("must be a size such as 512kb or 5mb");
    }
    var unit = match.group(2) == null ? "b" : match.group(2);
    var shift = 10 * List.of("b", "kb", "mb", "gb").indexOf(unit);
    return Long.parseLong(match.group(1)) << shift;
  }

  /// A number of bytes that fits into one array.
  public static int arrayBytes(String text) throws BadValue {
    long bytes = bytes(text);
    if (bytes > Integer.MAX_VALUE - 16) {
      throw new BadValue("must be less than 2gb");
    }
    return (int) bytes;
  }

  /// A whole number from 0 on.
  public static int count(String text) throws BadValue {
    if (!text.matches("\\d{1,9}")) {
      throw new BadValue("must be a whole number from 0 on");
    }
    return Integer.parseInt(text);
  }

  /// A TCP port; 0 stands for any.
  public static int port(String text) throws BadValue {
    if (!text.matches("\\d{1,5}") || Integer.parseInt(text) > 65_535) {
      throw new BadValue("must be a port from 0 to 65535");
    }
    return Integer.parseInt(text);
  }

  /// An `https` address; `http` only for this machine, where nobody listens in.
  public static URI url(String text) throws BadValue {
    try {
      var url = URI.create(text);
      var host = url.getHost();
      var local = "localhost".equals(host) || "127.0.0.1".equals(host) || "[::1]".equals(host);
      if (host != null
          && ("https".equals(url.getScheme()) || (local && "http".equals(url.getScheme())))) {
        return url;
      }
    } catch (IllegalArgumentException garbled) {
      // Falls through to the complaint.
    }
    throw new BadValue("must be an https address (http only for localhost)");
  }

  /// A path, made absolute.
  public static Path folder(String text) throws BadValue {
    try {
      return Path.of(filled(text)).toAbsolutePath().normalize();
    } catch (InvalidPathException odd) {
      throw new BadValue("must be a folder");
    }
  }

  /// Where a drive lies: a folder, or `memory:`, `s3://bucket/folder`, `webdavs://host/folder`.
  public static DriveAddress drive(String text) throws BadValue {
    try {
      return DriveAddress.parse(filled(text));
    } catch (IllegalArgumentException odd) {
      throw new BadValue(String.valueOf(odd.getMessage()));
    }
  }

  /// A time zone by its name: `UTC`, `Europe/Paris`, `+02:00`.
  public static ZoneId zone(String text) throws BadValue {
    try {
      return ZoneId.of(text);
    } catch (DateTimeException unknown) {
      throw new BadValue("must be a time zone such as UTC or Europe/Paris");
    }
  }

  /// Any text but a blank one.
  static String filled(String text) throws BadValue {
    if (text.isBlank()) {
      throw new BadValue("must not be blank");
    }
    return text;
  }

  /// Words with commas or blanks between them; at least one.
  public static List<String> words(String text) throws BadValue {
    var words = Arrays.stream(text.split("[,\\s]+")).filter(word -> !word.isEmpty()).toList();
    if (words.isEmpty()) {
      throw new BadValue("must hold at least one word");
    }
    return words;
  }

  /// Pairs `from=to` with commas between them; may be empty.
  public static Map<String, String> pairs(String text) throws BadValue {
    var pairs = new LinkedHashMap<String, String>();
    for (var pair : text.isBlank() ? new String[0] : text.split(",")) {
      var sign = pair.indexOf('=');
      if (sign < 1 || sign == pair.length() - 1) {
        throw new BadValue("must be pairs such as write=Files.ReadWrite");
      }
      pairs.put(pair.substring(0, sign).strip(), pair.substring(sign + 1).strip());
    }
    return pairs;
  }

  /// Folders by name: `hr=/srv/hr,root=/srv/all`.
  public static Map<String, Path> folders(String text) throws BadValue {
    var folders = new LinkedHashMap<String, Path>();
    for (var pair : text.isBlank() ? new String[0] : text.split(",")) {
      var sign = pair.lastIndexOf('=');
      if (sign < 1 || sign == pair.length() - 1) {
        throw new BadValue("must be names with folders such as hr=/srv/hr");
      }
      folders.put(pair.substring(0, sign).strip(), folder(pair.substring(sign + 1).strip()));
    }
    return folders;
  }

  private static long millis(String unit) {
    return switch (unit) {
      case "ms" -> 1;
      case "s" -> 1000;
      case "m" -> 60_000;
      case "h" -> 3_600_000;
      case "d" -> 86_400_000;
      default -> throw new IllegalArgumentException(unit);
    };
  }
}
