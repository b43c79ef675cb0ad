package dev.quire.graph;

import dev.quire.graph.gate.Courier;
import dev.quire.graph.json.JsonOut;
import dev.quire.session.FileWatch;
import dev.quire.store.DriveStore;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;

/// Tells subscribers that something has changed. Whoever changes a file waits for nothing of this.
///
/// A notification says only that there is news, so those that a subscriber has not taken yet are
/// one: what waits never grows beyond the subscriptions there are. One that is not taken is sent
/// again after growing pauses, and given up in the end.
final class Notifier implements FileWatch {
  private static final Logger LOG = System.getLogger(Notifier.class.getName());
  private static final int MOST_AT_ONCE = 16;
  private static final int TRIES = 12;
  private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

  /// When more files of a drive have changed at once, it is as if all had.
  private static final int MOST_ITEMS = 1_000;

  private final Courier courier;
  private final InstantSource clock;
  private final Executor executor;
  private final Semaphore places = new Semaphore(MOST_AT_ONCE);

  /// What has changed in a drive since its subscribers were looked for; by the id of the drive.
  private final Map<String, Set<String>> changed = new ConcurrentHashMap<>();

  /// Whether there is news again, for each subscription whose notification is on its way.
  private final Map<String, Boolean> underWay = new ConcurrentHashMap<>();

  Notifier(Courier courier, InstantSource clock, Executor executor) {
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

  private void look(String driveId, DriveStore drive) {
    Set<String> items = changed.remove(driveId);
    if (items == null) {
      return;
    }
    try {
      for (Subscription each : Subscription.all(drive, clock.instant())) {
        if (each.itemId().isEmpty() || items.contains(each.itemId()) || items.contains("")) {
          send(each, drive);
        }
      }
    } catch (RuntimeException failed) {
      // When the server stops in between that is no fault, and the next start makes up for it.
      Level level = Thread.currentThread().isInterrupted() ? Level.DEBUG : Level.WARNING;
      LOG.log(level, "subscribers could not be looked for: {0}", failed.getMessage());
    }
  }

  private void send(Subscription to, DriveStore drive) {
    if (underWay.merge(to.id(), false, (_, _) -> true)) {
      return; // Whoever is at it sends once more.
    }
    begin(() -> {
      try {
        do {
          underWay.put(to.id(), false);
          deliver(to, drive);
        } while (!underWay.remove(to.id(), false));
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
      } catch (RuntimeException failed) {
        underWay.remove(to.id()); // So that the next change is told again.
        LOG.log(Level.WARNING, "a notification could not be sent: {0}", failed.getMessage());
      }
    });
  }

  private void deliver(Subscription to, DriveStore drive) throws InterruptedException {
    Duration pause = FIRST_PAUSE;
    for (int tries = 1; tries <= TRIES; tries++) {
      if (!to.isIn(drive) || courier.refusal(to.url()).isPresent()) {
        return;
      }
      if (isTaken(to)) {
        return;
      }
      Thread.sleep(pause);
      pause = pause.multipliedBy(2);
      pause = pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
    }
    LOG.log(Level.WARNING, "a notification of subscription {0} was given up", to.id());
  }

  private boolean isTaken(Subscription to) throws InterruptedException {
    places.acquire();
    try {
      int status = courier.post(to.url(), "application/json", text(to)).status();
      return status >= 200 && status < 300;
    } catch (IOException unreachable) {
      return false;
    } finally {
      places.release();
    }
  }

  private static byte[] text(Subscription to) throws IOException {
    var text = new ByteArrayOutputStream();
    JsonOut.write(
        text,
        out -> {
          out.beginObject().name("value").beginArray().beginObject();
          out.text("subscriptionId", to.id())
              .text("subscriptionExpirationDateTime", to.expires().toString())
              .text("changeType", SubscriptionCalls.UPDATED)
              .text("resource", to.resource());
          if (!to.clientState().isEmpty()) {
            out.text("clientState", to.clientState());
          }
          out.endObject().endArray().endObject();
        });
    return text.toByteArray();
  }
}
