package dev.quire.server.token;

import java.util.List;
import java.util.Map;

/// Where a token says what. Each list holds names of claims, the first one present counts; a name
/// may be a dotted path into objects (`realm_access.roles`).
///
/// @param scopes delegated permissions: text with blanks between names, or an array
/// @param roles application permissions: an array, or text
/// @param users an id that never changes
/// @param names a name to show
/// @param tenants the tenant
/// @param grantNames what a scope or role of another provider is called here (`quire-write` →
///   `Files.ReadWrite`); names that are not listed stay as they are
public record ClaimRules(
    List<String> scopes,
    List<String> roles,
    List<String> users,
    List<String> names,
    List<String> tenants,
    Map<String, String> grantNames) {
  /// As Microsoft's identity platform does it, and OpenID Connect where that is silent.
  public static final ClaimRules USUAL =
      new ClaimRules(
          List.of("scp", "scope"),
          List.of("roles"),
          List.of("oid", "sub"),
          List.of("name", "preferred_username", "upn", "email"),
          List.of("tid"),
          Map.of());

  /// Copies the collections.
  public ClaimRules {
    scopes = List.copyOf(scopes);
    roles = List.copyOf(roles);
    users = List.copyOf(users);
    names = List.copyOf(names);
    tenants = List.copyOf(tenants);
    grantNames = Map.copyOf(grantNames);
  }
}
