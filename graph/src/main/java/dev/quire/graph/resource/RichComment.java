package dev.quire.graph.resource;

import dev.quire.graph.json.Json;
import dev.quire.graph.json.JsonArray;
import dev.quire.graph.json.JsonObject;
import dev.quire.graph.json.JsonOut;
import dev.quire.workbook.Comment.Mention;
import dev.quire.workbook.Comment.Said;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What `/beta` has of the content of comments and replies (D: workbookcomment-post-comments,
/// workbookcomment-post-replies). A `plain` one is its `content`, and its `richContent` is empty. A
/// `mention` is its `richContent`, in which `<at id="0">Name</at>` speaks to whom `mentions` has
/// under that number; its `content` shows `@Name` there. All other text of a `richContent` means
/// itself, so that there is nothing to escape (?).
final class RichComment {
  static final String[] MEMBERS = {"content", "contentType", "mentions", "richContent"};

  private static final String PLAIN = "plain";
  private static final String MENTION = "mention";
  private static final Pattern AT = Pattern.compile("<at id=\"(\\d{1,9})\">([^<]*)</at>");

  /// Mail addresses are no longer (RFC 5321 §4.5.3.1.3).
  private static final int LONGEST_EMAIL = 254;

  private static final int LONGEST_NAME = 255;

  /// Whom a number stands for.
  private record Person(String email, Optional<String> name) {}

  private RichComment() {}

  static String contentType(List<Mention> mentions) {
    return mentions.isEmpty() ? PLAIN : MENTION;
  }

  static void write(List<Mention> mentions, JsonOut out) {
    out.beginArray();
    for (int id = 0; id < mentions.size(); id++) {
      out.beginObject()
          .number("id", id)
          .text("name", mentions.get(id).name())
          .text("email", mentions.get(id).email())
          .endObject();
    }
    out.endArray();
  }

  /// The `richContent`; empty for what speaks to nobody (D).
  static String text(String text, List<Mention> mentions) {
    if (mentions.isEmpty()) {
      return "";
    }
    var rich = new StringBuilder();
    int at = 0;
    for (int id = 0; id < mentions.size(); id++) {
      Mention each = mentions.get(id);
      int end = each.start() + each.length();
      int name = text.charAt(each.start()) == '@' ? each.start() + 1 : each.start();
      rich.append(text, at, each.start())
          .append("<at id=\"%d\">".formatted(id))
          .append(text, name, end)
          .append("</at>");
      at = end;
    }
    return rich.append(text.substring(at)).toString();
  }

  /// What a body says.
  ///
  /// @throws BadArgument when it says nothing, or two different things
  static Said said(JsonObject body) {
    Bodies.notNull(body, MEMBERS);
    Optional<String> content = Bodies.findText(body, "content");
    Optional<String> rich = Bodies.findText(body, "richContent").filter(text -> !text.isEmpty());
    Map<Integer, Person> people = people(body);
    Said said =
        rich.map(text -> read(text, people))
            .or(() -> content.map(Said::plain))
            .orElseThrow(() -> new BadArgument("'content' is missing."));
    if (rich.isEmpty() && !people.isEmpty()) {
      throw new BadArgument("'mentions' needs a 'richContent' that tells where they are.");
    }
    if (rich.isPresent() && said.mentions().isEmpty()) {
      throw new BadArgument("'richContent' has no <at id=\"0\">Name</at>; use 'content' instead.");
    }
    if (content.filter(text -> !text.equals(said.text())).isPresent()) {
      throw new BadArgument(
          "'content' says something else than 'richContent', which means '%s'."
              .formatted(said.text()));
    }
    requireType(body, contentType(said.mentions()));
    return said;
  }

  private static void requireType(JsonObject body, String type) {
    Bodies.findText(body, "contentType")
        .filter(said -> !said.equalsIgnoreCase(type))
        .ifPresent(said -> {
          throw new BadArgument(
              Stream.of(PLAIN, MENTION).anyMatch(said::equalsIgnoreCase)
                  ? "'contentType' has to be %s for such a body, not %s.".formatted(type, said)
                  : "'contentType' has to be plain or mention, not '%s'.".formatted(said));
        });
  }

  private static Map<Integer, Person> people(JsonObject body) {
    Map<Integer, Person> people = new HashMap<>();
    for (Json each : list(body)) {
      if (!(each instanceof JsonObject person)) {
        throw new BadArgument("'mentions' has to be an array of objects.");
      }
      Bodies.onlyMembers(person, "email", "id", "name");
      int id =
          Bodies.findInteger(person, "id")
              .orElseThrow(() -> new BadArgument("'id' of 'mentions' is missing."));
      if (people.put(id, person(person)) != null) {
        throw new BadArgument("'mentions' has the id %d twice.".formatted(id));
      }
    }
    return people;
  }

  private static List<Json> list(JsonObject body) {
    return Bodies.find(body, "mentions")
        .map(json -> {
          if (!(json instanceof JsonArray people)) {
            throw new BadArgument("'mentions' has to be an array, not " + json.kind() + ".");
          }
          return people.items();
        })
        .orElse(List.of());
  }

  private static Person person(JsonObject person) {
    String email = Bodies.findText(person, "email").orElse("");
    if (email.indexOf('@') < 1 || email.contains("::") || email.length() > LONGEST_EMAIL) {
      throw new BadArgument(
          "'email' of 'mentions' has to be a mail address, not '%s'.".formatted(email));
    }
    Optional<String> name = Bodies.findText(person, "name");
    if (name.filter(text -> text.isBlank() || text.length() > LONGEST_NAME).isPresent()) {
      throw new BadArgument(
          "'name' of 'mentions' has to have 1 to %d characters.".formatted(LONGEST_NAME));
    }
    return new Person(email, name);
  }

  /// The text that people see, and who is spoken to where.
  private static Said read(String rich, Map<Integer, Person> people) {
    var text = new StringBuilder();
    var mentions = new ArrayList<Mention>();
    var spokenTo = new HashMap<>(people);
    Matcher at = AT.matcher(rich);
    int from = 0;
    while (at.find()) {
      text.append(rich, from, at.start());
      int id = Integer.parseInt(at.group(1));
      Person person = people.get(id);
      if (person == null) {
        throw new BadArgument(
            "'richContent' speaks to %d, which 'mentions' does not have.".formatted(id));
      }
      spokenTo.remove(id);
      String shown = "@" + at.group(2).strip().replaceFirst("^@", "");
      if (shown.length() == 1) {
        throw new BadArgument(
            "'richContent' has no name between <at id=\"%d\"> and </at>.".formatted(id));
      }
      String name = person.name().orElse(shown.substring(1));
      mentions.add(new Mention(person.email(), name, text.length(), shown.length()));
      text.append(shown);
      from = at.end();
    }
    if (!spokenTo.isEmpty()) {
      throw new BadArgument(
          "'mentions' has %s, to whom 'richContent' does not speak.".formatted(spokenTo.keySet()));
    }
    return new Said(text.append(rich.substring(from)).toString(), mentions);
  }
}
