package dev.quire.app;

import dev.quire.app.setting.Amounts;
import dev.quire.app.setting.Setting;
import dev.quire.app.setting.Settings;
import dev.quire.app.setting.UsageError;
import dev.quire.server.data.DataFolder;
import dev.quire.server.data.RuntimeFile;
import dev.quire.server.token.DevelopmentIssuer;
import dev.quire.server.token.TokenOrder;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

/// `quire token`: prints a token of the development issuer. Needs the data folder, not the server;
/// where one runs whose clock was moved, the token is dated by that clock.
final class TokenCommand implements Command {
  @Override
  public int run(Settings settings, List<String> words, Shell shell)
      throws UsageError, IOException {
    var data = Config.data(settings, shell);
    var order = order(settings);
    shell.out().println(DevelopmentIssuer.open(data, clock(data, shell)).mint(order));
    return 0;
  }

  private static InstantSource clock(DataFolder data, Shell shell) throws IOException {
    var offset =
        RuntimeFile.read(data.runtimeFile()).map(RuntimeFile::clockOffset).orElse(Duration.ZERO);
    return () -> shell.clock().instant().plus(offset);
  }

  private static TokenOrder order(Settings settings) throws UsageError {
    try {
      return new TokenOrder(
          settings.text(Setting.USER),
          settings.value(Setting.SCOPES, Amounts::words),
          settings.flag(Setting.APP),
          settings.flag(Setting.PERSONAL),
          settings.value(Setting.TTL, Amounts::duration));
    } catch (IllegalArgumentException senseless) {
      throw new UsageError(String.valueOf(senseless.getMessage()));
    }
  }
}
