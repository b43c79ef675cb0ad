package dev.quire.graph.gate;

import java.util.Set;

/// Who sends a request, as far as a verified token tells.
///
/// @param userId the object id of the user, or of the application when there is no user; never
///   blank
/// @param userName a name to show, for instance in a lock message
/// @param account what kind of account this is
/// @param grants delegated permissions (`scp`) of a user, or application permissions (`roles`) of
///   an application; names as published (`Files.ReadWrite`)
public record Caller(String userId, String userName, Account account, Set<String> grants) {
  /// The kinds of caller that the permission tables of the documentation tell apart.
  public enum Account {
    /// Delegated, work or school account.
    WORK,
    /// Delegated, personal account: tenant `9188040d-6c67-4c5b-b112-36a304b66dad`.
    PERSONAL,
    /// No user: `roles` without `scp`, or `idtyp` is `app`.
    APPLICATION
  }

  /// Copies the grants.
  public Caller {
    grants = Set.copyOf(grants);
  }

  /// Whether a request that names a user means this one: by id or by name, in any case.
  public boolean isNamed(String user) {
    return user.equalsIgnoreCase(userId) || user.equalsIgnoreCase(userName);
  }
}
