package dev.quire.app;

import dev.quire.app.setting.Amounts;
import dev.quire.app.setting.BadValue;
import dev.quire.app.setting.Settings;
import dev.quire.app.setting.UsageError;
import dev.quire.server.control.ControlClient;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/// `quire clock`: shows or moves the clock of a running server.
final class ClockCommand implements Command {
  private static final String NAME = "clock";

  @Override
  public int run(Settings settings, List<String> words, Shell shell)
      throws UsageError, IOException, InterruptedException {
    var change = words.getFirst();
    var order = change.equals("now") ? Map.<String, Object>of() : order(change);
    var data = Config.data(settings, shell);
    try (var client = ControlClient.open(data, Running.address(settings, data))) {
      var state = order.isEmpty() ? client.state(NAME) : client.change(NAME, order);
      shell.out().println(state.get("now") + " (" + state.get("offset") + " ahead)");
    }
    return 0;
  }

  private static Map<String, Object> order(String change) throws UsageError {
    if (change.equals("reset")) {
      return Map.of("reset", true);
    }
    if (!change.startsWith("+")) {
      throw new UsageError("Say +6m, reset or now, not: " + change);
    }
    try {
      return Map.of("advance", Amounts.duration(change.substring(1)).toString());
    } catch (BadValue bad) {
      throw new UsageError("The step of the clock " + bad.getMessage() + ", not: " + change);
    }
  }
}
