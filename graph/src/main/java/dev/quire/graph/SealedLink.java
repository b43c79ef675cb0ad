package dev.quire.graph;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.quire.graph.exchange.GraphRequest;
import dev.quire.graph.gate.Caller;
import dev.quire.graph.resource.NotAllowed;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// What an address leads to that says everything itself, so that any server can answer it and none
/// has to remember it.
sealed interface SealedLink {
  /// The content of a file, for as long as the one who was given the address may read it.
  ///
  /// @param caller who was given it
  record ToContent(Caller caller, String driveId, String itemId) implements SealedLink {
    /// The request that the caller could have sent himself.
    GraphRequest request(GraphRequest sent) {
      requireRead(sent);
      return new GraphRequest(
          sent.method(),
          "/v1.0/drives/%s/items/%s/content".formatted(coded(driveId), coded(itemId)),
          Optional.empty(),
          sent.headers(),
          sent.body(),
          sent.origin(),
          sent.requestId(),
          sent.remote());
    }
  }

  /// What became of a copy.
  ///
  /// @param itemId the copy
  record ToCopy(String itemId) implements SealedLink {
    Answer answer(GraphRequest sent) {
      requireRead(sent);
      return Answer.json(
          200,
          out ->
              out.beginObject()
                  .text("operation", "itemCopy")
                  .number("percentageComplete", 100.0)
                  .text("resourceId", itemId)
                  .text("status", "completed")
                  .endObject());
    }
  }

  private static void requireRead(GraphRequest sent) {
    if (!sent.method().equals("GET") && !sent.method().equals("HEAD")) {
      throw new NotAllowed(sent.method(), "GET, HEAD");
    }
  }

  /// All of it, and until when it holds, as one text.
  default String text(Instant expires) {
    var words = new ArrayList<>(List.of(Long.toString(expires.toEpochMilli())));
    switch (this) {
      case ToCopy copy -> words.add(copy.itemId());
      case ToContent content -> {
        Caller caller = content.caller();
        words.addAll(List.of(content.itemId(), content.driveId(), caller.userId()));
        words.addAll(List.of(caller.userName(), caller.account().name()));
        words.addAll(new TreeSet<>(caller.grants()));
      }
    }
    return String.join("&", words.stream().map(SealedLink::coded).toList());
  }

  /// What [#text] was made of; nothing when it does not hold any more.
  static Optional<SealedLink> of(String text, Instant now) {
    List<String> words =
        Arrays.stream(text.split("&", -1)).map(word -> URLDecoder.decode(word, UTF_8)).toList();
    if (!Instant.ofEpochMilli(Long.parseLong(words.getFirst())).isAfter(now)) {
      return Optional.empty();
    }
    if (words.size() == 2) {
      return Optional.of(new ToCopy(words.get(1)));
    }
    var caller =
        new Caller(
            words.get(3),
            words.get(4),
            Caller.Account.valueOf(words.get(5)),
            Set.copyOf(words.subList(6, words.size())));
    return Optional.of(new ToContent(caller, words.get(2), words.get(1)));
  }

  private static String coded(String word) {
    return URLEncoder.encode(word, UTF_8);
  }
}
