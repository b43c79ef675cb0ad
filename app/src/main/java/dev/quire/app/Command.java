package dev.quire.app;

import dev.quire.app.setting.Settings;
import dev.quire.app.setting.UsageError;
import dev.quire.server.CannotStart;
import java.io.IOException;

/// What a sub-command does once its settings are settled.
@FunctionalInterface
interface Command {
  /// Runs to the end.
  ///
  /// @param word what stands on the command line beside options; empty when nothing does
  /// @return the exit code
  int run(Settings settings, String word, Shell shell)
      throws UsageError, IOException, CannotStart, InterruptedException;
}
