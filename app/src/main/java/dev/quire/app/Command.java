package dev.quire.app;

import dev.quire.app.setting.Settings;
import dev.quire.app.setting.UsageError;
import dev.quire.server.CannotStart;
import java.io.IOException;
import java.util.List;

/// What a sub-command does once its settings are settled.
@FunctionalInterface
interface Command {
  /// Runs to the end.
  ///
  /// @param words what stands on the command line beside options
  /// @return the exit code
  int run(Settings settings, List<String> words, Shell shell)
      throws UsageError, IOException, CannotStart, InterruptedException;
}
