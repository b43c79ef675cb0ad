package dev.quire.server.control;

import java.util.Map;

/// Something about a running server that a developer can look at and change.
public interface Control {
  /// How it is now.
  Map<String, Object> state();

  /// Changes it.
  ///
  /// @param order the JSON object that was sent
  /// @throws OrderRefused when the order makes no sense; nothing has changed
  void change(Map<String, Object> order) throws OrderRefused;

  /// An order that makes no sense.
  final class OrderRefused extends Exception {
    private static final long serialVersionUID = 1;

    /// Refuses with a reason for the one who ordered.
    public OrderRefused(String reason) {
      super(reason, null, false, false);
    }
  }
}
