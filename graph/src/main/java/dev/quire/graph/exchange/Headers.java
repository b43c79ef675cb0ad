package dev.quire.graph.exchange;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// HTTP header fields; names are compared without regard to case (RFC 9110 §5.1). Immutable.
public final class Headers {
  /// No header at all.
  public static final Headers NONE = new Headers(Map.of());

  private final Map<String, List<String>> fields;

  private Headers(Map<String, List<String>> fields) {
    this.fields = fields;
  }

  /// The headers with these names and values, each in order of arrival.
  public static Headers of(Map<String, List<String>> fields) {
    var folded = new TreeMap<String, List<String>>();
    fields.forEach((name, values) -> folded.put(fold(name), List.copyOf(values)));
    return new Headers(folded);
  }

  /// The first value of a header.
  public Optional<String> find(String name) {
    return all(name).stream().findFirst();
  }

  /// All values of a header, in order of arrival; empty when it is absent.
  public List<String> all(String name) {
    return fields.getOrDefault(fold(name), List.of());
  }

  /// All fields, names in lower case and in alphabetical order.
  public Map<String, List<String>> fields() {
    return fields;
  }

  /// These headers with one field set, replacing values it had.
  public Headers with(String name, String value) {
    var copy = new TreeMap<>(fields);
    copy.put(fold(name), List.of(value));
    return new Headers(copy);
  }

  /// These headers with some fields set, each to one value, replacing values they had.
  public Headers with(Map<String, String> values) {
    var copy = new TreeMap<>(fields);
    values.forEach((name, value) -> copy.put(fold(name), List.of(value)));
    return new Headers(copy);
  }

  private static String fold(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  @Override
  public String toString() {
    return fields.keySet().toString();
  }
}
