package dev.quire.app;

import dev.quire.graph.GraphSettings;
import dev.quire.graph.json.JsonReader;
import dev.quire.server.GraphFactory;
import dev.quire.server.Identity;
import dev.quire.server.service.DriveSettings;
import dev.quire.server.service.ServiceSettings;
import dev.quire.server.service.WorkbookService;
import dev.quire.session.SessionSettings;
import dev.quire.store.DriveAddress;
import java.util.OptionalInt;

/// Connects the Graph API to drives and sessions as the settings say.
final class GraphWiring {
  private static final int BYTES_A_VALUE = 3;

  private GraphWiring() {}

  /// Opens what lies behind `/v1.0` and `/beta`.
  ///
  /// @param drive where the workbooks lie
  static GraphFactory of(Config config, DriveAddress drive) {
    var settings =
        new ServiceSettings(
            graph(config),
            sessions(config),
            config.files(),
            new DriveSettings(
                drive,
                config.opener(),
                config.server().data().path().resolve("drives"),
                config.server().identity() instanceof Identity.Development,
                config.sites(),
                config.groups()),
            config.server().data().path().resolve("journal"),
            config.calculation(),
            config.notifyHosts());
    return config
        .cluster()
        .<GraphFactory>map(
            cluster -> (tokens, clock) -> WorkbookService.open(settings, cluster, tokens, clock))
        .orElse((tokens, clock) -> WorkbookService.open(settings, tokens, clock));
  }

  private static GraphSettings graph(Config config) {
    GraphSettings profile = config.serverProfile() ? GraphSettings.SERVER : GraphSettings.GRAPH;
    int body = Math.toIntExact(Math.min(config.server().bodyLimitBytes(), Integer.MAX_VALUE));
    return new GraphSettings(
        profile.profile(),
        config.sessions().missingPersistChanges(),
        config.sessions().async(),
        config.sessions().asyncAfter(),
        new JsonReader.Limits(body, Math.max(body / BYTES_A_VALUE, 1), profile.body().maxDepth()),
        profile.maxResponseBytes(),
        profile.errorShape());
  }

  private static SessionSettings sessions(Config config) {
    int most = config.sessions().perWorkbook();
    return new SessionSettings(
        config.sessions().persistentIdle(),
        config.sessions().nonPersistentIdle(),
        most == Integer.MAX_VALUE ? OptionalInt.empty() : OptionalInt.of(most),
        config.sessions().saveAfter(),
        SessionSettings.GRAPH.bookIdle(),
        SessionSettings.GRAPH.operationLife(),
        config.sessions().versions(),
        config.sessions().bounds());
  }
}
