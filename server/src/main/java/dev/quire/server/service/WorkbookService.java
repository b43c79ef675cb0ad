package dev.quire.server.service;

import dev.quire.engine.recalc.CalculationEnvironment;
import dev.quire.graph.GraphEndpoint;
import dev.quire.graph.Links;
import dev.quire.graph.Sources;
import dev.quire.graph.exchange.GraphHandler;
import dev.quire.graph.exchange.GraphRequest;
import dev.quire.graph.exchange.GraphResponse;
import dev.quire.graph.gate.ChartPicture;
import dev.quire.graph.gate.Mishaps;
import dev.quire.graph.gate.Placement;
import dev.quire.graph.gate.TokenVerifier;
import dev.quire.server.GraphService;
import dev.quire.server.clock.DevelopmentClock;
import dev.quire.server.cluster.NodeDoor;
import dev.quire.server.control.Control;
import dev.quire.server.control.FaultControl;
import dev.quire.session.Sessions;
import dev.quire.store.journal.JournalStore;
import dev.quire.store.journal.SqliteJournal;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// The Graph API over drives: puts together what answers requests, and ends it in order.
public final class WorkbookService implements GraphService {
  private final GraphEndpoint endpoint;
  private final Sessions sessions;
  private final FaultControl faults;
  private final SnapshotControl snapshot;
  private final boolean development;
  private final JournalStore journal;
  private final ExecutorService workers;
  private final Housekeeping housekeeping;
  private final Optional<Cluster> cluster;
  private final Notices notices;

  private WorkbookService(
      GraphEndpoint endpoint,
      Sessions sessions,
      FaultControl faults,
      SnapshotControl snapshot,
      boolean development,
      JournalStore journal,
      ExecutorService workers,
      Housekeeping housekeeping,
      Optional<Cluster> cluster,
      Notices notices) {
    this.endpoint = endpoint;
    this.sessions = sessions;
    this.faults = faults;
    this.snapshot = snapshot;
    this.development = development;
    this.journal = journal;
    this.workers = workers;
    this.housekeeping = housekeeping;
    this.cluster = cluster;
    this.notices = notices;
  }

  /// What sends notifications.
  private record Notices(HttpCourier courier, ExecutorService executor) implements AutoCloseable {
    @Override
    public void close() {
      executor.shutdownNow();
      courier.close();
    }
  }

  /// Opens drives and begins to keep time. When the clock is one that can be moved, moving it takes
  /// effect at once.
  ///
  /// @throws IOException when a folder cannot be used
  public static WorkbookService open(
      ServiceSettings settings, TokenVerifier tokens, InstantSource clock) throws IOException {
    return open(settings, tokens, clock, OwnDrives.open(settings.drives()), Optional.empty());
  }

  /// The same as one of several servers, over a database that they share.
  ///
  /// @throws IOException when the database cannot be used
  public static WorkbookService open(
      ServiceSettings settings,
      ClusterSettings ofCluster,
      TokenVerifier tokens,
      InstantSource clock)
      throws IOException {
    Cluster cluster = Cluster.connect(ofCluster);
    try {
      OwnDrives drives = cluster.drives(settings, clock);
      return open(settings, tokens, clock, drives, Optional.of(cluster));
    } catch (IOException | RuntimeException refused) {
      cluster.leave();
      cluster.close();
      throw refused;
    }
  }

  private static WorkbookService open(
      ServiceSettings settings,
      TokenVerifier tokens,
      InstantSource clock,
      OwnDrives drives,
      Optional<Cluster> cluster)
      throws IOException {
    JournalStore journal =
        cluster.isPresent() ? cluster.get().journal() : SqliteJournal.open(settings.journal());
    var random = new SecureRandom();
    var chance = new Chance(settings.calculation().seed(), random);
    ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
    var sessions =
        Sessions.journaled(
            settings.sessions(),
            settings.files(),
            new CalculationEnvironment(
                clock,
                settings.calculation().zone(),
                chance.numbers(),
                settings.calculation().limit()),
            clock,
            random,
            workers,
            journal);
    var faults = new FaultControl();
    // One for all, as it keeps the fonts that it has read.
    Optional<ChartPicture> pictures = Optional.of(new PaintedCharts());
    var notices =
        new Notices(
            new HttpCourier(settings.notifyHosts(), settings.drives().shared()),
            Executors.newVirtualThreadPerTaskExecutor());
    Links links =
        cluster
            .map(each -> new Links(clock, random, each.door().linkSecret()))
            .orElseGet(() -> Links.alone(clock, random));
    var sources = new Sources(clock, random, chance.ids());
    var endpoint =
        new GraphEndpoint(
            settings.graph(),
            tokens,
            drives,
            sessions,
            sources,
            faults,
            links,
            cluster.map(Cluster::placement).orElse(Placement.ALONE),
            pictures,
            new GraphEndpoint.Outside(notices.courier(), notices.executor()));
    if (cluster.isPresent()) {
      openDoor(cluster.get(), settings, drives, sessions, sources, links, pictures);
    }
    Housekeeping housekeeping = Housekeeping.begin(sessions, drives, workers);
    if (clock instanceof DevelopmentClock movable) {
      movable.onChange(housekeeping::timePassed);
    }
    return new WorkbookService(
        endpoint,
        sessions,
        faults,
        new SnapshotControl(drives, sessions, faults, chance, cluster.isEmpty()),
        settings.drives().shared(),
        journal,
        workers,
        housekeeping,
        cluster,
        notices);
  }

  private static void openDoor(
      Cluster cluster,
      ServiceSettings settings,
      OwnDrives drives,
      Sessions sessions,
      Sources sources,
      Links links,
      Optional<ChartPicture> pictures)
      throws IOException {
    NodeDoor door = cluster.door();
    door.opens(
        new GraphEndpoint(
            settings.graph(),
            door.tokens(),
            drives,
            sessions,
            sources,
            Mishaps.NONE,
            links,
            door.ownFiles(),
            pictures,
            GraphEndpoint.Outside.NONE));
    cluster.begin(sessions, drives);
  }

  @Override
  public Map<String, Control> controls() {
    Control incidents = new IncidentControl(sessions);
    if (cluster.isPresent()) {
      return Map.of(
          "incidents",
          incidents,
          "faults",
          NotInCluster.FAULTS,
          "snapshot",
          snapshot,
          "clock",
          NotInCluster.CLOCK);
    }
    return development
        ? Map.of("incidents", incidents, "faults", faults, "snapshot", snapshot)
        : Map.of("incidents", incidents);
  }

  @Override
  public Map<String, GraphHandler> routes() {
    return cluster
        .map(each -> Map.<String, GraphHandler>of(NodeDoor.PATH, each.door()))
        .orElseGet(Map::of);
  }

  @Override
  public void stopping() {
    sessions.stopWatching();
    cluster.ifPresent(Cluster::stopping);
  }

  @Override
  public GraphResponse answer(GraphRequest request) {
    return endpoint.answer(request);
  }

  @Override
  public void close() {
    housekeeping.close();
    cluster.ifPresent(Cluster::leave);
    sessions.close();
    workers.close();
    notices.close();
    journal.close();
    cluster.ifPresent(Cluster::close);
  }
}
