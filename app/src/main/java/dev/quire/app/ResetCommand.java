package dev.quire.app;

import dev.quire.app.setting.Settings;
import dev.quire.app.setting.UsageError;
import dev.quire.server.control.ControlClient;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/// `quire reset`: takes back what `quire clock` and `quire fault` have ordered.
final class ResetCommand implements Command {
  @Override
  public int run(Settings settings, List<String> words, Shell shell)
      throws UsageError, IOException, InterruptedException {
    var data = Config.data(settings, shell);
    try (var client = ControlClient.open(data, Running.address(settings, data))) {
      client.change("clock", Map.of("reset", true));
      client.change(FaultCommand.NAME, Map.of("clear", true));
    }
    return 0;
  }
}
