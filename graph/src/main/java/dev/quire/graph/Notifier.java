package dev.quire.graph;

import dev.quire.graph.gate.Courier;
import dev.quire.session.FileWatch;
import dev.quire.store.DriveStore;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Tells subscribers that something has changed. Whoever changes a file waits for nothing of this.
///
/// A notification says only that there is news, so those that a subscriber has not taken yet are
/// one: what waits never grows beyond the subscriptions there are. One that is not taken is sent
/// again after growing pauses, and given up in the end.
final class Notifier implements FileWatch {
  private static final Logger LOG = System.getLogger(Notifier.class.getName());
  private static final int MOST_AT_ONCE = 16;

  /// When more files of a drive have changed at once, it is as if all had.
  private static final int MOST_ITEMS = 1_000;

  private final Courier courier;
  private final InstantSource clock;
  private final Executor executor;
  private final Patience patience;
  private final Semaphore places = new Semaphore(MOST_AT_ONCE);

  /// What has changed in a drive since its subscribers were looked for; by the id of the drive.
  private final Map<String, Set<String>> changed = new ConcurrentHashMap<>();

  /// Whether there is news again, for each kind of notification of a subscription that is on its
  /// way.
  private final Map<String, Boolean> underWay = new ConcurrentHashMap<>();

  /// How often a notification is sent that is not taken.
  ///
  /// @param first how long after the first try the second one comes; each pause is twice as long as
  ///   the one before
  /// @param longest the longest pause
  record Patience(int tries, Duration first, Duration longest) {
    static final Patience USUAL = new Patience(12, Duration.ofMillis(500), Duration.ofMinutes(1));
  }

  Notifier(Courier courier, InstantSource clock, Executor executor, Patience patience) {
    this.patience = patience;
    this.courier = courier;
    this.clock = clock;
    this.executor = executor;
  }

  @Override
  public void changed(String driveId, DriveStore drive, String itemId) {
    boolean[] isFirst = {false};
    changed.compute(
        driveId,
        (_, items) -> {
          isFirst[0] = items == null;
          Set<String> more = items == null ? ConcurrentHashMap.newKeySet() : items;
          more.add(more.size() < MOST_ITEMS ? itemId : "");
          return more;
        });
    if (isFirst[0]) {
      begin(() -> look(driveId, drive));
    }
  }

  /// A change must not fail because nobody can be told of it any more: the server tells all who
  /// subscribed when it starts again.
  private void begin(Runnable work) {
    try {
      executor.execute(work);
    } catch (RejectedExecutionException stopping) {
      LOG.log(Level.DEBUG, "the server stops, so that subscribers are told when it starts again");
    }
  }

  @Override
  public void started(String driveId, DriveStore drive) {
    begin(() ->
        forEach(
            () -> Subscription.all(drive, clock.instant()),
            each -> {
              if (each.hasLifecycleUrl()) {
                tell(each, LifecycleEvent.MISSED, () -> each.isIn(drive));
              } else {
                send(each, drive);
              }
            }));
  }

  @Override
  public void timePassed(String driveId, DriveStore drive) {
    begin(() ->
        forEach(
            () -> Subscription.due(drive, clock.instant()),
            each -> tell(each, LifecycleEvent.REAUTHORIZATION_REQUIRED, () -> each.isIn(drive))));
  }

  private void look(String driveId, DriveStore drive) {
    Set<String> items = changed.remove(driveId);
    if (items != null) {
      forEach(
          () -> Subscription.all(drive, clock.instant()),
          each -> {
            if (each.itemId().isEmpty() || items.contains(each.itemId()) || items.contains("")) {
              send(each, drive);
            }
          });
    }
  }

  private static void forEach(Supplier<List<Subscription>> those, Consumer<Subscription> work) {
    try {
      those.get().forEach(work);
    } catch (RuntimeException failed) {
      // When the server stops in between that is no fault, and the next start makes up for it.
      Level level = Thread.currentThread().isInterrupted() ? Level.DEBUG : Level.WARNING;
      LOG.log(level, "subscribers could not be looked for: {0}", failed.getMessage());
    }
  }

  private void send(Subscription to, DriveStore drive) {
    send(
        to.id(),
        () -> {
          boolean isGivenUp = !deliver(Notification.ofChange(to), () -> to.isIn(drive));
          if (isGivenUp) {
            tell(to, LifecycleEvent.MISSED, () -> to.isIn(drive));
          }
          if (to.isMoot(drive) && to.isIn(drive)) {
            to.end(drive);
            tell(to, LifecycleEvent.SUBSCRIPTION_REMOVED, () -> true);
          }
        });
  }

  /// Tells a subscriber about the subscription itself, if he wants to know.
  ///
  /// @param isWanted asked before each try
  private void tell(Subscription to, LifecycleEvent event, BooleanSupplier isWanted) {
    if (to.hasLifecycleUrl()) {
      send(to.id() + event, () -> deliver(Notification.of(to, event), isWanted));
    }
  }

  private interface Sending {
    void run() throws InterruptedException;
  }

  /// @param key what it is that must not be under way twice
  private void send(String key, Sending sending) {
    if (underWay.merge(key, false, (_, _) -> true)) {
      return; // Whoever is at it sends once more.
    }
    begin(() -> {
      try {
        do {
          underWay.put(key, false);
          sending.run();
        } while (!underWay.remove(key, false));
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
      } catch (RuntimeException failed) {
        underWay.remove(key); // So that the next one is sent again.
        LOG.log(Level.WARNING, "a notification could not be sent: {0}", failed.getMessage());
      }
    });
  }

  /// @return whether it was taken, or nobody wants it any more
  private boolean deliver(Notification message, BooleanSupplier isWanted)
      throws InterruptedException {
    Duration pause = patience.first();
    for (int tries = 1; tries <= patience.tries(); tries++) {
      if (!isWanted.getAsBoolean() || courier.refusal(message.url()).isPresent()) {
        return true;
      }
      if (isTaken(message)) {
        return true;
      }
      Thread.sleep(pause);
      pause = pause.multipliedBy(2);
      pause = pause.compareTo(patience.longest()) > 0 ? patience.longest() : pause;
    }
    LOG.log(Level.WARNING, "a notification of subscription {0} was given up", message.id());
    return false;
  }

  private boolean isTaken(Notification message) throws InterruptedException {
    places.acquire();
    try {
      int status = courier.post(message.url(), "application/json", message.text()).status();
      return status >= 200 && status < 300;
    } catch (IOException unreachable) {
      return false;
    } finally {
      places.release();
    }
  }
}
