package dev.quire.app.setting;

import static dev.quire.app.setting.Kind.COUNT;
import static dev.quire.app.setting.Kind.DURATION;
import static dev.quire.app.setting.Kind.FLAG;
import static dev.quire.app.setting.Kind.FOLDER;
import static dev.quire.app.setting.Kind.FOLDERS;
import static dev.quire.app.setting.Kind.NAME;
import static dev.quire.app.setting.Kind.PAIRS;
import static dev.quire.app.setting.Kind.PLACE;
import static dev.quire.app.setting.Kind.SIZE;
import static dev.quire.app.setting.Kind.URL;
import static dev.quire.app.setting.Kind.WORDS;
import static dev.quire.app.setting.Kind.oneOf;
import static dev.quire.app.setting.Use.CLOCK;
import static dev.quire.app.setting.Use.SERVE;
import static dev.quire.app.setting.Use.TOKEN;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Everything that can be set: a line each. The option (`--body-limit`), the environment variable
/// (`QUIRE_BODY_LIMIT`) and the key in the file (`body-limit`) follow from the name.
///
/// An empty default means that the setting is absent unless it is given. Where two defaults stand,
/// the first is that of profile `graph`, the second that of profile `server`.
public enum Setting {
  HOST(NAME, "127.0.0.1", "name or address of the server", SERVE, CLOCK),
  PORT(Kind.PORT, "8080", "port of the server; 0 picks a free one", SERVE, CLOCK),
  TLS(FLAG, "false", "serve https with a certificate of a generated local authority", SERVE, CLOCK),
  DRIVE(
      PLACE,
      "",
      "folder with the workbooks, memory:, s3://bucket/folder or webdavs://host/folder; a demo drive"
          + " when absent",
      SERVE),
  WEBDAV_USER(NAME, "", "user of the WebDAV server that holds the drive", SERVE),
  WEBDAV_PASSWORD(NAME, "", "password of that user; safest as an environment variable", SERVE),
  SITES(FOLDERS, "", "folders that are the drives of sites, as name=folder,…", SERVE),
  GROUPS(FOLDERS, "", "folders that are the drives of groups, as id=folder,…", SERVE),
  CLUSTER(
      NAME,
      "",
      "PostgreSQL that several servers share, as jdbc:postgresql://host/name?user=…&password=…",
      SERVE),
  NODE_URL(URL, "", "where the other servers of the cluster reach this one", SERVE),
  LEASE(
      DURATION,
      "6s",
      "how long a server of a cluster may be silent before others take its workbooks",
      SERVE),
  DATA(
      FOLDER,
      "",
      "folder for keys, sessions and the demo drive; $XDG_DATA_HOME/quire when absent",
      SERVE,
      TOKEN,
      CLOCK),
  PROFILE(
      oneOf("graph", "server"),
      "graph",
      "limits as Graph has them, or wide ones of our own",
      SERVE),
  AUTH(
      oneOf("token", "none"), "token", "none lets requests without a token in, on loopback", SERVE),
  ISSUER(URL, "", "OpenID provider whose tokens are accepted", SERVE),
  AUDIENCE(WORDS, "", "audience that its tokens must name", SERVE),
  SCOPE_CLAIMS(WORDS, "scp,scope", "claims with delegated permissions, first one counts", SERVE),
  ROLE_CLAIMS(WORDS, "roles", "claims with application permissions", SERVE),
  USER_CLAIMS(WORDS, "oid,sub", "claims with an id of the user", SERVE),
  NAME_CLAIMS(WORDS, "name,preferred_username,upn,email", "claims with a name to show", SERVE),
  TENANT_CLAIMS(WORDS, "tid", "claims with the tenant", SERVE),
  GRANT_NAMES(PAIRS, "", "what the provider's permissions are called here", SERVE),
  BODY_LIMIT(SIZE, "5mb", "64mb", "largest request body, after decompression", SERVE),
  CONNECTION_IDLE(DURATION, "60s", "close connections that are silent for so long", SERVE),
  DRAIN(DURATION, "30s", "how long running requests may take at shutdown", SERVE),
  LOG(FLAG, "false", "write a line per request to standard error", SERVE),
  PERSISTENT_IDLE(DURATION, "5m", "idle time after which a persistent session ends", SERVE),
  NONPERSISTENT_IDLE(DURATION, "7m", "idle time after which another session ends", SERVE),
  SESSIONS_PER_WORKBOOK(
      COUNT, "25", "0", "most sessions of a workbook at a time; 0 for any number", SERVE),
  SESSIONS_PER_USER(COUNT, "1000", "most sessions of a user at a time; 0 for any number", SERVE),
  REQUESTS_PER_USER(
      COUNT, "256", "most requests of a user at a time, others get 429; 0 for any number", SERVE),
  REQUESTS_PER_WORKBOOK(
      COUNT,
      "256",
      "most requests about a workbook at a time, others get 429; 0 for any number",
      SERVE),
  JOURNAL_BACKLOG(COUNT, "2048", "most changes that wait for the disk, others get 429", SERVE),
  WORKBOOK_MEMORY(
      SIZE,
      "",
      "estimated memory of all workbooks that are open; half of the Java heap when absent",
      SERVE),
  HEAP_LIMIT(
      COUNT, "90", "per cent of the Java heap in use after which writes are answered 429", SERVE),
  CONNECTIONS(COUNT, "20000", "most connections at a time; others wait to be let in", SERVE),
  ASYNC_AFTER(DURATION, "1s", "answer 202 to respond-async requests that take longer", SERVE),
  ASYNC(
      oneOf("auto", "always", "never"),
      "auto",
      "whether respond-async requests are answered 202: when slow, always, never",
      SERVE),
  MISSING_PERSIST_CHANGES(
      oneOf("false", "true"), "false", "true", "what createSession without it means", SERVE),
  SAVE_AFTER(
      DURATION, "2s", "save what persistent sessions wrote after so long without a write", SERVE),
  VERSIONS(COUNT, "50", "most earlier contents of a file that are kept; 0 for none", SERVE),
  VERSION_EVERY(DURATION, "30m", "keep a workbook that is being worked on once in so long", SERVE),
  NOTIFY_HOSTS(
      WORDS, "", "hosts that change notifications may be sent to; nobody unless given", SERVE),
  FILE_LIMIT(SIZE, "100mb", "largest workbook file that is opened", SERVE),
  FILE_PARTS(COUNT, "10000", "most zip entries of a workbook file", SERVE),
  PART_LIMIT(SIZE, "2047mb", "largest part of a file, unpacked", SERVE),
  TREE_LIMIT(SIZE, "64mb", "largest part, unpacked, other than worksheets and shared texts", SERVE),
  TREE_ELEMENTS(COUNT, "500000", "most XML elements of such a part", SERVE),
  PACKAGE_LIMIT(SIZE, "4096mb", "all parts of a file together, unpacked", SERVE),
  PACKAGE_RATIO(COUNT, "200", "unpacked bytes for each byte of a file; 64mb are allowed", SERVE),
  XML_DEPTH(COUNT, "256", "levels of XML elements in a file", SERVE),
  XML_ATTRIBUTES(COUNT, "512", "attributes of one XML element in a file", SERVE),
  XML_TOKEN(SIZE, "16mb", "longest XML tag or text in a file", SERVE),
  CELL_MEMORY(SIZE, "256mb", "estimated memory of all cells of a workbook", SERVE),
  CELL_FORMATS(COUNT, "65490", "most cell formats of a workbook", SERVE),
  DEFINED_NAMES(COUNT, "65536", "most defined names of a workbook", SERVE),
  READING_LIMIT(DURATION, "60s", "how long reading one workbook file may take", SERVE),
  CALCULATION_LIMIT(DURATION, "30s", "how long one calculation may take", SERVE),
  ZONE(Kind.ZONE, "UTC", "time zone of TODAY and NOW", SERVE),
  SEED(COUNT, "", "begins RAND and the ids of what workbooks get, the same in every run", SERVE),
  USER(NAME, "developer", "name of the user, or of the application", TOKEN),
  SCOPES(WORDS, "Files.ReadWrite", "permissions, with commas or blanks between them", TOKEN),
  APP(FLAG, "false", "an application that acts for itself", TOKEN),
  PERSONAL(FLAG, "false", "a personal account instead of a work account", TOKEN),
  TTL(DURATION, "1h", "how long the token is valid", TOKEN);

  private static final String VARIABLE_PREFIX = "QUIRE_";

  private final Kind kind;
  private final String usual;
  private final String usualOfServer;
  private final String help;
  private final Set<Use> uses;

  Setting(Kind kind, String usual, String help, Use... uses) {
    this(kind, usual, usual, help, uses);
  }

  Setting(Kind kind, String usual, String usualOfServer, String help, Use... uses) {
    this.kind = kind;
    this.usual = usual;
    this.usualOfServer = usualOfServer;
    this.help = help;
    this.uses = EnumSet.copyOf(Arrays.asList(uses));
  }

  /// The key in the configuration file.
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// The option on the command line.
  public String option() {
    return "--" + key();
  }

  /// The environment variable.
  public String variable() {
    return VARIABLE_PREFIX + name();
  }

  /// What its text must look like.
  public Kind kind() {
    return kind;
  }

  /// What it is for, and its default.
  public String help() {
    var shown = kind.isFlag() || usual.isEmpty() ? "" : " (" + usual + serverNote() + ")";
    return help + shown;
  }

  /// Whether a command takes it.
  public boolean isFor(Use use) {
    return uses.contains(use);
  }

  /// The default in a profile; empty when the setting is absent unless given.
  Optional<String> usual(boolean serverProfile) {
    return Optional.of(serverProfile ? usualOfServer : usual).filter(text -> !text.isEmpty());
  }

  private String serverNote() {
    return usual.equals(usualOfServer) ? "" : "; " + usualOfServer + " in profile server";
  }
}
