package dev.quire.store.cluster;

import dev.quire.store.StoreFault;
import dev.quire.store.journal.BookKey;
import dev.quire.store.journal.Fences;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// Which files this server looks after. It says at short intervals that it is alive; when it has
/// not done so for the length of a lease, others take its files, and every later change of its own
/// is refused by the database, because each turn has its number ([Fences]).
public final class Ownership implements Fences, AutoCloseable {
  private static final Logger LOG = System.getLogger(Ownership.class.getName());

  /// A lease is renewed so many times before it ends.
  private static final int RENEWALS = 4;

  private static final int MOST_MOVES = 4;
  private static final Duration LAST_WAIT = Duration.ofSeconds(5);
  private static final int STRIPES = 64;

  private final ClusterDatabase database;
  private final Register register;
  private final String url;
  private final Lease lease;
  private final ConcurrentMap<BookKey, Turn> turns = new ConcurrentHashMap<>();
  private final Lock[] arrivals = new Lock[STRIPES];
  private final ScheduledExecutorService heart =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("heartbeat").factory());
  private final ScheduledExecutorService balance =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("balance").factory());
  private volatile @Nullable Tenant tenant;
  private volatile boolean leaving;

  /// Another one after each time the cluster took this server for dead.
  private volatile String node;

  private @Nullable Connection pulse;

  /// Joins a cluster; files come with [#begin].
  ///
  /// @param url where other servers reach this one
  /// @param lease how long this server may be silent before others take its files
  public Ownership(ClusterDatabase database, String url, Duration lease) {
    this.database = database;
    this.register = new Register(database);
    this.url = url;
    this.lease = new Lease(lease);
    this.node = newNode();
    for (int at = 0; at < STRIPES; at++) {
      arrivals[at] = new ReentrantLock();
    }
  }

  private static String newNode() {
    return UUID.randomUUID().toString();
  }

  /// Begins to look after files.
  ///
  /// @throws StoreFault.Unreachable when the database does not answer
  public void begin(Tenant of) {
    tenant = of;
    if (!lease.renew(this::enters)) {
      throw new StoreFault.Unreachable("the database of the cluster", "it took no new server");
    }
    long interval = lease.length().toMillis() / RENEWALS;
    heart.scheduleWithFixedDelay(this::beat, interval, interval, TimeUnit.MILLISECONDS);
    balance.scheduleWithFixedDelay(
        this::lookAround, lease.length().toMillis(), interval, TimeUnit.MILLISECONDS);
  }

  private boolean enters() {
    register.enter(node, url, lease.length());
    return true;
  }

  private Tenant tenant() {
    Tenant present = tenant;
    if (present == null) {
      throw new IllegalStateException("begin comes first");
    }
    return present;
  }

  @Override
  public OptionalLong fence(BookKey book) {
    Turn turn = turns.get(book);
    return turn == null ? OptionalLong.empty() : OptionalLong.of(turn.fence());
  }

  /// The name of this server, under which others find it.
  public String node() {
    return node;
  }

  /// Where a server is reached; nothing when it is not there any more.
  ///
  /// @throws StoreFault.Unreachable when the database does not answer
  public Optional<String> url(String name) {
    return register.url(name);
  }

  /// Who looks after a file; this server from now on, if nobody does who is alive.
  public Place find(BookKey book) {
    if (!lease.isValid()) {
      return new Place.Unknown("this server has lost contact with the database of the cluster");
    }
    Place.Here here = enter(book);
    return here == null ? ask(book) : here;
  }

  private Place.@Nullable Here enter(BookKey book) {
    Turn turn = turns.get(book);
    if (turn == null || turn.isEnding() || !turn.stay().readLock().tryLock()) {
      return null;
    }
    if (turns.get(book) != turn || turn.isEnding()) {
      turn.stay().readLock().unlock();
      return null;
    }
    return new Place.Here(turn.stay().readLock(), () -> isStill(book, turn));
  }

  private boolean isStill(BookKey book, Turn turn) {
    return turns.get(book) == turn && lease.isValid();
  }

  private Place ask(BookKey book) {
    Lock arrival = arrivals[Math.floorMod(book.hashCode(), STRIPES)];
    arrival.lock();
    try {
      Place.Here here = enter(book); // It may have come meanwhile.
      if (here != null) {
        return here;
      }
      Turn held = turns.get(book);
      if (held != null || leaving) {
        return new Place.Unknown("the workbook is on its way to another server");
      }
      String asker = node;
      return switch (register.find(book, asker)) {
        case Register.Owner.Other(String other) -> new Place.There(other);
        case Register.Owner.Asker(long fence) -> arrived(book, fence, asker);
      };
    } catch (StoreFault refused) {
      return new Place.Unknown(String.valueOf(refused.getMessage()));
    } finally {
      arrival.unlock();
    }
  }

  private Place arrived(BookKey book, long fence, String asker) {
    turns.put(book, new Turn(fence));
    if (!asker.equals(node) || !lease.isValid()) {
      turns.remove(book);
      return new Place.Unknown("this server was taken for dead");
    }
    try {
      tenant().arrived(book);
    } catch (RuntimeException refused) {
      turns.remove(book);
      register.give(book, fence, Optional.empty());
      throw refused;
    }
    Place.Here here = enter(book);
    return here == null ? new Place.Unknown("this server was taken for dead") : here;
  }

  /// The turn goes later, as requests that are under way still count on it.
  @Override
  public void ended(BookKey book) {
    Turn turn = turns.get(book);
    if (turn != null) {
      turn.end();
    }
  }

  private void dropEnded() {
    turns.forEach((book, turn) -> {
      if (turn.hasEnded() && turn.stay().writeLock().tryLock()) {
        turns.remove(book, turn);
        turn.stay().writeLock().unlock();
      }
    });
  }

  private void beat() {
    try {
      if (lease.renew(this::isAlive)) {
        return;
      }
      LOG.log(Level.WARNING, "this server was taken for dead; others have its workbooks");
      loseAll();
      node = newNode();
      lease.renew(this::enters);
    } catch (SilentDatabase | StoreFault silent) {
      LOG.log(Level.WARNING, "the database of the cluster: {0}", silent.getMessage());
    } catch (RuntimeException mistake) {
      LOG.log(Level.ERROR, "the heartbeat failed", mistake);
    }
  }

  /// The database has said nothing, neither yes nor no.
  private static final class SilentDatabase extends RuntimeException {
    private static final long serialVersionUID = 1;

    SilentDatabase(SQLException why) {
      super(why.getMessage(), null, false, false);
    }
  }

  private boolean isAlive() {
    try {
      Connection connection = pulse;
      if (connection == null) {
        connection = database.connect();
        pulse = connection;
      }
      return Register.renew(connection, node, lease.length());
    } catch (SQLException silent) {
      dropPulse();
      throw new SilentDatabase(silent);
    }
  }

  private void dropPulse() {
    try {
      if (pulse != null) {
        pulse.close();
      }
    } catch (SQLException dead) {
      // That is why it is closed.
    }
    pulse = null;
  }

  private void loseAll() {
    for (BookKey book : List.copyOf(turns.keySet())) {
      turns.remove(book);
      tenant().lost(book);
    }
  }

  /// Looks after files that nobody looks after, and gives some away to servers that have few.
  private void lookAround() {
    try {
      if (leaving || !lease.isValid()) {
        return;
      }
      for (BookKey orphan : register.orphans()) {
        if (find(orphan) instanceof Place.Here here) {
          try (here) {
            tenant().recover(orphan);
          }
        }
      }
      noticeDeleted();
      dropEnded();
      share(register.load());
    } catch (RuntimeException refused) {
      LOG.log(Level.WARNING, "workbooks were not moved: {0}", refused.getMessage());
    }
  }

  /// Files that other servers have deleted, with the folder they lay in or to make room.
  private void noticeDeleted() {
    var held = Map.copyOf(turns);
    Set<BookKey> there = held.isEmpty() ? Set.of() : register.of(node);
    held.forEach((book, turn) -> {
      if (!there.contains(book)
          && turns.get(book) == turn
          && !turn.isEnding()
          && !turn.hasEnded()) {
        tenant().deleted(book);
      }
    });
  }

  private void share(Map<String, Integer> load) {
    int all = load.values().stream().mapToInt(Integer::intValue).sum();
    int fair = Math.ceilDiv(all, Math.max(1, load.size()));
    int tooMany = Math.min(MOST_MOVES, load.getOrDefault(node, 0) - fair - 1);
    Optional<String> idlest =
        load.entrySet().stream()
            .filter(each -> !each.getKey().equals(node) && each.getValue() < fair)
            .min(Map.Entry.comparingByValue())
            .map(Map.Entry::getKey);
    if (tooMany <= 0 || idlest.isEmpty()) {
      return;
    }
    turns.keySet().stream()
        .filter(tenant()::isMovable)
        .limit(tooMany)
        .toList()
        .forEach(book -> give(book, idlest, Duration.ZERO));
  }

  /// Gives a file away once no request works on it.
  ///
  /// @param patience how long to wait for requests; zero to wait not at all
  private boolean give(BookKey book, Optional<String> to, Duration patience) {
    Turn turn = turns.get(book);
    if (turn == null) {
      return false;
    }
    turn.ending(true);
    Lock alone = turn.stay().writeLock();
    if (!waited(alone, patience)) {
      turn.ending(false);
      return false;
    }
    try {
      if (turns.get(book) != turn) {
        return false;
      }
      tenant().leaves(book);
      turns.remove(book, turn);
      register.give(book, turn.fence(), to);
      return true;
    } finally {
      alone.unlock();
    }
  }

  private static boolean waited(Lock lock, Duration patience) {
    try {
      return lock.tryLock(patience.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /// Gives all files away and leaves the cluster.
  @Override
  public void close() {
    leaving = true;
    balance.shutdown();
    try (var givers = Executors.newVirtualThreadPerTaskExecutor()) {
      for (BookKey book : List.copyOf(turns.keySet())) {
        givers.execute(() -> giveAtLast(book));
      }
    }
    heart.shutdown();
    try {
      heart.awaitTermination(LAST_WAIT.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
    dropPulse();
    if (tenant != null) {
      leave();
    }
  }

  private void giveAtLast(BookKey book) {
    try {
      give(book, Optional.empty(), LAST_WAIT);
    } catch (RuntimeException refused) {
      // Others find its changes in the journal.
      LOG.log(Level.WARNING, "{0} was not handed over: {1}", book.item(), refused.getMessage());
    }
  }

  private void leave() {
    try {
      register.leave(node);
    } catch (StoreFault silent) {
      LOG.log(
          Level.WARNING, "others will notice that this server is gone: {0}", silent.getMessage());
    }
  }
}
