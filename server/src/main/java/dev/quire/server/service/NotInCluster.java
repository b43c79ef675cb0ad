package dev.quire.server.service;

import dev.quire.server.control.Control;
import java.util.Map;

/// What can be ordered of a server that is alone only: in a cluster requests are answered by any
/// server, and an order to one of them would hold for some requests and not for others.
///
/// @param why what whoever orders it is told
record NotInCluster(String why) implements Control {
  static final NotInCluster FAULTS =
      new NotInCluster(
          "A cluster takes no faults: any of its servers answers requests, and only this one would fail.");
  static final NotInCluster CLOCK =
      new NotInCluster(
          "The clock of a cluster cannot be moved: its servers and their database go by their own.");

  @Override
  public Map<String, Object> state() {
    return Map.of("refused", why);
  }

  @Override
  public void change(Map<String, Object> order) throws OrderRefused {
    throw new OrderRefused(why);
  }
}
