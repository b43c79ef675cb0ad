package dev.quire.graph.json;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// An object. Names are compared without regard to case, as clients spell them in many ways
/// (semantics §2.2); where two members have one name, the later wins, as some clients send
/// `content-type` and `Content-Type` in one object.
///
/// @param members in order, no two of one name
public record JsonObject(List<Member> members) implements Json {
  /// A name and its value.
  ///
  /// @param name as the client wrote it
  /// @param value its value
  public record Member(String name, Json value) {}

  /// Copies the members and leaves out those that a later one replaces.
  public JsonObject {
    members = distinct(members);
  }

  private static List<Member> distinct(List<Member> members) {
    if (members.size() < 2) {
      return List.copyOf(members);
    }
    Map<String, Member> byName = LinkedHashMap.newLinkedHashMap(members.size());
    for (var member : members) {
      byName.put(member.name.toLowerCase(Locale.ROOT), member);
    }
    return List.copyOf(byName.values());
  }

  /// The value of a member, its name in any case; empty when there is none, [JsonNull] when it is
  /// null.
  public Optional<Json> find(String name) {
    for (var member : members) {
      if (member.name.equalsIgnoreCase(name)) {
        return Optional.of(member.value);
      }
    }
    return Optional.empty();
  }

  /// The names of the members, as the client wrote them.
  public List<String> names() {
    return members.stream().map(Member::name).toList();
  }

  @Override
  public String kind() {
    return "an object";
  }
}
