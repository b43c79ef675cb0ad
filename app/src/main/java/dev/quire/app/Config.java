package dev.quire.app;

import dev.quire.app.setting.Amounts;
import dev.quire.app.setting.Setting;
import dev.quire.app.setting.Settings;
import dev.quire.app.setting.UsageError;
import dev.quire.graph.GraphSettings;
import dev.quire.ooxml.guard.XlsxLimits;
import dev.quire.server.Identity;
import dev.quire.server.ServerConfig;
import dev.quire.server.clock.DevelopmentClock;
import dev.quire.server.data.DataFolder;
import dev.quire.server.service.CalculationSettings;
import dev.quire.server.service.ClusterSettings;
import dev.quire.server.token.ClaimRules;
import dev.quire.session.Bounds;
import dev.quire.session.VersionRules;
import dev.quire.store.DriveAddress;
import dev.quire.store.DriveOpener;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;

/// The settings of `serve` with their types.
///
/// @param server what the server itself needs
/// @param drive where the workbooks lie; empty for the demo drive
/// @param opener opens drives
/// @param sites folders that are the drives of sites, by name
/// @param groups folders that are the drives of groups, by id
/// @param serverProfile whether limits are our own rather than Graph's
/// @param sessions what sessions need
/// @param files how much a workbook file may be
/// @param calculation how workbooks are calculated
/// @param notifyHosts hosts that notifications may be sent to, in lower case
/// @param cluster how the server takes part in a cluster, if it does
record Config(
    ServerConfig server,
    Optional<DriveAddress> drive,
    DriveOpener opener,
    Map<String, Path> sites,
    Map<String, Path> groups,
    boolean serverProfile,
    SessionRules sessions,
    XlsxLimits files,
    CalculationSettings calculation,
    Set<String> notifyHosts,
    Optional<ClusterSettings> cluster) {
  private static final Duration SHORTEST_LEASE = Duration.ofSeconds(1);

  /// Limits and habits of sessions.
  ///
  /// @param persistentIdle idle time after which a persistent session ends
  /// @param nonPersistentIdle idle time after which another session ends
  /// @param perWorkbook most sessions of a workbook at a time; [Integer#MAX_VALUE] for any number
  /// @param asyncAfter requests that may be answered later are, when they take longer than this
  /// @param missingPersistChanges what `createSession` without `persistChanges` means
  /// @param async when requests that may be answered later are
  /// @param saveAfter how long after the last write of persistent sessions the file is saved
  /// @param versions which earlier contents of files are kept
  /// @param bounds how much is taken on at once
  record SessionRules(
      Duration persistentIdle,
      Duration nonPersistentIdle,
      int perWorkbook,
      Duration asyncAfter,
      boolean missingPersistChanges,
      GraphSettings.Async async,
      Duration saveAfter,
      VersionRules versions,
      Bounds bounds) {}

  static Config of(Settings settings, Shell shell) throws UsageError {
    var server =
        new ServerConfig(
            settings.text(Setting.HOST),
            settings.value(Setting.PORT, Amounts::port),
            settings.flag(Setting.TLS),
            data(settings, shell),
            identity(settings),
            settings.value(Setting.BODY_LIMIT, Amounts::bytes),
            settings.value(Setting.CONNECTION_IDLE, Amounts::duration),
            settings.value(Setting.CONNECTIONS, Amounts::count),
            settings.value(Setting.DRAIN, Amounts::duration),
            new DevelopmentClock(shell.clock()),
            shell.err(),
            settings.flag(Setting.LOG));
    var drive = settings.find(Setting.DRIVE, Amounts::drive);
    var serverProfile = settings.text(Setting.PROFILE).equals("server");
    return new Config(
        server,
        drive,
        opener(settings, shell),
        settings.find(Setting.SITES, Amounts::folders).orElseGet(Map::of),
        settings.find(Setting.GROUPS, Amounts::folders).orElseGet(Map::of),
        serverProfile,
        sessions(settings),
        files(settings),
        new CalculationSettings(
            settings.value(Setting.ZONE, Amounts::zone),
            settings.value(Setting.CALCULATION_LIMIT, Amounts::duration),
            settings
                .find(Setting.SEED, Amounts::count)
                .map(seed -> OptionalLong.of(seed))
                .orElse(OptionalLong.empty())),
        notifyHosts(settings),
        cluster(settings));
  }

  private static Set<String> notifyHosts(Settings settings) throws UsageError {
    return settings.find(Setting.NOTIFY_HOSTS, Amounts::words).orElseGet(List::of).stream()
        .map(host -> host.toLowerCase(Locale.ROOT))
        .collect(Collectors.toSet());
  }

  private static Optional<ClusterSettings> cluster(Settings settings) throws UsageError {
    Optional<String> database = settings.given(Setting.CLUSTER);
    var node = settings.find(Setting.NODE_URL, Amounts::url);
    if (database.isPresent() != node.isPresent()) {
      throw new UsageError("--cluster and --node-url belong together: give both or none.");
    }
    if (database.isEmpty()) {
      return Optional.empty();
    }
    if (!database.get().startsWith("jdbc:postgresql:")) {
      throw new UsageError("--cluster must begin with jdbc:postgresql:");
    }
    for (Setting folder : List.of(Setting.SITES, Setting.GROUPS)) {
      if (settings.given(folder).isPresent()) {
        throw new UsageError(
            "The workbooks of a cluster lie in its database; %s does not go with --cluster."
                .formatted(folder.option()));
      }
    }
    if (settings.find(Setting.DRIVE, Amounts::drive).filter(Config::isNoBucket).isPresent()) {
      throw new UsageError(
          "The workbooks of a cluster lie in its database or in a bucket; with --cluster, --drive can only be s3://….");
    }
    var lease = settings.value(Setting.LEASE, Amounts::duration);
    if (lease.compareTo(SHORTEST_LEASE) < 0) {
      throw new UsageError("--lease must be 1s at least.");
    }
    return Optional.of(new ClusterSettings(database.get(), node.get(), lease));
  }

  private static boolean isNoBucket(DriveAddress address) {
    return !(address instanceof DriveAddress.S3);
  }

  /// The data folder, the one setting that every command has.
  static DataFolder data(Settings settings, Shell shell) {
    return new DataFolder(
        settings.find(Setting.DATA, Amounts::folder).orElseGet(() -> shell.places().data()));
  }

  /// What drives need beside their address has the names that it has elsewhere; ours may also stand
  /// in the configuration file.
  private static DriveOpener opener(Settings settings, Shell shell) {
    var environment = new HashMap<>(shell.environment());
    for (Setting own : List.of(Setting.WEBDAV_USER, Setting.WEBDAV_PASSWORD)) {
      settings.find(own).ifPresent(text -> environment.put(own.variable(), text));
    }
    return new DriveOpener(environment, shell.clock());
  }

  private static Identity identity(Settings settings) throws UsageError {
    var open = settings.text(Setting.AUTH).equals("none");
    var issuer = settings.find(Setting.ISSUER, Amounts::url);
    var audiences = settings.find(Setting.AUDIENCE, Amounts::words);
    if (issuer.isPresent() != audiences.isPresent()) {
      throw new UsageError("--issuer and --audience belong together: give both or none.");
    }
    if (issuer.isPresent() && open) {
      throw new UsageError("--auth none is for development; it does not go with --issuer.");
    }
    return issuer.isPresent()
        ? new Identity.Provider(issuer.get(), Set.copyOf(audiences.orElseThrow()), claims(settings))
        : new Identity.Development(open);
  }

  private static ClaimRules claims(Settings settings) {
    return new ClaimRules(
        settings.value(Setting.SCOPE_CLAIMS, Amounts::words),
        settings.value(Setting.ROLE_CLAIMS, Amounts::words),
        settings.value(Setting.USER_CLAIMS, Amounts::words),
        settings.value(Setting.NAME_CLAIMS, Amounts::words),
        settings.value(Setting.TENANT_CLAIMS, Amounts::words),
        settings.find(Setting.GRANT_NAMES, Amounts::pairs).orElseGet(Map::of));
  }

  private static XlsxLimits files(Settings settings) throws UsageError {
    XlsxLimits usual = XlsxLimits.DEFAULT;
    return new XlsxLimits(
        settings.value(Setting.FILE_LIMIT, Amounts::bytes),
        settings.value(Setting.FILE_PARTS, Amounts::count),
        usual.nameBytes(),
        settings.value(Setting.PART_LIMIT, Amounts::bytes),
        settings.value(Setting.PACKAGE_LIMIT, Amounts::bytes),
        settings.value(Setting.PACKAGE_RATIO, Amounts::count),
        usual.packageFloorBytes(),
        settings.value(Setting.XML_DEPTH, Amounts::count),
        settings.value(Setting.XML_ATTRIBUTES, Amounts::count),
        settings.value(Setting.XML_TOKEN, Amounts::arrayBytes),
        settings.value(Setting.TREE_LIMIT, Amounts::arrayBytes),
        settings.value(Setting.TREE_ELEMENTS, Amounts::count),
        settings.value(Setting.CELL_MEMORY, Amounts::bytes),
        settings.value(Setting.CELL_FORMATS, Amounts::count),
        settings.value(Setting.DEFINED_NAMES, Amounts::count),
        usual.deflateLevel(),
        settings.value(Setting.READING_LIMIT, Amounts::duration));
  }

  private static Bounds bounds(Settings settings) {
    return new Bounds(
        orAny(settings.value(Setting.SESSIONS_PER_USER, Amounts::count)),
        orAny(settings.value(Setting.REQUESTS_PER_USER, Amounts::count)),
        orAny(settings.value(Setting.REQUESTS_PER_WORKBOOK, Amounts::count)),
        settings.value(Setting.JOURNAL_BACKLOG, Amounts::count),
        settings.find(Setting.WORKBOOK_MEMORY, Amounts::bytes).orElse(Bounds.USUAL.workbookBytes()),
        settings.value(Setting.HEAP_LIMIT, Amounts::count));
  }

  private static int orAny(int most) {
    return most == 0 ? Integer.MAX_VALUE : most;
  }

  private static SessionRules sessions(Settings settings) {
    return new SessionRules(
        settings.value(Setting.PERSISTENT_IDLE, Amounts::duration),
        settings.value(Setting.NONPERSISTENT_IDLE, Amounts::duration),
        orAny(settings.value(Setting.SESSIONS_PER_WORKBOOK, Amounts::count)),
        settings.value(Setting.ASYNC_AFTER, Amounts::duration),
        settings.flag(Setting.MISSING_PERSIST_CHANGES),
        GraphSettings.Async.valueOf(settings.text(Setting.ASYNC).toUpperCase(Locale.ROOT)),
        settings.value(Setting.SAVE_AFTER, Amounts::duration),
        new VersionRules(
            settings.value(Setting.VERSIONS, Amounts::count),
            settings.value(Setting.VERSION_EVERY, Amounts::duration)),
        bounds(settings));
  }
}
