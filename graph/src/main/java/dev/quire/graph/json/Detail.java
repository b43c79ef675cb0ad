package dev.quire.graph.json;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How much an answer says about itself (OData JSON format, §3.1).
public enum Detail {
  /// Data only.
  NONE,
  /// What a client cannot know by itself: contexts, ids, types of results.
  MINIMAL,
  /// Also what it could know: types of all entities, links along every navigation property.
  FULL;

  private static final Pattern PARAMETER =
      Pattern.compile("(?:^|[;\\s])(?:odata\\.)?metadata\\s*=\\s*\"?(none|minimal|full)\\b");

  /// The detail that a media type asks for; empty when it does not say.
  public static Optional<Detail> of(String mediaType) {
    Matcher matcher = PARAMETER.matcher(mediaType.toLowerCase(Locale.ROOT));
    return matcher.find()
        ? Optional.of(valueOf(matcher.group(1).toUpperCase(Locale.ROOT)))
        : Optional.empty();
  }

  /// The word of the parameter.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
