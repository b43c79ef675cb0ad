package dev.quire.server.token;

import dev.quire.graph.gate.Caller;
import dev.quire.graph.gate.Caller.Account;
import dev.quire.graph.gate.TokenVerifier.TokenRefused;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The claims of a token that has been verified, read by configurable names.
record Claims(Map<String, Object> claims, ClaimRules rules) {
  /// The tenant that all personal accounts share (Microsoft's documentation of `tid`, D).
  static final String PERSONAL_TENANT = "9188040d-6c67-4c5b-b112-36a304b66dad";

  Caller caller() throws TokenRefused {
    var user = text(rules.users());
    if (user.isEmpty()) {
      throw new TokenRefused("The token names no user: it has none of " + rules.users() + ".");
    }
    var account = account();
    var granting = account == Account.APPLICATION ? rules.roles() : rules.scopes();
    return new Caller(user.get(), text(rules.names()).orElse(user.get()), account, words(granting));
  }

  private Account account() {
    var declared = text(List.of("idtyp")).filter("app"::equals).isPresent();
    // `idtyp` is an optional claim, so no scopes at all means an application too.
    if (declared || rules.scopes().stream().noneMatch(name -> find(name).isPresent())) {
      return Account.APPLICATION;
    }
    var personal = text(rules.tenants()).filter(PERSONAL_TENANT::equalsIgnoreCase).isPresent();
    return personal ? Account.PERSONAL : Account.WORK;
  }

  private Optional<String> text(List<String> names) {
    return names.stream()
        .flatMap(name -> find(name).stream())
        .filter(String.class::isInstance)
        .map(value -> ((String) value).strip())
        .filter(value -> !value.isEmpty())
        .findFirst();
  }

  private Set<String> words(List<String> names) {
    return names.stream()
        .flatMap(name -> find(name).stream())
        .limit(1)
        .flatMap(Claims::split)
        .map(word -> rules.grantNames().getOrDefault(word, word))
        .collect(Collectors.toSet());
  }

  private static Stream<String> split(Object claim) {
    return switch (claim) {
      case String text -> Arrays.stream(text.split("\\s+")).filter(word -> !word.isEmpty());
      case List<?> list -> list.stream().filter(String.class::isInstance).map(String.class::cast);
      default -> Stream.empty();
    };
  }

  /// The claim of this name; failing that, the one at the end of the dotted path. The whole name
  /// comes first because names such as `https://example.org/roles` hold dots.
  private Optional<Object> find(String name) {
    var whole = Optional.ofNullable(claims.get(name));
    return whole.isPresent() ? whole : descend(name.split("\\."));
  }

  private Optional<Object> descend(String[] path) {
    var here = Optional.<Object>of(claims);
    for (var step : path) {
      here = here.flatMap(o -> o instanceof Map<?, ?> map ? at(map, step) : Optional.empty());
    }
    return here;
  }

  private static Optional<Object> at(Map<?, ?> map, String key) {
    return Optional.ofNullable(map.get(key));
  }
}
