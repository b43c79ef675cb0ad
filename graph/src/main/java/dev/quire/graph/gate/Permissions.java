package dev.quire.graph.gate;

import dev.quire.graph.gate.Caller.Account;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;

/// The permission table: for each kind of operation, account and profile the permissions any one of
/// which opens it. Read from `permissions.tsv`.
public final class Permissions {
  private static final String TABLE = "permissions.tsv";
  private static final int COLUMNS = 5;

  private record Row(
      Set<String> work,
      Set<String> personal,
      Set<String> application,
      Set<String> applicationOnServer) {}

  private final Map<Access, Row> rows;

  private Permissions(Map<Access, Row> rows) {
    this.rows = rows;
  }

  /// Reads the table that belongs to the program.
  public static Permissions load() {
    var rows = new EnumMap<Access, Row>(Access.class);
    try (var in = Permissions.class.getResourceAsStream(TABLE)) {
      if (in == null) {
        throw new IllegalStateException(TABLE + " is missing from the program");
      }
      new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
          .lines()
          .filter(line -> !line.startsWith("#") && !line.isBlank())
          .map(line -> line.split("\t", -1))
          .forEach(fields -> rows.put(Access.valueOf(fields[0]), row(fields)));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    for (Access access : Access.values()) {
      if (!rows.containsKey(access)) {
        throw new IllegalStateException(TABLE + " has no row for " + access);
      }
    }
    return new Permissions(rows);
  }

  private static Row row(String[] fields) {
    if (fields.length != COLUMNS) {
      throw new IllegalStateException(TABLE + ": " + String.join(" ", fields));
    }
    return new Row(set(fields[1]), set(fields[2]), set(fields[3]), set(fields[4]));
  }

  private static Set<String> set(String field) {
    return field.equals("-") ? Set.of() : Set.of(field.split(" "));
  }

  /// Whether the caller may do such an operation.
  public boolean allow(Caller caller, Access access, Profile profile) {
    return !Collections.disjoint(demanded(caller.account(), access, profile), caller.grants());
  }

  /// The permissions that open an operation to this kind of account; none when it is closed to it.
  public Set<String> demanded(Account account, Access access, Profile profile) {
    Row row = rows.getOrDefault(access, new Row(Set.of(), Set.of(), Set.of(), Set.of()));
    return switch (account) {
      case WORK -> row.work();
      case PERSONAL -> row.personal();
      case APPLICATION -> profile == Profile.SERVER ? row.applicationOnServer() : row.application();
    };
  }
}
