package dev.quire.app;

import dev.quire.app.setting.Settings;
import dev.quire.app.setting.UsageError;
import dev.quire.server.control.ControlClient;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/// `quire snapshot` and `quire restore`: let each test start from the same files.
///
/// @param order what the server is told to do
record SnapshotCommand(String order) implements Command {
  @Override
  public int run(Settings settings, List<String> words, Shell shell)
      throws UsageError, IOException, InterruptedException {
    var data = Config.data(settings, shell);
    try (var client = ControlClient.open(data, Running.address(settings, data))) {
      var state = client.change("snapshot", Map.of(order, true));
      shell.out().println("%s files and folders".formatted(state.get("items")));
    }
    return 0;
  }
}
