package dev.quire.server.control;

import dev.quire.graph.exchange.GraphRequest;
import dev.quire.graph.gate.Mishaps;
import dev.quire.store.Item;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/// Faults on demand: `{"fault":"429","path":"/range(","times":2}` lets the next two requests with
/// that in their paths fail, `{"fault":"lagging","file":"Book.xlsx","times":3}` lets the next three
/// downloads of a file answer what it had before it is written, `{"clear":true}` forgets all
/// orders. The oldest order that fits a request is the one that counts, so what happens follows
/// from the requests alone.
public final class FaultControl implements Control, Mishaps {
  private static final int MOST = 1_000;

  private final List<FaultOrder> orders = new ArrayList<>();

  @Override
  public synchronized Map<String, Object> state() {
    return Map.of("faults", orders.stream().map(FaultOrder::fields).toList());
  }

  @Override
  public synchronized void change(Map<String, Object> order) throws OrderRefused {
    if (order.size() == 1 && Boolean.TRUE.equals(order.get("clear"))) {
      orders.clear();
      return;
    }
    var read = FaultOrder.of(order);
    if (orders.size() >= MOST) {
      throw new OrderRefused("There are " + MOST + " orders already.");
    }
    if (read.times() > 0) {
      orders.add(read);
    }
  }

  @Override
  public Optional<Mishap> next(GraphRequest request, Supplier<Optional<Item>> file) {
    Optional<FaultOrder> met = isIdle() ? Optional.empty() : take(request, file);
    if (met.isPresent() && met.get().isSlow()) {
      pause(met.get().pause());
      return Optional.empty();
    }
    return met.map(FaultOrder::mishap);
  }

  private synchronized boolean isIdle() {
    return orders.isEmpty();
  }

  /// The order that this request meets, if it meets one and is not spared.
  private synchronized Optional<FaultOrder> take(
      GraphRequest request, Supplier<Optional<Item>> file) {
    for (int at = 0; at < orders.size(); at++) {
      FaultOrder order = orders.get(at);
      if (order.fits(request, file)) {
        if (order.remembers(request)) {
          return Optional.of(order); // Before the write; only downloads count.
        }
        FaultOrder rest = order.next();
        if (rest.times() == 0) {
          orders.remove(at);
        } else {
          orders.set(at, rest);
        }
        return order.after() > 0 ? Optional.empty() : Optional.of(order);
      }
    }
    return Optional.empty();
  }

  /// In real time, since it is a real client that waits.
  private static void pause(Duration wait) {
    try {
      Thread.sleep(wait);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}
