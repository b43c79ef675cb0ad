package dev.quire.app;

import dev.quire.app.setting.Amounts;
import dev.quire.app.setting.Setting;
import dev.quire.app.setting.Settings;
import dev.quire.app.setting.UsageError;
import dev.quire.server.data.DataFolder;
import dev.quire.server.data.RuntimeFile;
import java.io.IOException;
import java.net.URI;

/// Finds the running server that a command is about.
final class Running {
  private Running() {}

  /// The server that somebody names by host or port, or else the one that uses the data folder.
  static URI address(Settings settings, DataFolder data) throws UsageError, IOException {
    var running = RuntimeFile.read(data.runtimeFile()).map(RuntimeFile::baseUrl);
    var named =
        settings.given(Setting.HOST).isPresent() || settings.given(Setting.PORT).isPresent();
    var anyPort = settings.value(Setting.PORT, Amounts::port) == 0;
    if (!named || anyPort) {
      return running.orElseThrow(
          () -> new UsageError("No server runs on the data folder " + data.path() + "."));
    }
    return URI.create(
        (settings.flag(Setting.TLS) ? "https://" : "http://")
            + settings.text(Setting.HOST)
            + ":"
            + settings.text(Setting.PORT));
  }
}
